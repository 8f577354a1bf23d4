import type { SharingAgreementFields } from '../entry-fields.ts'
import { rules } from './check.ts'
import type { Check, QualityContext } from './check.ts'

type Fields = SharingAgreementFields

const allCare = ({ purposeClasses }: QualityContext): boolean => purposeClasses.length > 0 && purposeClasses.every((purpose) => purpose === 'direct-care')
const someSecondary = ({ purposeClasses }: QualityContext): boolean => purposeClasses.includes('secondary-use')
const optOutApplied = ({ nationalOptOut, typeOneOptOut }: Fields): boolean => nationalOptOut === 'applied' || typeOneOptOut === 'applied'
const optOutNotApplied = ({ nationalOptOut, typeOneOptOut }: Fields): boolean => nationalOptOut === 'not-applied' || typeOneOptOut === 'not-applied'
const identifies = ({ identifiability }: Fields): boolean => identifiability === 'identifiable' || identifiability === 'pseudonymised'

/** Facts that do not fit together. They ask a question; they never change a class. */
export const contradictionChecks: readonly Check<Fields>[] = [
  {
    code: 'opt-out-on-care', field: 'nationalOptOut', title: 'An opt-out is applied, yet every purpose is care', rule: rules.optOuts,
    nextStep: 'Opt-outs do not reach direct care. Look again at the purposes, or at the opt-outs.',
    holds: (fields, context) => (allCare(context) ? !optOutApplied(fields) : null),
  },
  {
    code: 'no-opt-out-beyond-care', field: 'nationalOptOut', title: 'Opt-outs are not applied, yet a purpose is not care', rule: rules.optOuts,
    nextStep: 'Ask why, or record the exemption.',
    holds: (fields, context) => (someSecondary(context) && identifies(fields) && context.legalForce !== 'law' ? !optOutNotApplied(fields) : null),
  },
  {
    code: 'section-251-on-care', field: 'confidentialityBasis', title: 'Section 251 support, yet every purpose is care', rule: rules.section251,
    nextStep: 'Direct care does not need that support. Look again at the purposes.',
    holds: (fields, context) => (allCare(context) && fields.confidentialityBasis !== null ? fields.confidentialityBasis !== 'section-251' : null),
  },
  {
    code: 'implied-consent-beyond-care', field: 'confidentialityBasis', title: 'Implied consent, yet a purpose is not care', rule: rules.confidence,
    nextStep: 'Implied consent covers direct care only. Ask how confidence is met for the other purposes.',
    holds: (fields, context) =>
      someSecondary(context) && fields.confidentialityBasis !== null && fields.identifiability === 'identifiable' ? fields.confidentialityBasis !== 'implied-consent' : null,
  },
  {
    code: 'care-without-carer', field: 'recipientGivesCare', title: 'The recipient gives no care, yet every purpose is care', rule: rules.decide,
    nextStep: 'Look again at the purposes, or say through whom the care is given.',
    holds: ({ recipientGivesCare }, context) => (allCare(context) && recipientGivesCare !== null ? recipientGivesCare : null),
  },
  {
    code: 'ends-before-start', field: 'endsOn', title: 'It ends before it starts', rule: rules.code, nextStep: 'Correct one of the two dates.',
    holds: ({ startsOn, endsOn }) => (startsOn !== null && endsOn !== null ? endsOn >= startsOn : null),
  },
]

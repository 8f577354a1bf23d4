import { addPeriod } from '../date.ts'
import type { SharingAgreementFields } from '../entry-fields.ts'
import { answered, rules } from './check.ts'
import type { Check, QualityContext } from './check.ts'

type Fields = SharingAgreementFields

const notSignedYet = new Set(['offered', 'frozen'])
const isSigned = (_: Fields, { state }: QualityContext): boolean => !notSignedYet.has(state)
const onSection251 = ({ confidentialityBasis }: Fields): boolean => confidentialityBasis === 'section-251'
const beyondCare = (_: Fields, { purposeClasses }: QualityContext): boolean => purposeClasses.includes('secondary-use')
const aboutPeople = ({ identifiability }: Fields): boolean => identifiability !== 'anonymised' && identifiability !== 'aggregate'

/** What law or the contract requires ends when they do: no party agrees an end or a notice. */
const endsByAgreement = (_: Fields, { legalForce }: QualityContext): boolean => legalForce !== 'law' && legalForce !== 'core-contract'

/** What the ICO's code and the records of processing ask of an agreement. */
export const agreementChecks: readonly Check<Fields>[] = [
  answered<Fields>('parties', 'no-parties', 'Organisations in it', rules.code, 'Name each organisation that sends or receives the data.'),
  {
    code: 'party-without-role', field: 'parties', title: 'Role of each organisation', rule: rules.code, nextStep: 'Say for each who is controller, joint controller, processor or recipient.',
    holds: ({ parties }) => (parties.length > 0 ? parties.every(({ role }) => role !== null) : null),
  },
  answered<Fields>('dataItems', 'no-data-items', 'Data items', rules.code, 'List what data are shared.'),
  answered<Fields>('specialCategory', 'special-category-open', 'Special category data', rules.code, 'Say whether health or other special category data are shared.'),
  answered<Fields>('identifiability', 'identifiability-open', 'How identifiable the data are', rules.code, 'Say whether the data are identifiable, pseudonymised, anonymised or counts only.'),
  answered<Fields>('article6', 'no-lawful-basis', 'Lawful basis', rules.bases, 'Find the Article 6 basis in the agreement, or ask the other organisation.'),
  answered<Fields>('article9', 'no-article-9', 'Article 9 condition', rules.bases, 'Find the Article 9 condition in the agreement, or ask the other organisation.', (fields) => fields.specialCategory !== false && aboutPeople(fields)),
  answered<Fields>('confidentialityBasis', 'no-confidentiality-basis', 'How confidentiality is met', rules.confidence, 'Say how the duty of confidence is met.'),
  answered<Fields>('section251Reference', 'no-section-251-reference', 'Section 251 reference', rules.section251, 'Enter the reference of the support, from the public register.', onSection251),
  answered<Fields>('section251Expires', 'no-section-251-end', 'When section 251 support ends', rules.section251, 'Enter the day the support ends.', onSection251),
  {
    code: 'section-251-expired', field: 'section251Expires', title: 'Section 251 support has ended', rule: rules.section251, nextStep: 'Ask for the renewed support before more data flow.',
    holds: (fields, { today }) => (today === null || !onSection251(fields) || fields.section251Expires === null ? null : fields.section251Expires >= today),
  },
  {
    code: 'section-251-expiring', field: 'section251Expires', title: 'Section 251 support ends within 90 days', rule: rules.section251, nextStep: 'Ask whether it will be renewed.',
    holds: (fields, { today }) => {
      if (today === null || !onSection251(fields) || fields.section251Expires === null || fields.section251Expires < today) return null
      return fields.section251Expires > addPeriod(today, 'P90D')
    },
  },
  answered<Fields>('directionReference', 'no-direction', 'Direction or Data Provision Notice', rules.decide, 'Enter the direction or notice that requires it.', (_, { legalForce }) => legalForce === 'law'),
  answered<Fields>('nationalOptOut', 'national-opt-out-open', 'National data opt-out', rules.optOuts, 'Say whether it is applied.', beyondCare),
  answered<Fields>('typeOneOptOut', 'type-1-opt-out-open', 'Type 1 opt-out', rules.optOuts, 'Say whether it is applied.', beyondCare),
  answered<Fields>('method', 'no-method', 'How the data travel', rules.code, 'Describe how the data are sent and kept safe.'),
  answered<Fields>('location', 'no-location', 'Where the data are kept', rules.records, 'Say where the data are kept, and whether outside the UK.'),
  answered<Fields>('retention', 'no-retention', 'How long they are kept', rules.records, 'Find how long the other organisation keeps the data.'),
  answered<Fields>('rightsHandling', 'no-rights-handling', 'How patients’ rights are handled', rules.rights, 'Say who answers requests to see, correct or object.'),
  answered<Fields>('privacyNotice', 'no-privacy-notice', 'Privacy notice', rules.rights, 'Say where patients are told about it.'),
  answered<Fields>('dpiaReference', 'no-dpia', 'DPIA', rules.dpia, 'Ask for the impact assessment, or record that screening found none is needed.'),
  answered<Fields>('dpiaOn', 'dpia-undated', 'Date of the DPIA', rules.dpia, 'Enter the date of the impact assessment.', ({ dpiaReference }) => dpiaReference !== null),
  {
    code: 'dpia-old', field: 'dpiaOn', title: 'The DPIA is over three years old', rule: rules.dpia, nextStep: 'Ask whether it still fits, or for a new one.',
    holds: ({ dpiaOn }, { today }) => (today === null || dpiaOn === null ? null : addPeriod(dpiaOn, 'P3Y') >= today),
  },
  answered<Fields>('startsOn', 'no-start', 'Start date', rules.code, 'Enter the day it starts.'),
  answered<Fields>('endsOn', 'no-end', 'End date', rules.code, 'Enter the day it ends, or agree one.', endsByAgreement),
  {
    code: 'past-its-end', field: 'endsOn', title: 'Its end date has passed', rule: rules.code, nextStep: 'Find out whether it was renewed, or whether data still flow without an agreement.',
    holds: ({ endsOn }, { today }) => (today === null || endsOn === null ? null : endsOn >= today),
  },
  answered<Fields>('noticePeriod', 'no-notice-period', 'Notice period', rules.code, 'Find the clause on ending it and enter its period.', endsByAgreement),
  answered<Fields>('noticeClause', 'no-notice-clause', 'Clause that states the notice', rules.code, 'Enter the number of the clause.', ({ noticePeriod }) => noticePeriod !== null),
  answered<Fields>('afterwards', 'no-afterwards', 'What happens to the data afterwards', rules.code, 'Find whether data are returned, destroyed or kept when it ends.'),
  answered<Fields>('signedOn', 'not-dated', 'When it was signed', rules.log, 'Enter the day it was signed for the practice.', isSigned),
  answered<Fields>('heldAt', 'no-signed-copy', 'Where the signed copy is', rules.log, 'Find the signed copy, or ask the other organisation for it.', isSigned),
  {
    code: 'no-evidence', field: 'evidence', title: 'Evidence', rule: rules.log, nextStep: 'Attach the agreement itself.',
    holds: (_, { evidenceCount }) => (evidenceCount === null ? null : evidenceCount > 0),
  },
  answered<Fields>('systemSettingCheckedOn', 'setting-not-checked', 'Setting last checked', rules.log, 'Look at the setting and record the day.', ({ systemSetting }) => systemSetting !== null),
]

import { addPeriod } from '../date.ts'
import { rules } from './check.ts'
import type { Check } from './check.ts'

type Common = Readonly<{ reviewOn: string | null }>

/** What is asked of every entry, whatever its kind. */
export const commonChecks: readonly Check<Common>[] = [
  {
    code: 'no-purpose', field: 'purposes', title: 'What it is for', rule: rules.code, nextStep: 'Add the purpose as the agreement or notice words it.',
    holds: (_, { purposeClasses }) => purposeClasses.length > 0,
  },
  {
    code: 'purpose-undetermined', field: 'purposes', title: 'Class of each purpose', rule: rules.decide, nextStep: 'Confirm whether each purpose is direct care or secondary use.',
    holds: (_, { purposeClasses }) => (purposeClasses.length > 0 ? !purposeClasses.includes('undetermined') : null),
  },
  {
    code: 'force-unknown', field: 'legalForce', title: 'Why it exists', rule: rules.decide, nextStep: 'Find out whether law, a contract or a paid scheme requires it.',
    holds: (_, { legalForce }) => legalForce !== 'unknown',
  },
  {
    code: 'force-not-checked', field: 'legalForce', title: 'When that was checked', rule: rules.decide, nextStep: 'Check why it exists and record the day.',
    holds: (_, { legalForce, legalForceCheckedOn }) => (legalForce === 'unknown' ? null : legalForceCheckedOn !== null),
  },
  {
    code: 'force-check-old', field: 'legalForce', title: 'Why it exists was checked over a year ago', rule: rules.decide, nextStep: 'Check it again and record the day.',
    holds: (_, { legalForceCheckedOn, today }) => (today === null || legalForceCheckedOn === null ? null : addPeriod(legalForceCheckedOn, 'P1Y') >= today),
  },
  {
    code: 'no-owner', field: 'owner', title: 'Owner', rule: rules.log, nextStep: 'Say who looks after it.',
    holds: (_, { hasOwner }) => hasOwner,
  },
  {
    code: 'no-review', field: 'reviewOn', title: 'Review date', rule: rules.log, nextStep: 'Set the day of the next review.',
    holds: ({ reviewOn }) => reviewOn !== null,
  },
  {
    code: 'review-overdue', field: 'reviewOn', title: 'The review is overdue', rule: rules.log, nextStep: 'Review it now and set the next day.',
    holds: ({ reviewOn }, { today }) => (today === null || reviewOn === null ? null : reviewOn >= today),
  },
]

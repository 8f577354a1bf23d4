import type { ActionChoice } from '../action.ts'
import { isoPeriod } from '../date.ts'
import type { adviserRoles, adviceViews, Answer, dataEndings, DecisionDraft, Effects } from '../decision-draft.ts'
import type { EvidenceFacts } from '../evidence.ts'
import type { ContractType, Policy, Practice, quorumRules } from '../practice.ts'
import { evidenceCategoryWords } from './evidence.ts'
import type { EventNames } from './event-names.ts'
import { fieldValueInWords } from './field-value.ts'
import { commonFieldWords, fieldWords, purposeFieldWords } from './fields.ts'
import { periodInWords } from './date.ts'
import { roleWords } from './role.ts'
import { clinicalSystemWords } from './values.ts'
import { verbWords } from './verb.ts'
import type { Verb } from '../verb.ts'

const practiceFieldWords = Object.freeze({
  name: 'Name', ods: 'ODS code', contractType: 'Contract', clinicalSystem: 'Clinical system', icb: 'Integrated care board', pcn: 'Primary care network',
} as const satisfies Record<keyof Practice, string>)

const policyFieldWords = Object.freeze({
  quorum: 'Sign-off rule', number: 'How many must agree', waitForAll: 'Wait for every partner’s answer', secondCheck: 'A second person checks each class',
  ownCheckReason: 'Why the author may check their own', contractBindsFrom: 'Contract terms bind from', reviewMonths: 'Months between reviews',
} as const satisfies Record<keyof Policy, string>)

const personFieldWords = Object.freeze({ name: 'Name', role: 'Role', startedOn: 'Started on', leftOn: 'Left on' } as const)

export const effectWords = Object.freeze({
  service: 'Service', money: 'Money', patients: 'Patients', contract: 'Contract',
} as const satisfies Record<keyof Effects, string>)

const draftFieldWords = Object.freeze({
  reason: 'Reason', effects: 'Effects', staysTheSame: 'What stays the same', whatChanges: 'What changes in practice', effectiveOn: 'Takes effect on',
  noticeSentOn: 'Notice sent on', noticeReceivedOn: 'Notice received on', receivedAfterWorkingDays: 'Working days until it counts as received', lastExtractOn: 'Last extract on', dataEnding: 'The data then',
  dataEndingBy: 'Data returned or destroyed by', endsOn: 'Ends on', exitCondition: 'Ends when', overrideReason: 'Reason to go ahead all the same',
  clinicalSafetyNote: 'Safety note', secondPartner: 'Second partner', contractReference: 'Contract reference',
  noticePeriodWording: 'Notice period', purposesKept: 'Purposes that go on',
} as const satisfies Record<keyof DecisionDraft, string>)

const evidenceFieldWords = Object.freeze({
  category: 'Category', note: 'What it shows', evidenceOn: 'Evidence is from', expiresOn: 'Runs out on',
} as const satisfies Record<keyof EvidenceFacts, string>)

const labelSets: readonly Readonly<Record<string, string>>[] = [
  draftFieldWords, policyFieldWords, commonFieldWords, ...Object.values(fieldWords), practiceFieldWords, personFieldWords, purposeFieldWords, evidenceFieldWords,
]

/** The label of any field that a change names, whichever record it belongs to; `fields.` before it is ours, not the reader's. */
export function changedFieldWord(field: string): string {
  const [own = field, part] = field.replace(/^fields\./, '').split('.')
  const label = labelSets.find((set) => Object.hasOwn(set, own))?.[own] ?? own
  const effects: Readonly<Record<string, string>> = effectWords
  return part === undefined ? label : `${label}: ${(effects[part] ?? part).toLowerCase()}`
}

export const quorumWords = Object.freeze({
  all: 'all partners', majority: 'more than half of the partners', number: 'a number of partners',
} as const satisfies Record<(typeof quorumRules)[number], string>)

export const contractTypeWords = Object.freeze({ gms: 'GMS', pms: 'PMS', apms: 'APMS' } as const satisfies Record<ContractType, string>)

export const answerWords = Object.freeze({
  agree: 'Agree', disagree: 'Disagree', 'stand-aside': 'Stand aside',
} as const satisfies Record<Answer, string>)

export const adviserRoleWords = Object.freeze({
  dpo: roleWords.dpo, 'caldicott-guardian': roleWords['caldicott-guardian'],
} as const satisfies Record<(typeof adviserRoles)[number], string>)

export const adviceViewWords = Object.freeze({
  for: 'in favour', against: 'against', 'not-asked': 'not asked for a view',
} as const satisfies Record<(typeof adviceViews)[number], string>)

export const dataEndingWords = Object.freeze({
  return: 'Returned', destroy: 'Destroyed', 'keep-as-agreed': 'Kept as the agreement says',
} as const satisfies Record<(typeof dataEndings)[number], string>)

export const actionChoiceWords = Object.freeze({
  'not-taken': 'not taken', considering: 'being considered', taken: 'taken', ended: 'ended',
} as const satisfies Record<ActionChoice, string>)

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.freeze({
  role: roleWords, quorum: quorumWords, contractType: contractTypeWords, clinicalSystem: clinicalSystemWords, category: evidenceCategoryWords, dataEnding: dataEndingWords,
})
const people = new Set(['owner', 'secondPartner', 'vouchedBy'])

/** A recorded value as people read it: codes by their words, people and purposes by name. */
export function changedValueInWords(field: string, value: unknown, names: EventNames): string {
  const own = field.replace(/^fields\./, '')
  if (typeof value === 'string') {
    if (people.has(own)) return names.person(value) ?? value
    if (own === 'extractionEntry') return names.entry(value)?.ref ?? value
    const code = codes[own]?.[value]
    if (code !== undefined) return code
    if (own === 'noticePeriodWording' && isoPeriod.safeParse(value).success) return periodInWords(value)
  }
  if (own === 'purposesKept' && Array.isArray(value) && value.length > 0) return value.map((id) => names.purpose(String(id)) ?? String(id)).join('; ')
  if (own === 'whatChanges' && Array.isArray(value) && value.length > 0) return value.join(' · ')
  if (own === 'effects' && typeof value === 'object' && value !== null) return effectsInWords(value as Readonly<Record<string, unknown>>)
  return fieldValueInWords(own, value)
}

function effectsInWords(value: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(effectWords).filter(([part]) => value[part])
  return told.length === 0 ? 'empty' : told.map(([part, label]) => `${label}: ${String(value[part])}`).join(' ')
}

/** "withdraw", as it stands in the middle of a sentence. */
export const verbInSentence = (verb: Verb): string => lowerFirst(verbWords[verb].imperative)

/** For the middle of a sentence; "UK GDPR", "DPIA" and names stay as they are. */
export const lowerFirst = (text: string): string => (/^([A-Z]{2}|Caldicott|GP )/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1))

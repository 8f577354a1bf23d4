import { requirementWords } from '../../shared/domain/words.ts'
import type { DecisionRecord } from '../../shared/domain/decision-record.ts'
import type { StatementFacts } from '../../shared/domain/draw-up-statement.ts'
import { entryClassOf, entryForceOf, type EntryRecord } from '../../shared/domain/entry-record.ts'
import type { Requirement } from '../../shared/domain/gate-answer.ts'
import { partnersInOffice } from '../../shared/domain/person-record.ts'
import type { Reading } from './desk.ts'

export type Missing = Readonly<{ field: string; text: string }>

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** The field of the draft that answers what the gate asks for. */
export const requirementField = Object.freeze({
  'find-out-class': 'draft.overrideReason', 'find-out-force': 'draft.overrideReason', 'clinical-safety-note': 'draft.clinicalSafetyNote',
  'dpo-advice': 'advice', 'override-reason': 'draft.overrideReason', 'second-partner': 'draft.secondPartner',
  'contract-reference': 'draft.contractReference', 'notice-period': 'draft.noticePeriodWording', 'end-date': 'draft.endsOn', 'exit-condition': 'draft.exitCondition',
} as const satisfies Record<Requirement, string>)

export function requirementMet(requirement: Requirement, { store, today }: Reading, { draft, advice }: DecisionRecord, entry: EntryRecord): boolean {
  switch (requirement) {
    // Either it has been found out, or somebody writes why the decision cannot wait for that.
    case 'find-out-class': return entryClassOf(entry) !== 'undetermined' || filled(draft.overrideReason)
    case 'find-out-force': return entryForceOf(entry) !== 'unknown' || filled(draft.overrideReason)
    case 'clinical-safety-note': return filled(draft.clinicalSafetyNote)
    case 'dpo-advice': return advice.some(({ role, view }) => role === 'dpo' && view !== 'not-asked')
    case 'override-reason': return filled(draft.overrideReason)
    case 'second-partner': return partnersInOffice(store.records.people(), today).some(({ id }) => id === draft.secondPartner)
    case 'contract-reference': return filled(draft.contractReference)
    case 'notice-period': return (entry.kind === 'sharing-agreement' && entry.fields.noticePeriod !== null) || filled(draft.noticePeriodWording)
    case 'end-date': return draft.endsOn !== null
    case 'exit-condition': return filled(draft.exitCondition)
  }
}

/** What stands in the way of fixing a decision, one sentence each with the field that answers it. */
export function missingFrom(reading: Reading, decision: DecisionRecord, entry: EntryRecord, { gate, takesEffectOn }: StatementFacts): Missing[] {
  const { draft, advice, verb } = decision
  const missing: Missing[] = []
  const need = (ok: boolean, field: string, text: string): void => { if (!ok) missing.push({ field, text }) }
  need(filled(draft.reason), 'draft.reason', 'Enter the reason')
  need(filled(draft.effects.service), 'draft.effects.service', 'Enter what it does to the service, or that it does nothing')
  need(filled(draft.effects.money), 'draft.effects.money', 'Enter what it does to money, or that it does nothing')
  need(filled(draft.effects.patients), 'draft.effects.patients', 'Enter what it does for patients, or that it does nothing')
  need(filled(draft.effects.contract), 'draft.effects.contract', 'Enter what it does to contracts, or that it does nothing')
  need(takesEffectOn !== null, verb === 'withdraw' ? 'draft.noticeSentOn' : 'draft.effectiveOn', verb === 'withdraw' ? 'Enter when the notice goes out, or the day it takes effect' : 'Enter the day it takes effect')
  need(verb !== 'restrict' || (draft.purposesKept.length > 0 && draft.purposesKept.length < entry.purposes.length), 'draft.purposesKept', 'Choose the purposes that go on; at least one stops')
  need(draft.endsOn === null || draft.endsOn >= reading.today, 'draft.endsOn', 'Enter an end date that is not in the past')
  for (const requirement of gate.requires) need(requirementMet(requirement, reading, decision, entry), requirementField[requirement], requirementWords[requirement].ask)
  const against = advice.find(({ view }) => view === 'against')
  need(!against || filled(draft.overrideReason), 'draft.overrideReason', `${against?.name ?? 'The adviser'} advised against it. Enter why the practice goes ahead`)
  const second = reading.head.policy.secondCheck && entry.purposes.some(({ confirmed, checked }) => confirmed && !checked)
  need(!second, 'purposes', 'A second person has to check what each purpose is for: the practice’s policy asks for it')
  return missing
}

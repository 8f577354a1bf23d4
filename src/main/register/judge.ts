import { entryClassOf, entryForceOf, type EntryRecord } from '../../shared/domain/entry-record.ts'
import type { GateResult, GateSubject } from '../../shared/domain/gate-answer.ts'
import { gate } from '../../shared/domain/gate/gate.ts'
import { verbsOfKind, type Verb } from '../../shared/domain/verb.ts'
import type { IsoDate } from '../../shared/domain/date.ts'
import type { Reading } from './desk.ts'

/** The facts of an entry that the gate judges by. */
export function gateSubjectOf(entry: EntryRecord): GateSubject {
  return {
    kind: entry.kind, class: entryClassOf(entry), legalForce: entryForceOf(entry), state: entry.state,
    ...(entry.kind === 'gp-connect-setting' ? { mechanism: entry.fields.mechanism } : {}),
    ...(entry.kind === 'declaration' ? { subject: entry.fields.subject } : {}),
    ...(entry.kind === 'sharing-agreement' && entry.fields.noticePeriod ? { noticePeriod: entry.fields.noticePeriod } : {}),
  }
}

export function judge({ head }: Pick<Reading, 'head'>, entry: EntryRecord, verb: Verb, on: IsoDate): GateResult {
  return gate(gateSubjectOf(entry), verb, on, head.positions, { contractBindsFrom: head.policy.contractBindsFrom })
}

/** The gate's answer for everything that can be decided about an entry of this kind. */
export const judgeAll = (reading: Pick<Reading, 'head'>, entry: EntryRecord, on: IsoDate): { verb: Verb; result: GateResult }[] =>
  verbsOfKind[entry.kind].map((verb) => ({ verb, result: judge(reading, entry, verb, on) }))

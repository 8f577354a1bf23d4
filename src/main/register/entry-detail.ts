import type { CallOutput } from '../../shared/contract/contract.ts'
import { standingStatement, type DecisionRecord } from '../../shared/domain/decision-record.ts'
import { stageOf } from '../../shared/domain/decision-stage.ts'
import { dueDates, dueWords } from '../../shared/domain/due-dates.ts'
import { contradictions, entryQuality } from '../../shared/domain/entry-gaps.ts'
import { entryClassOf, entryForceOf, type EntryRecord } from '../../shared/domain/entry-record.ts'
import { splitWaitsFor } from '../../shared/domain/entry-split.ts'
import { outstanding, overdueItems } from '../../shared/domain/letters/letter-record.ts'
import { nextReviewOn, reviewKindsFor } from '../../shared/domain/review-interval.ts'
import { positionsFor, positionSubjectOf } from '../../shared/domain/position-lookup.ts'
import type { Position } from '../../shared/domain/position.ts'
import { verbsOfKind } from '../../shared/domain/verb.ts'
import { statementTitle } from '../../shared/domain/statement-words.ts'
import type { Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { historyOf } from './history.ts'
import { gateSubjectOf, judgeAll } from './judge.ts'

/** @param upTo the last event to tell of, for a look at a past day */
export function entryDetail(reading: Reading, id: string, upTo?: number): CallOutput<'entry.get'> {
  const { store, today } = reading
  const entry = entryOf(reading, id)
  const decisions = store.records.decisionsOf(id)
  const letters = store.records.lettersOf(id)
  const due = dueDates(entry).map(({ on, what }) => ({ on, what: dueWords[what] }))
  const { gaps, met, of } = entryQuality(entry, today)
  return {
    entry, class: entryClassOf(entry), force: entryForceOf(entry),
    ownerName: entry.owner === null ? null : store.records.person(entry.owner)?.name ?? null,
    next: due[0] ?? null, due, gaps, checksMet: met, checksOf: of,
    questions: contradictions(entry),
    positions: positionsToday(reading, entry),
    judged: judgeAll(reading, entry, today), judgedFor: today,
    decisions: decisions.map((decision) => ({
      id: decision.id, ref: decision.ref, verb: decision.verb, status: decision.status, stage: stageOf(decision), at: decision.outcome?.at ?? decision.changedAt,
      by: decision.drawnUp.name, summary: summaryOf(decision, entry),
    })).toReversed(),
    halves: halvesBeside(reading, entry), splitWaitsFor: splitWaitsFor(decisions),
    reviewable: reviewKindsFor(entry).map((kind) => ({ kind, nextOn: nextReviewOn(entry, reading.head.policy, kind, today) })),
    letters: letters.map((letter) => ({ id: letter.id, ref: letter.ref, kind: letter.kind, recipient: letter.recipient, subject: letter.subject, sentOn: letter.sentOn, open: outstanding(letter).length, late: overdueItems(letter, today).length })).toReversed(),
    history: historyOf(reading, [id, ...letters.map((letter) => letter.id)], upTo),
  }
}

/** Each position that speaks to something this entry admits, once. */
function positionsToday({ head, today }: Reading, entry: EntryRecord): Position[] {
  const subject = gateSubjectOf(entry)
  const subjects = new Set(verbsOfKind[entry.kind].map((verb) => positionSubjectOf(subject, verb)).filter((one) => one !== null))
  const question = { legalForce: subject.legalForce, contractBindsFrom: head.policy.contractBindsFrom }
  const found = [...subjects].flatMap((one) => positionsFor(one, today, head.positions, question))
  return [...new Map(found.map((position) => [position.id, position])).values()]
}

function halvesBeside({ store }: Reading, { splitFrom, splitInto = [] }: EntryRecord): CallOutput<'entry.get'>['halves'] {
  const halves = [...(splitFrom ? [{ ...splitFrom, way: 'from' as const }] : []), ...splitInto.map((half) => ({ ...half, way: 'into' as const }))]
  return halves.flatMap(({ id, way, purposes, reason, by }) => {
    const other = store.records.entry(id)
    return other ? [{ id, ref: other.ref, title: other.title, class: entryClassOf(other), way, purposes, reason, by: by.name, at: by.at }] : []
  })
}

function summaryOf(decision: DecisionRecord, entry: EntryRecord): string {
  return standingStatement(decision)?.statement.summary ?? `${statementTitle(decision.verb, entry.title)}. Not yet fixed.`
}

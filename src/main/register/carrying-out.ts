import { refuse } from '../../shared/contract/refused.ts'
import type { IsoDate } from '../../shared/domain/date.ts'
import type { DecisionRecord } from '../../shared/domain/decision-record.ts'
import type { EntryRecord } from '../../shared/domain/entry-record.ts'
import { activeEvidence } from '../../shared/domain/evidence-record.ts'
import { stepBefore, type Step } from '../../shared/domain/follow-through.ts'
import { isSettled, isTaskOpen, type FollowThrough, type Task } from '../../shared/domain/follow-through-record.ts'
import { dateInWords, lowerFirst, stepWords } from '../../shared/domain/words.ts'
import { decisionOf } from './decision-commands.ts'
import type { Acting, Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { notFound } from './refusals.ts'

/** A made decision with how far it has been carried out. */
export type Carried = Readonly<{ decision: DecisionRecord; follow: FollowThrough; entry: EntryRecord; subject: Readonly<{ kind: 'decision'; id: string }> }>

/** @throws Refused not-in-this-state while it is not made, and once it is closed or replaced */
export function underWay(reading: Reading, id: string): Carried {
  const carried = madeDecision(reading, id)
  if (isSettled(carried.follow)) {
    const why = carried.follow.closed ? `Decision ${carried.decision.ref} is closed.` : `Another decision has taken the place of ${carried.decision.ref}.`
    throw refuse('not-in-this-state', { happened: why, todo: carried.follow.closed ? 'If a step was recorded by mistake, open that step again.' : 'Go on with the newer decision.' })
  }
  return carried
}

export function madeDecision(reading: Reading, id: string): Carried {
  const decision = decisionOf(reading, id)
  const follow = decision.followThrough
  if (decision.status !== 'made' || !follow) throw refuse('not-in-this-state', { happened: 'The partners have not made this decision.', todo: 'Only a decision that is made can be carried out.' })
  return { decision, follow, entry: entryOf(reading, decision.entry), subject: { kind: 'decision', id } }
}

export function taskOf({ follow }: Carried, step: Step): Task {
  const found = follow.tasks.find((task) => task.step === step)
  if (!found) throw notFound('step')
  return found
}

export function openTaskOf(carried: Carried, step: Step): Task {
  const found = taskOf(carried, step)
  if (isTaskOpen(found)) return found
  throw refuse('not-in-this-state', { happened: `This step is recorded already: ${lowerFirst(stepWords(carried.decision.verb, step).done)}.`, todo: 'If that is a mistake, open it again with the reason.' })
}

/** Nothing can be carried out before it was decided, before what comes before it, or in the future. */
export function refuseDay({ today }: Acting, { decision, follow }: Carried, on: IsoDate, step: Step): void {
  if (on > today) sayDay('Enter the day it happened. It cannot be in the future')
  if (on < follow.madeOn) sayDay(`Enter a day on or after ${dateInWords(follow.madeOn)}, when the decision was made`)
  const earlier = follow.tasks.slice(0, follow.tasks.findIndex((task) => task.step === step)).filter(({ step: one, done }) => done && one !== 'acknowledged')
  const last = earlier.toSorted((a, b) => (a.done?.on ?? '').localeCompare(b.done?.on ?? '')).at(-1)
  if (last?.done && on < last.done.on) sayDay(`Enter a day on or after ${dateInWords(last.done.on)}: ${lowerFirst(stepWords(decision.verb, last.step).done)} then`)
}

function sayDay(text: string): never {
  throw refuse('invalid-input', { fields: { on: [text] } })
}

/** Proof is a file that is attached to the decision or to its entry and that still counts. */
export function refuseForeignEvidence({ decision, entry }: Carried, evidence: readonly string[]): void {
  const known = new Set(activeEvidence([...decision.evidence, ...entry.evidence]).map(({ id }) => id))
  if (evidence.some((id) => !known.has(id))) throw refuse('invalid-input', { fields: { evidence: ['Choose files that are attached to this decision or its entry'] } })
}

export function refuseOutOfOrder({ decision, follow }: Carried, step: Step): void {
  const first = follow.tasks.find((task) => task.step === stepBefore[step])
  if (first && isTaskOpen(first)) throw refuse('not-in-this-state', { happened: `Something comes first: ${lowerFirst(stepWords(decision.verb, first.step).todo)}.`, todo: 'Record that step, or say why it is not needed.' })
}

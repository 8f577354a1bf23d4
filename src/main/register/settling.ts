import { addPeriod } from '../../shared/domain/date.ts'
import type { IsoDate } from '../../shared/domain/date.ts'
import type { DecisionRecord, FixedStatement } from '../../shared/domain/decision-record.ts'
import { planOf } from '../../shared/domain/follow-through.ts'
import { isInOffice, partnersInOffice, type PersonRecord } from '../../shared/domain/person-record.ts'
import { quorum } from '../../shared/domain/quorum.ts'
import { systemActor, type NewEvent } from '../../shared/trail/event.ts'
import type { ActionProposal } from '../../shared/domain/action-proposal.ts'
import { decisionDates } from './decision-dates.ts'
import type { Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { statementsAsked } from './sign-off-queue.ts'

type Desk = Pick<Reading, 'store' | 'head' | 'today' | 'isWorkingDay'>
type Given = Parameters<typeof quorum>[2]

/** The outcome of a decision where the answers settle it, and for a made one its first plan; nothing while they do not. */
export function settlesDecision(desk: Desk, decision: DecisionRecord, fixed: FixedStatement, answers: Given, partners: readonly PersonRecord[]): NewEvent[] {
  const second = fixed.statement.secondPartner
  const { status, tally } = quorum(desk.head.policy, partners, answers, second ? [second.id] : [])
  if (status === 'waiting') return []
  const subject = { kind: 'decision', id: decision.id } as const
  const data = { entry: decision.entry, verb: decision.verb, statementHash: fixed.hash, replaces: decision.replaces, tally }
  return status === 'refused' ? [{ type: 'decision.refused', subject, data }] : [{ type: 'decision.made', subject, data }, ...firstPlan(desk, decision)]
}

export function settlesAction({ head }: Pick<Reading, 'head'>, proposal: ActionProposal, answers: Given, partners: readonly PersonRecord[]): NewEvent[] {
  const { status, tally } = quorum(head.policy, partners, answers)
  if (status === 'waiting') return []
  const { action, choice, on, reason } = proposal.statement
  return [{ type: 'action.settled', subject: { kind: 'register', id: head.id }, data: { proposal: proposal.id, outcome: status, statementHash: proposal.hash, tally, action, choice, on, reason } }]
}

/**
 * What is settled without another answer because those who can answer have changed: a partner left, or the rule did.
 * @param partners who is in office once that has happened
 */
export function settledByOffice(desk: Desk, partners: readonly PersonRecord[]): NewEvent[] {
  const decisions = statementsAsked(desk).flatMap(({ decision, fixed }) => settlesDecision(desk, decision, fixed, fixed.answers, partners))
  const actions = (desk.head.proposals ?? []).flatMap((proposal) => settlesAction(desk, proposal, proposal.answers, partners))
  return [...decisions, ...actions].map((event) => ({ ...event, actor: systemActor }))
}

/** Somebody's last day may have come since anybody last looked. */
export const settledSince = (desk: Desk): NewEvent[] => settledByOffice(desk, partnersInOffice(desk.store.records.people(), desk.today))

function firstPlan(desk: Desk, decision: DecisionRecord): NewEvent[] {
  const entry = entryOf(desk, decision.entry)
  const { takesEffectOn } = decisionDates(entry, decision, desk.isWorkingDay)
  const tasks = planOf({ verb: decision.verb, draft: decision.draft, madeOn: desk.today, takesEffectOn, owner: ownerOf(desk, [entry.owner, decision.drawnUp.id]) })
  return tasks.length === 0 ? [] : [{ type: 'decision.planned', subject: { kind: 'decision', id: decision.id }, data: { tasks, reason: null }, actor: systemActor }]
}

/** The first of them who still works here. */
function ownerOf({ store, today }: Desk, candidates: readonly (string | null)[]): string | null {
  return candidates.find((id) => { const person = id === null ? undefined : store.records.person(id); return person !== undefined && isInOffice(person, today) }) ?? null
}

/** Days a fixed statement may wait before it can be said to have lapsed. */
const patience = 60

/** From when on a decision that the answers have not settled may be said to have lapsed: once its own day has passed, or it has waited long. */
export function mayLapseFrom(fixedOn: IsoDate, takesEffectOn: IsoDate | null): IsoDate {
  const waited = addPeriod(fixedOn, `P${patience}D`)
  const dayAfter = takesEffectOn === null ? waited : addPeriod(takesEffectOn, 'P1D')
  return dayAfter < waited ? dayAfter : waited
}

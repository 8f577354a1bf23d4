import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import { standingStatement } from '../../shared/domain/decision-record.ts'
import { isWatched } from '../../shared/domain/follow-through.ts'
import { doersOf, isTaskOpen, type FollowThrough } from '../../shared/domain/follow-through-record.ts'
import { partnersInOffice } from '../../shared/domain/person-record.ts'
import { quorum } from '../../shared/domain/quorum.ts'
import { stateFromStanding } from '../../shared/domain/state.ts'
import type { Verb } from '../../shared/domain/verb.ts'
import { dateInWords, lowerFirst, stepWords } from '../../shared/domain/words.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import { openTaskOf, refuseDay, refuseForeignEvidence, underWay, type Carried } from './carrying-out.ts'
import { decisionDates } from './decision-dates.ts'
import { decisionOf } from './decision-commands.ts'
import type { Acting, Decided } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { mayLapseFrom } from './settling.ts'
import { stateChange } from './step-commands.ts'
import { withVoidedStatements } from './void-statements.ts'

const nothing = { done: true } as const
type Done = Decided<typeof nothing>

/** Somebody who did none of the steps has looked. With that the decision is closed, unless a freeze still runs. */
export function checkDecision(acting: Acting, { id, on, how, evidence }: CallParsed<'decision.check'>): Done {
  const carried = underWay(acting, id)
  const { decision, follow, subject } = carried
  openTaskOf(carried, 'checked')
  const open = follow.tasks.find((task) => task.step !== 'checked' && isTaskOpen(task))
  if (open) throw refuse('not-in-this-state', { happened: `There is still something to do: ${lowerFirst(stepWords(decision.verb, open.step).todo)}.`, todo: 'Record that step, or say why it is not needed. Then it can be checked.' })
  refuseDay(acting, carried, on, 'checked')
  refuseForeignEvidence(carried, evidence)
  const own = doersOf(follow).has(acting.person.id)
  const { ownCheckReason } = acting.head.policy
  if (own && ownCheckReason === null) throw refuse('not-permitted', { happened: 'You recorded a step of this decision yourself, so somebody else has to check it.', todo: 'Ask a colleague. A small practice can allow its own check under People and policy, with a reason.' })
  const checked: NewEvent = { type: 'decision.checked', subject, data: { on, how, evidence, ownCheckReason: own ? ownCheckReason : null } }
  return { events: [checked, ...(stillHolds(follow, decision.verb) ? [] : [closed(carried)])], result: nothing }
}

/** Whether the condition that lifts a freeze has come about. */
export function watchDecision(acting: Acting, { id, on, met, note, nextOn }: CallParsed<'decision.watch'>): Done {
  const carried = running(acting, id)
  if (carried.decision.draft.exitCondition === null) throw refuse('not-in-this-state', { happened: 'This decision has no condition to watch.' })
  if (on > acting.today) throw refuse('invalid-input', { fields: { on: ['Enter the day you looked. It cannot be in the future'] } })
  if (!met && (nextOn === null || nextOn <= on)) throw refuse('invalid-input', { fields: { nextOn: ['Enter the day you look again'] } })
  if (met && note.trim() === '') throw refuse('invalid-input', { fields: { note: ['Enter how you know that it is met'] } })
  return { events: [{ type: 'decision.watched', subject: carried.subject, data: { on, met, note, nextOn: met ? null : nextOn } }], result: nothing }
}

/** Ends a freeze or a deferral whose day or condition has come. What follows is a decision of its own. */
export function endDecision(acting: Acting, { id, on, because, note }: CallParsed<'decision.end'>): Done {
  const carried = running(acting, id)
  const { decision, entry, follow, subject } = carried
  if (on > acting.today || on < follow.madeOn) throw refuse('invalid-input', { fields: { on: [`Enter a day from ${dateInWords(follow.madeOn)} to today`] } })
  if (because === 'end-date' && (decision.draft.endsOn === null || decision.draft.endsOn > on)) throw refuse('not-in-this-state', { happened: decision.draft.endsOn ? `It runs until ${dateInWords(decision.draft.endsOn)}.` : 'It has no end date.', todo: 'To end it earlier for another reason, draw up a new decision.' })
  if (because === 'condition-met' && follow.watched.at(-1)?.met !== true) throw refuse('not-in-this-state', { happened: 'Nobody has recorded that the condition is met.', todo: 'Record what you saw first.' })
  const back = entry.state === 'frozen' || entry.state === 'deferred' ? stateFromStanding(entry.kind, entry.standing.standing) : null
  const ended: NewEvent = { type: 'decision.ended', subject, data: { entry: entry.id, verb: decision.verb, state: stateChange(entry.state, back), on, because, note } }
  return withVoidedStatements(acting, entry, [ended, ...(follow.tasks.some(isTaskOpen) ? [] : [closed(carried)])], nothing)
}

/** A statement that the answers did not settle before its day. Every answer given stays and is printed. */
export function lapseDecision(acting: Acting, { id, reason }: CallParsed<'decision.lapse'>): Done {
  const decision = decisionOf(acting, id)
  const fixed = standingStatement(decision)
  if (decision.status !== 'fixed' || !fixed) throw refuse('not-in-this-state', { happened: 'Only a statement that partners are being asked about can lapse.' })
  const { takesEffectOn } = decisionDates(entryOf(acting, decision.entry), decision, acting.isWorkingDay)
  const from = mayLapseFrom(dayInEngland(fixed.fixed.at), takesEffectOn)
  if (acting.today < from) throw refuse('not-in-this-state', { happened: `Partners can still answer this until ${dateInWords(from)}.`, todo: 'Wait for their answers. Before anybody has answered it can be dropped.' })
  const second = fixed.statement.secondPartner
  const { tally } = quorum(acting.head.policy, partnersInOffice(acting.store.records.people(), acting.today), fixed.answers, second ? [second.id] : [])
  return { events: [{ type: 'decision.lapsed', subject: { kind: 'decision', id }, data: { entry: decision.entry, verb: decision.verb, statementHash: fixed.hash, tally, reason } }], result: nothing }
}

function running(acting: Acting, id: string): Carried {
  const carried = underWay(acting, id)
  if (!isWatched(carried.decision.verb)) throw refuse('not-in-this-state', { happened: 'Only a freeze or a deferral runs until a day or a condition.' })
  if (carried.follow.ended) throw refuse('not-in-this-state', { happened: 'It has ended already.' })
  return carried
}

const stillHolds = (follow: FollowThrough, verb: Verb): boolean => isWatched(verb) && follow.ended === null

const closed = ({ decision, subject }: Carried): NewEvent => ({ type: 'decision.closed', subject, data: { entry: decision.entry, verb: decision.verb } })

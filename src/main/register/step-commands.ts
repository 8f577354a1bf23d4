import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import type { IsoDate } from '../../shared/domain/date.ts'
import { planOf, stateAfterStep, type Step } from '../../shared/domain/follow-through.ts'
import { isTaskOpen } from '../../shared/domain/follow-through-record.ts'
import { isInOffice } from '../../shared/domain/person-record.ts'
import type { EntryState } from '../../shared/domain/state.ts'
import { dateInWords } from '../../shared/domain/words.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import { madeDecision, openTaskOf, refuseDay, refuseForeignEvidence, refuseOutOfOrder, taskOf, underWay, type Carried } from './carrying-out.ts'
import { decisionDates } from './decision-dates.ts'
import type { Acting, Decided } from './desk.ts'
import { withVoidedStatements } from './void-statements.ts'

const nothing = { done: true } as const
type Done = Decided<typeof nothing>

/** Records that a step was taken. The day a notice was received moves the days that run from it. */
export function recordStep(acting: Acting, { id, step, on, how, evidence, receivedOn }: CallParsed<'decision.record-step'>): Done {
  if (step === 'checked') throw refuse('invalid-input', { fields: { step: ['A check is recorded by itself, by somebody who did none of the steps'] } })
  const carried = underWay(acting, id)
  openTaskOf(carried, step)
  refuseOutOfOrder(carried, step)
  refuseDay(acting, carried, on, step)
  refuseReceipt(acting, carried, receivedOn, step)
  refuseForeignEvidence(carried, evidence)
  const { decision, entry, subject } = carried
  const to = stateAfterStep(entry, decision.verb, step)
  const event: NewEvent = { type: 'decision.step-done', subject, data: { step, entry: entry.id, verb: decision.verb, state: stateChange(entry.state, to), on, how, evidence, receivedOn } }
  return withVoidedStatements(acting, entry, [event, ...replanned(acting, carried, receivedOn)], nothing)
}

export function stepNotNeeded(acting: Acting, { id, step, reason }: CallParsed<'decision.step-not-needed'>): Done {
  const carried = underWay(acting, id)
  openTaskOf(carried, step)
  if (step === 'checked') throw refuse('not-permitted', { happened: 'The check is never left out.', todo: 'Ask somebody who did none of the steps to look. A small practice can allow its own check under People and policy, with a reason.' })
  return { events: [{ type: 'decision.step-not-needed', subject: carried.subject, data: { step, reason } }], result: nothing }
}

/** Opens a step again that was recorded by mistake, and with it the check that followed. What was recorded stays in the trail. */
export function reopenStep(acting: Acting, { id, step, reason }: CallParsed<'decision.reopen-step'>): Done {
  const carried = madeDecision(acting, id)
  const { decision, entry, follow, subject } = carried
  if (follow.replacedBy !== null) throw refuse('not-in-this-state', { happened: `Another decision has taken the place of ${decision.ref}.`, todo: 'Go on with the newer decision.' })
  const task = taskOf(carried, step)
  if (isTaskOpen(task)) throw refuse('not-in-this-state', { happened: 'This step is open.' })
  const later = follow.tasks.slice(follow.tasks.indexOf(task) + 1).find((one) => one.step !== 'checked' && one.done?.state)
  if (task.done?.state && later) throw refuse('not-in-this-state', { happened: 'A later step has changed how the entry stands.', todo: 'Open the later step again first.' })
  const back = task.done?.state && entry.state === task.done.state.to ? { from: entry.state, to: task.done.state.from } : null
  const event: NewEvent = { type: 'decision.step-reopened', subject, data: { step, reason, entry: entry.id, verb: decision.verb, state: back } }
  return withVoidedStatements(acting, entry, [event], nothing)
}

export function planStep(acting: Acting, { id, step, owner, due, reason }: CallParsed<'decision.plan-step'>): Done {
  const carried = underWay(acting, id)
  const task = openTaskOf(carried, step)
  const person = owner === null ? undefined : acting.store.records.person(owner)
  if (owner !== null && owner !== task.owner && (!person || !isInOffice(person, acting.today))) throw refuse('invalid-input', { fields: { owner: ['Choose somebody who works here now'] } })
  if (due > task.due && (reason ?? '').trim() === '') throw refuse('invalid-input', { fields: { reason: [`Say why it takes longer than ${dateInWords(task.due)}`] } })
  if (owner === task.owner && due === task.due) return { events: [], result: nothing }
  return { events: [{ type: 'decision.planned', subject: carried.subject, data: { tasks: [{ step, owner, due }], reason: reason?.trim() ? reason.trim() : null } }], result: nothing }
}

export const stateChange = (from: EntryState, to: EntryState | null): { from: EntryState; to: EntryState } | null => (to === null || to === from ? null : { from, to })

function refuseReceipt({ today }: Acting, { decision, follow }: Carried, receivedOn: IsoDate | null, step: Step): void {
  if (receivedOn === null) return
  if (decision.verb !== 'withdraw' || step !== 'acknowledged') sayReceived('Only the confirmation of a notice has a day of receipt')
  const sent = follow.tasks.find((task) => task.step === 'instructed')?.done?.on ?? follow.madeOn
  if (receivedOn > today) sayReceived('Enter the day they received it. It cannot be in the future')
  if (receivedOn < sent) sayReceived(`Enter a day on or after ${dateInWords(sent)}, when the notice was sent`)
}

function sayReceived(text: string): never {
  throw refuse('invalid-input', { fields: { receivedOn: [text] } })
}

/** The notice runs from the day it was received: where that day differs from the one reckoned with, the later steps move. */
function replanned(acting: Acting, { decision, entry, follow, subject }: Carried, receivedOn: IsoDate | null): NewEvent[] {
  if (receivedOn === null || entry.kind !== 'sharing-agreement' || entry.fields.noticePeriod === null) return []
  const draft = { ...decision.draft, noticeReceivedOn: receivedOn }
  const { takesEffectOn } = decisionDates(entry, { ...decision, draft }, acting.isWorkingDay)
  const days = new Map(planOf({ verb: decision.verb, draft, madeOn: follow.madeOn, takesEffectOn, owner: null }).map(({ step, due }) => [step, due]))
  const tasks = follow.tasks.filter((task) => isTaskOpen(task) && task.step !== 'acknowledged' && task.step !== 'instructed')
    .flatMap(({ step, owner, due }) => { const day = days.get(step); return day === undefined || day === due ? [] : [{ step, owner, due: day }] })
  if (tasks.length === 0 || takesEffectOn === null) return []
  return [{ type: 'decision.planned', subject, data: { tasks, reason: `Received on ${dateInWords(receivedOn)}, so the notice ends on ${dateInWords(takesEffectOn)}` } }]
}

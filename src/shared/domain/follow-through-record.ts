import { z } from 'zod'
import { endings, followThroughEvents } from '../trail/events/follow-through-events.ts'
import type { TrailEvent } from '../trail/event.ts'
import { addPeriod, dayInEngland, isoDate, isoInstant, type IsoDate } from './date.ts'
import type { DecisionDraft } from './decision-draft.ts'
import { isWatched, stepBefore, steps, usualDays, type Step } from './follow-through.ts'
import type { Verb } from './verb.ts'

const by = z.strictObject({ id: z.string(), name: z.string(), at: isoInstant })
const { state } = followThroughEvents['decision.step-done'].shape

export const stepDone = z.strictObject({ on: isoDate, how: z.string(), evidence: z.array(z.uuid()), by, state, receivedOn: isoDate.nullable(), ownCheckReason: z.string().nullable() })
export type StepDone = z.infer<typeof stepDone>

/** One step of carrying a decision out: open, done, or not needed with its reason. */
export const task = z.strictObject({
  step: z.enum(steps), owner: z.uuid().nullable(), due: isoDate,
  done: stepDone.nullable(), notNeeded: z.strictObject({ reason: z.string(), by }).nullable(),
})
export type Task = z.infer<typeof task>

export const followThrough = z.strictObject({
  madeOn: isoDate,
  tasks: z.array(task),
  watched: z.array(followThroughEvents['decision.watched'].extend({ by })),
  ended: z.strictObject({ on: isoDate, because: z.enum(endings), note: z.string(), by }).nullable(),
  closed: by.nullable(),
  /** The decision that took this one's place. */
  replacedBy: z.uuid().nullable(),
})
export type FollowThrough = z.infer<typeof followThrough>

export const isTaskOpen = (task: Task): boolean => task.done === null && task.notNeeded === null
export const isSettled = ({ closed, replacedBy }: FollowThrough): boolean => closed !== null || replacedBy !== null

/** What somebody has to do next about a made decision: a step, a look at the condition, or the day it ends. */
export type OpenTask = Readonly<{ what: Step | 'condition' | 'ends'; owner: string | null; due: IsoDate; waits: boolean }>

/** Whether another step has to come first. A check waits until everything else is done. */
export function taskWaits(follow: Pick<FollowThrough, 'tasks'>, step: Step): boolean {
  return follow.tasks.some((other) => isTaskOpen(other) && other.step !== step && (step === 'checked' || other.step === stepBefore[step]))
}

/** Open steps in their order, then what has to be watched. */
export function openTasks(follow: FollowThrough, verb: Verb, draft: Pick<DecisionDraft, 'endsOn' | 'exitCondition'>): OpenTask[] {
  if (isSettled(follow)) return []
  const open = follow.tasks.filter(isTaskOpen)
  const owner = follow.tasks.find((one) => one.owner !== null)?.owner ?? null
  const found: OpenTask[] = open.map(({ step, owner, due }) => ({ what: step, owner, due, waits: taskWaits(follow, step) }))
  if (follow.ended === null && isWatched(verb)) {
    const last = follow.watched.at(-1)
    const look = last ? last.nextOn : addPeriod(follow.madeOn, `P${usualDays.condition}D`)
    if ((draft.exitCondition ?? '') !== '' && last?.met !== true && look !== null) found.push({ what: 'condition', owner, due: look, waits: false })
    if (last?.met === true) found.push({ what: 'ends', owner, due: last.on, waits: false })
    else if (draft.endsOn !== null) found.push({ what: 'ends', owner, due: draft.endsOn, waits: false })
  }
  return found
}

/** The follow-through after an event of a made decision. */
export function applyToFollowThrough(follow: FollowThrough, event: TrailEvent): FollowThrough {
  const author = { id: event.actor.id, name: event.actor.name, at: event.at }
  const onStep = (step: Step, change: (task: Task) => Task): FollowThrough => ({ ...follow, tasks: follow.tasks.map((one) => (one.step === step ? change(one) : one)) })
  switch (event.type) {
    case 'decision.planned': {
      const planned = new Map(event.data.tasks.map((one) => [one.step, one]))
      const known = follow.tasks.map((one) => ({ ...one, ...planned.get(one.step) }))
      const added = event.data.tasks.filter(({ step }) => !follow.tasks.some((one) => one.step === step)).map((one) => ({ ...one, done: null, notNeeded: null }))
      return { ...follow, tasks: [...known, ...added] }
    }
    case 'decision.step-done': {
      const { step, on, how, evidence, state: changed, receivedOn } = event.data
      return onStep(step, (one) => ({ ...one, done: { on, how, evidence, by: author, state: changed, receivedOn, ownCheckReason: null }, notNeeded: null }))
    }
    case 'decision.step-not-needed': return onStep(event.data.step, (one) => ({ ...one, notNeeded: { reason: event.data.reason, by: author } }))
    case 'decision.step-reopened': {
      const again = event.data.step
      return { ...follow, closed: null, tasks: follow.tasks.map((one) => (one.step === again || one.step === 'checked' ? { ...one, done: null, notNeeded: null } : one)) }
    }
    case 'decision.checked': {
      const { on, how, evidence, ownCheckReason } = event.data
      return onStep('checked', (one) => ({ ...one, done: { on, how, evidence, by: author, state: null, receivedOn: null, ownCheckReason } }))
    }
    case 'decision.watched': return { ...follow, watched: [...follow.watched, { ...event.data, by: author }] }
    case 'decision.ended': return { ...follow, ended: { on: event.data.on, because: event.data.because, note: event.data.note, by: author } }
    case 'decision.closed': return { ...follow, closed: author }
    default: return follow
  }
}

export const newFollowThrough = (madeAt: string): FollowThrough =>
  ({ madeOn: dayInEngland(madeAt), tasks: [], watched: [], ended: null, closed: null, replacedBy: null })

/** Everybody who did a step that a check is about; the check has to be somebody else's. */
export function doersOf(follow: FollowThrough): ReadonlySet<string> {
  return new Set(follow.tasks.flatMap(({ step, done }) => (step !== 'checked' && done ? [done.by.id] : [])))
}

import { z } from 'zod'
import { isoInstant } from '../domain/date.ts'
import { roles } from '../domain/role.ts'
import { actionEvents } from './events/action-events.ts'
import { decisionEvents } from './events/decision-events.ts'
import { entryEvents } from './events/entry-events.ts'
import { evidenceEvents } from './events/evidence-events.ts'
import { followThroughEvents } from './events/follow-through-events.ts'
import { letterEvents } from './events/letter-events.ts'
import { packEvents } from './events/pack-events.ts'
import { positionEvents } from './events/position-events.ts'
import { registerEvents } from './events/register-events.ts'
import { reviewEvents } from './events/review-events.ts'

/**
 * Every type of event and the shape of its data. A shape, once released, is never edited: a new version gets
 * a new name with a number (`entry.added/2`) and the old one stays here, so that old trails are readable for ever.
 */
export const eventData = { ...registerEvents, ...packEvents, ...positionEvents, ...actionEvents, ...entryEvents, ...decisionEvents, ...followThroughEvents, ...evidenceEvents, ...letterEvents, ...reviewEvents } as const
export type EventType = keyof typeof eventData
export type EventData<T extends EventType> = z.infer<(typeof eventData)[T]>
export const eventTypes = Object.keys(eventData) as EventType[]
export const isEventType = (type: string): type is EventType => Object.hasOwn(eventData, type)

export const subjectKinds = ['register', 'person', 'entry', 'decision', 'letter'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const actor = z.strictObject({
  id: z.union([z.uuid(), z.literal('system')]),
  name: z.string().min(1).max(300),
  role: z.union([z.enum(roles), z.literal('system')]),
})
export type Actor = z.infer<typeof actor>
export const systemActor: Actor = Object.freeze({ id: 'system', name: 'Practice Sharing Register', role: 'system' })

export const envelope = z.strictObject({
  format: z.literal('psr-event/1'),
  register: z.uuid(),
  seq: z.int().positive(),
  at: isoInstant,
  actor,
  type: z.string().min(1).max(80),
  subject: z.strictObject({ kind: z.enum(subjectKinds), id: z.uuid() }),
  data: z.record(z.string(), z.unknown()),
  app: z.string().min(1).max(40),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
})

type Envelope = z.infer<typeof envelope>
type EventOf<T extends EventType> = Omit<Envelope, 'type' | 'data'> & { type: T; data: EventData<T> }
/** An event of a known type, with its data typed by that type. */
export type TrailEvent<T extends EventType = EventType> = T extends EventType ? EventOf<T> : never

/** What a command decides: the store adds the number, the time, the author and the link. */
export type NewEvent<T extends EventType = EventType> = T extends EventType
  ? { type: T; subject: Envelope['subject']; data: EventData<T>; actor?: Actor }
  : never

export type ParsedEvent =
  | { ok: true; event: TrailEvent }
  | { ok: false; problem: 'unknown-type' | 'not-as-described'; detail: string }

/** Parses one event, envelope and data. An unknown type means that a newer version of the app wrote it. */
export function parseEvent(value: unknown): ParsedEvent {
  const outer = envelope.safeParse(value)
  if (!outer.success) return { ok: false, problem: 'not-as-described', detail: firstIssue(outer.error) }
  const { type } = outer.data
  if (!isEventType(type)) return { ok: false, problem: 'unknown-type', detail: type }
  const data = eventData[type].safeParse(outer.data.data)
  if (!data.success) return { ok: false, problem: 'not-as-described', detail: firstIssue(data.error) }
  return { ok: true, event: { ...outer.data, type, data: data.data } as TrailEvent }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'not as described'
}

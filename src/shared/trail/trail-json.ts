import { z } from 'zod'
import { isoDate, isoInstant } from '../domain/date.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const trailScope = z.strictObject({
  kind: z.enum(['whole', 'entry', 'decision', 'period']),
  /** Reference of the entry or decision, for people; null for the others. */
  ref: z.string().nullable(),
  /** Identity of the entry or decision. */
  id: z.uuid().nullable(),
  from: isoDate.nullable(), to: isoDate.nullable(),
  /** Only what was recorded up to the end of this day in England; left out where it goes up to the head. */
  asAt: isoDate.optional(),
})
export type TrailScope = z.infer<typeof trailScope>

/** An exported trail (normative). `hashes` is complete even where `events` is filtered. */
export const trailJson = z.strictObject({
  format: z.literal('psr-trail/1'),
  register: z.strictObject({ id: z.uuid(), practice: z.string(), ods: z.string() }),
  generated: z.strictObject({ at: isoInstant, by: z.string(), app: z.string(), rules: z.string() }),
  scope: trailScope,
  head: z.strictObject({ seq: z.int().nonnegative(), hash: sha256 }),
  hashes: z.array(sha256),
  /** Each event as recorded; parsed one by one, so that a damaged one is named rather than the whole refused. */
  events: z.array(z.unknown()),
})
export type TrailJson = z.infer<typeof trailJson>

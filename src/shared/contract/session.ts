import { z } from 'zod'
import { isoInstant } from '../domain/date.ts'
import { roles } from '../domain/role.ts'
import { done, id, nothing, procedure } from './procedure.ts'
import { appStatus, passphrase } from './setup.ts'

const words = z.string().min(1, 'Enter your passphrase').max(200)

export const sessionCalls = {
  /** Everybody in office, for the sign-in screen. */
  'session.people': procedure(nothing, z.array(z.strictObject({
    id, name: z.string(), role: z.enum(roles),
    /** False until the person has chosen a passphrase. */
    hasKey: z.boolean(),
    /** After wrong tries: when the next one is allowed. */
    waitUntil: isoInstant.nullable(),
  }))),
  'session.sign-in': procedure(z.strictObject({ person: id, passphrase: words }), appStatus),
  /** First use: makes the person's key and signs them in. Refused when the person already has one. */
  'session.choose-passphrase': procedure(z.strictObject({ person: id, passphrase }), appStatus),
  'session.lock': procedure(nothing, appStatus),
  /** Somebody is there: puts the automatic lock off. */
  'session.touch': procedure(nothing, done),
} as const

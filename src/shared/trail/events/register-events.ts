import { z } from 'zod'
import { isoDate } from '../../domain/date.ts'
import { longText, shortText } from '../../domain/entry-fields.ts'
import { policy, practice } from '../../domain/practice.ts'
import { position } from '../../domain/position.ts'
import { roles } from '../../domain/role.ts'
import { actionChoices, actionSlugs } from '../../domain/action.ts'
import { change } from '../change.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Practice, people, sessions, positions, the nine actions, exports. */
export const registerEvents = {
  'register.created': z.strictObject({ practice, policy }),
  'practice.changed': z.strictObject({ changes: z.array(change).min(1) }),
  'policy.changed': z.strictObject({ from: policy, to: policy, reason: longText.min(1) }),
  'person.added': z.strictObject({ name: shortText.min(1), role: z.enum(roles), startedOn: isoDate }),
  'person.changed': z.strictObject({ changes: z.array(change).min(1) }),
  'person.key-added': z.strictObject({
    /** base64 of the raw 32 bytes of an Ed25519 public key. */
    publicKey: z.base64().length(44),
    because: z.enum(['first-use', 'lost-passphrase', 'changed-passphrase']),
    vouchedBy: z.uuid().nullable(),
  }),
  'person.left': z.strictObject({ on: isoDate, reason: shortText.nullable() }),
  'session.signed-in': z.strictObject({}),
  'session.refused': z.strictObject({ tries: z.int().positive(), at: z.enum(['sign-in', 'answer', 'vouch']) }),
  'positions.loaded': z.strictObject({ version: shortText, positions: z.array(position).max(500) }),
  'action.chosen': z.strictObject({ action: z.enum(actionSlugs), choice: z.enum(actionChoices), on: isoDate, reason: longText }),
  'export.made': z.strictObject({
    report: z.enum(['trail', 'schedule', 'decision', 'letter', 'calendar', 'signing-page']),
    scope: z.strictObject({ kind: z.enum(['whole', 'entry', 'decision', 'period']), ref: z.string().nullable(), from: isoDate.nullable(), to: isoDate.nullable(), asAt: isoDate.optional() }),
    /** File name without its folder: where people keep files is their own affair. */
    fileName: z.string().max(255),
    sha256, bytes: z.int().positive(),
    head: z.strictObject({ seq: z.int().nonnegative(), hash: sha256 }),
  }),
} as const

import { z } from 'zod'
import { isoDate, isoInstant } from '../domain/date.ts'
import { shortText, longText } from '../domain/entry-fields.ts'
import { policy, practice } from '../domain/practice.ts'
import { roles } from '../domain/role.ts'
import { done, id, nothing, procedure } from './procedure.ts'
import { passphrase } from './setup.ts'

export const personRow = z.strictObject({
  id, name: z.string(), role: z.enum(roles), startedOn: isoDate, leftOn: isoDate.nullable(),
  lastSignedInAt: isoInstant.nullable(),
  keys: z.array(z.strictObject({ fingerprint: z.string(), addedAt: isoInstant, because: z.string(), vouchedBy: z.string().nullable() })),
  /** Entries this person owns that are not closed, and statements that wait for their answer. */
  owns: z.int(), waits: z.int(),
})
export type PersonRow = z.infer<typeof personRow>

export const peopleCalls = {
  'practice.get': procedure(nothing, z.strictObject({
    practice, policy, createdAt: isoInstant, partnersInOffice: z.int(),
    /** Called from a screen: which roles may do what, as the table has it. */
    permissions: z.array(z.strictObject({ act: z.string(), roles: z.array(z.enum(roles)) })),
  })),
  'practice.change': procedure(z.strictObject({ practice }), done),
  'policy.change': procedure(z.strictObject({ policy, reason: longText.min(1, 'Enter why the rule changes') }), done),
  'people.list': procedure(nothing, z.array(personRow)),
  'people.add': procedure(z.strictObject({ name: shortText.min(1, 'Enter a name'), role: z.enum(roles), startedOn: isoDate }), z.strictObject({ id })),
  'people.change': procedure(z.strictObject({ person: id, name: shortText.min(1, 'Enter a name'), role: z.enum(roles) }), done),
  'people.leave': procedure(z.strictObject({ person: id, on: isoDate, reason: shortText.nullable() }), done),
  /** A lost passphrase: a new key, vouched for by another partner who enters their own passphrase. */
  'people.replace-key': procedure(z.strictObject({ person: id, passphrase, voucher: id, voucherPassphrase: z.string().min(1, 'Enter the passphrase of the partner who vouches').max(200) }), done),
} as const

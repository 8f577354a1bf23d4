import { z } from 'zod'
import { actionStatement } from '../domain/action-statement.ts'
import { isoInstant } from '../domain/date.ts'
import { position } from '../domain/position.ts'
import { quorumRules } from '../domain/practice.ts'
import { roles } from '../domain/role.ts'
import { statement } from '../domain/statement.ts'
import { canonical, statementHash, type TrailCrypto } from '../trail/canonical.ts'
import { wrappedKey } from './wrapped-key.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One statement that waits, whole, with its hash. */
export const packedStatement = z.discriminatedUnion('kind', [
  /** `positionSince` is what counted when the pack was made, where that is not what the statement quotes. */
  z.strictObject({ kind: z.literal('decision'), statement, hash: sha256, fixedAt: isoInstant, positionSince: position.nullable() }),
  z.strictObject({ kind: z.literal('action'), statement: actionStatement, hash: sha256, fixedAt: isoInstant }),
])
export type PackedStatement = z.infer<typeof packedStatement>

/** What it takes for one partner to read and answer, on a computer that has no register. */
export const signOffPack = z.strictObject({
  format: z.literal('psr-pack/1'),
  register: z.strictObject({ id: z.uuid(), practice: z.strictObject({ name: z.string().max(300), ods: z.string().max(12) }) }),
  /** The newest event when it was made: a head that somebody else then holds. */
  head: z.strictObject({ seq: z.int().positive(), hash: sha256 }),
  made: z.strictObject({ at: isoInstant, by: z.strictObject({ id: z.uuid(), name: z.string().max(300), role: z.enum(roles) }), app: z.string().max(40) }),
  signatory: z.strictObject({ id: z.uuid(), name: z.string().max(300), role: z.literal('partner'), publicKey: z.base64().length(44) }),
  /** The practice's rule, so that the page can say how many have to agree. */
  rule: z.strictObject({ quorum: z.enum(quorumRules), number: z.int().nullable(), waitForAll: z.boolean(), partners: z.int().positive() }),
  statements: z.array(packedStatement).min(1).max(200),
  /** The signatory's own private key under their passphrase. */
  key: wrappedKey,
  /** Over everything above, so that damage on the way shows. */
  hash: sha256,
})
export type SignOffPack = z.infer<typeof signOffPack>

const packDomain = 'psr-pack/1\n'

export function packHash({ hash: _hash, ...rest }: Omit<SignOffPack, 'hash'> & { hash?: string }, crypto: TrailCrypto): string {
  return crypto.sha256(packDomain + canonical(rest))
}

/** What is wrong with the statements of a pack, in a sentence; null where each is what its hash says and stands once. */
export function packFault({ statements, register }: SignOffPack, crypto: TrailCrypto): string | null {
  const seen = new Set<string>()
  for (const { statement: text, hash } of statements) {
    if (statementHash(text, crypto) !== hash) return `Statement ${text.decision.ref} is not the text that its hash was made from.`
    if (seen.has(text.decision.id)) return `Statement ${text.decision.ref} stands in it twice.`
    if (text.practice.ods !== register.practice.ods) return `Statement ${text.decision.ref} is of another practice.`
    seen.add(text.decision.id)
  }
  return null
}

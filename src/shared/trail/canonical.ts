import canonicalize from 'canonicalize'
import { inOrder } from './in-order.ts'

/**
 * RFC 8785 text of a JSON value: the only form that is ever hashed or signed.
 *
 * With its keys in order a JSON value has that text by `JSON.stringify`, which is several times as fast; a lone
 * surrogate, which would show as an escape, and everything else out of the ordinary is left to the library.
 */
export function canonical(value: unknown): string {
  const ordered = inOrder(value)
  const plain = ordered === undefined ? undefined : JSON.stringify(ordered)
  const text = plain === undefined || plain.includes('\\ud') ? canonicalize(value) : plain
  if (text === undefined) throw new RangeError('Not a JSON value')
  return text
}

/** Each hash and signature starts with the name of what it covers, so that none can stand in for another. */
export const eventDomain = 'psr-event/1\n'
export const statementDomain = 'psr-statement/1\n'
export const signatureDomain = 'psr-signature/1\n'

/** What the hash of event 0 would be. */
export const genesis = '0'.repeat(64)

/** The two primitives the trail rests on, given by the host: node:crypto in the app, a pure library in a browser page. */
export type TrailCrypto = Readonly<{
  /** Lower-case hex SHA-256 of the UTF-8 bytes. */
  sha256: (text: string) => string
  /** @param publicKey base64 of the raw 32 bytes. @param signature base64. False for anything malformed. */
  verifyEd25519: (publicKey: string, text: string, signature: string) => boolean
}>

export const eventHash = (body: string, crypto: TrailCrypto): string => crypto.sha256(eventDomain + body)
export const statementHash = (statement: unknown, crypto: TrailCrypto): string => crypto.sha256(statementDomain + canonical(statement))

export type SignedAnswer = Readonly<{
  statementHash: string, decision: string, signatory: string
  answer: string, comment: string | null, signedAt: string
}>

/** Exactly the six fields, whatever else the object carries. */
export function signedText(signed: SignedAnswer): string {
  const { statementHash, decision, signatory, answer, comment, signedAt } = signed
  return signatureDomain + canonical({ statementHash, decision, signatory, answer, comment, signedAt })
}

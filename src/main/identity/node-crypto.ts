import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto'
import type { TrailCrypto } from '../../shared/trail/canonical.ts'
import { isSoundKey } from '../../shared/trail/sound-key.ts'

const keys = new Map<string, KeyObject>()

/** Node passes over what is not base64; here a text that is not the only one for its bytes is none. */
function bytesOf(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.toString('base64') === base64 ? bytes : undefined
}

/** A raw Ed25519 public key as a key object; undefined when the text is not one. Kept, because a check asks for few keys many times. */
function publicKeyOf(base64: string): KeyObject | undefined {
  const known = keys.get(base64)
  if (known) return known
  const raw = bytesOf(base64)
  if (!raw || !isSoundKey(raw)) return undefined
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
  keys.set(base64, key)
  return key
}

/** SHA-256 and Ed25519 by Node. */
export const nodeCrypto: TrailCrypto = Object.freeze({
  sha256: (text: string) => hash('sha256', text, 'hex'),
  verifyEd25519: (publicKey: string, text: string, signature: string) => {
    try {
      const key = publicKeyOf(publicKey)
      const bytes = bytesOf(signature)
      return key !== undefined && bytes !== undefined && verify(null, Buffer.from(text), key, bytes)
    } catch {
      // A key or signature that cannot be read is not a valid one; that is the whole answer.
      return false
    }
  },
})

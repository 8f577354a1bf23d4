import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import type { TrailCrypto } from '../shared/trail/canonical.ts'
import { isSoundKey } from '../shared/trail/sound-key.ts'

const { Point } = ed25519
const order = Point.Fn.ORDER
const utf8 = new TextEncoder()

export const sha256Of = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** SHA-256 and Ed25519 in plain JavaScript: in a page opened from a folder there is nothing else that answers at once. */
export const pageCrypto: TrailCrypto = Object.freeze({
  sha256: (text: string) => sha256Of(utf8.encode(text)),
  verifyEd25519: (publicKey: string, text: string, signature: string) => {
    const key = bytesOf(publicKey)
    const signed = bytesOf(signature)
    return key !== undefined && signed !== undefined && isSoundKey(key) && signed.length === 64 && holds(key, utf8.encode(text), signed)
  },
})

/**
 * RFC 8032 in the strict form that the app's own library checks: R as written has to be sB - kA, byte for byte. The
 * library used here would also take signatures that differ by a point of small order, and then two verifiers of the same
 * file could disagree.
 */
function holds(key: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean {
  const [r, s] = [signature.subarray(0, 32), numberOf(signature.subarray(32))]
  if (s >= order) return false
  try {
    const k = numberOf(sha512(concatBytes(r, key, text))) % order
    const expected = Point.BASE.multiplyUnsafe(s).add(Point.fromBytes(key, true).negate().multiplyUnsafe(k)).toBytes()
    return expected.every((byte, at) => byte === r[at])
  } catch {
    // The bytes are no point of the curve; that is the whole answer.
    return false
  }
}

/** Little-endian. */
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${bytesToHex(bytes.toReversed())}`)

/** Only the one text that stands for the bytes: no spaces, no missing padding, no bits left over. */
function bytesOf(base64: string): Uint8Array | undefined {
  try {
    const text = atob(base64)
    return btoa(text) === base64 ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : undefined
  } catch {
    return undefined
  }
}

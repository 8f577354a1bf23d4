import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyFingerprint } from '../../../src/main/identity/key-fingerprint.ts'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { newSigningKey, signAnswer } from '../../../src/main/identity/signing-key.ts'
import { signedText } from '../../../src/shared/trail/canonical.ts'

const signed = { statementHash: 'a'.repeat(64), decision: 'd', signatory: 's', answer: 'agree', comment: 'Ça va.', signedAt: '2026-11-23T09:00:00.000Z' }
const key = newSigningKey()
const signature = signAnswer(signed, key.privateKey)
const holds = (text: string, by = key.publicKey, with_ = signature): boolean => nodeCrypto.verifyEd25519(by, text, with_)

describe('a signature', () => {
  it('holds for the six fields under the key that made it', () => {
    expect(holds(signedText(signed))).toBe(true)
    expect(Buffer.from(signature, 'base64')).toHaveLength(64)
    expect(Buffer.from(key.publicKey, 'base64')).toHaveLength(32)
  })

  it('does not hold when any field differs, nor under another key', () => {
    for (const field of Object.keys(signed)) expect(holds(signedText({ ...signed, [field]: 'disagree' })), field).toBe(false)
    expect(holds(signedText({ ...signed, comment: null }))).toBe(false)
    expect(holds(signedText(signed), newSigningKey().publicKey)).toBe(false)
  })

  it('does not hold for the same fields without the name of what is signed', () => {
    expect(holds(signedText(signed).replace('psr-signature/1\n', ''))).toBe(false)
    expect(holds(signedText(signed).replace('psr-signature/1\n', 'psr-statement/1\n'))).toBe(false)
  })

  it('that is malformed, or a key that is, is simply not valid', () => {
    for (const bad of ['', 'nonsense', signature.slice(0, 40), `${signature}AAAA`]) expect(holds(signedText(signed), key.publicKey, bad), bad).toBe(false)
    for (const bad of ['', 'nonsense', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')]) expect(holds(signedText(signed), bad), bad).toBe(false)
    // Another text for the same bytes is not what was recorded.
    const last = signature.slice(85, 86)
    const same = signature.slice(0, 85) + String.fromCodePoint((last.codePointAt(0) ?? 0) + 1) + signature.slice(86)
    expect(Buffer.from(same, 'base64').equals(Buffer.from(signature, 'base64'))).toBe(true)
    expect(holds(signedText(signed), key.publicKey, same)).toBe(false)
  })
})

describe('the fingerprint of a key', () => {
  it('is the beginning of the SHA-256 of its bytes', () => {
    const raw = Buffer.from(key.publicKey, 'base64')
    expect(keyFingerprint(key.publicKey)).toBe(createHash('sha256').update(raw).digest('hex').slice(0, 16))
    expect(keyFingerprint(Buffer.alloc(32).toString('base64'))).toBe('66687aadf862bd77')
  })

  it('differs from key to key', () => {
    expect(new Set(Array.from({ length: 20 }, () => keyFingerprint(newSigningKey().publicKey))).size).toBe(20)
  })
})

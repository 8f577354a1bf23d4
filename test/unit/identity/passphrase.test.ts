import { describe, expect, it } from 'vitest'
import { parseWrappedKey, unwrapKey, usualCost, wrapKey } from '../../../src/main/identity/passphrase.ts'
import { newSigningKey, privateKeyBytes, privateKeyFrom, signAnswer } from '../../../src/main/identity/signing-key.ts'
import { cheap } from '../../fixtures/office.ts'

const secret = (): Buffer => Buffer.from('forty-eight bytes that nobody else may ever see.')
const words = 'a café on Rue de l’Église'

describe('a wrapped key', () => {
  it('opens with its passphrase and no other', async () => {
    const lock = await wrapKey(secret(), words, cheap)
    expect(await unwrapKey(lock, words)).toEqual(secret())
    for (const wrong of ['', ` ${words}`, words.toUpperCase(), words.slice(1), `${words}\u0301`]) expect(await unwrapKey(lock, wrong), wrong).toBeNull()
  })

  it('opens however the keyboard writes an accent', async () => {
    expect(words.normalize('NFD')).not.toBe(words.normalize('NFC'))
    const lock = await wrapKey(secret(), words.normalize('NFD'), cheap)
    expect(await unwrapKey(lock, words.normalize('NFC'))).toEqual(secret())
    expect(await unwrapKey(await wrapKey(secret(), words.normalize('NFC'), cheap), words.normalize('NFD'))).toEqual(secret())
  })

  it('leaves nothing of the bytes it was given, and nothing of them or the passphrase in what is stored', async () => {
    const given = secret()
    const lock = await wrapKey(given, words, cheap)
    expect(given.every((byte) => byte === 0)).toBe(true)
    const stored = JSON.stringify(lock)
    expect(stored).not.toContain(secret().toString('base64').slice(0, 20))
    expect(stored).not.toContain('café')
  })

  it('is another one each time', async () => {
    const [one, other] = await Promise.all([wrapKey(secret(), words, cheap), wrapKey(secret(), words, cheap)])
    expect([one.salt, one.iv, one.bytes]).not.toEqual([other.salt, other.iv, other.bytes])
    expect(one.salt).not.toBe(other.salt)
    expect(one.iv).not.toBe(other.iv)
  })

  it('does not open when any part of it was changed', async () => {
    const lock = await wrapKey(secret(), words, cheap)
    for (const part of ['salt', 'iv', 'tag', 'bytes'] as const) {
      const bytes = Buffer.from(lock[part], 'base64')
      bytes[0] = (bytes[0] ?? 0) ^ 1
      expect(await unwrapKey({ ...lock, [part]: bytes.toString('base64') }, words), part).toBeNull()
    }
    expect(await unwrapKey({ ...lock, n: lock.n * 2 }, words)).toBeNull()
  })

  it('costs what the design asks when nobody says otherwise, and says so in what is stored', async () => {
    const lock = await wrapKey(secret(), words)
    expect(lock).toMatchObject({ kdf: 'scrypt', n: 2 ** 17, r: 8, p: 1, cipher: 'aes-256-gcm' })
    expect(usualCost.n).toBeGreaterThanOrEqual(2 ** 17)
    expect(await unwrapKey(lock, words)).toEqual(secret())
  })

  it('is read back from its text, and nothing else is taken for one', async () => {
    const lock = await wrapKey(secret(), words, cheap)
    expect(parseWrappedKey(JSON.stringify(lock))).toEqual(lock)
    for (const other of [{ ...lock, n: 1024 }, { ...lock, kdf: 'pbkdf2' }, { ...lock, salt: '?' }, { ...lock, more: 1 }]) expect(() => parseWrappedKey(JSON.stringify(other))).toThrow()
  })

  it('brings back a private key that signs as before', async () => {
    const { privateKey } = newSigningKey()
    const lock = await wrapKey(privateKeyBytes(privateKey), words, cheap)
    const bytes = await unwrapKey(lock, words)
    const signed = { statementHash: 'a'.repeat(64), decision: 'd', signatory: 's', answer: 'agree', comment: null, signedAt: '2026-11-23T09:00:00.000Z' }
    expect(signAnswer(signed, privateKeyFrom(bytes ?? Buffer.alloc(0)))).toBe(signAnswer(signed, privateKey))
  })
})

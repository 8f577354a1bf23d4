import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto'
import { wrappedKey, type WrappedKey } from '../../shared/pack/wrapped-key.ts'

/** scrypt at N = 2^17, r = 8, p = 1: about half a second and 128 MB on a practice PC. */
export const usualCost = Object.freeze({ n: 2 ** 17, r: 8, p: 1 })
export type Cost = Readonly<{ n: number; r: number; p: number }>

/** Wraps a private key under a passphrase. The bytes handed in are wiped. */
export async function wrapKey(bytes: Buffer, passphrase: string, cost: Cost = usualCost): Promise<WrappedKey> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const key = await stretch(passphrase, salt, cost)
  try {
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    return {
      kdf: 'scrypt', ...cost, salt: salt.toString('base64'),
      cipher: 'aes-256-gcm', iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), bytes: body.toString('base64'),
    }
  } finally {
    key.fill(0)
    bytes.fill(0)
  }
}

/** The private key's bytes, or null when the passphrase is not the one. The caller wipes them after use. */
export async function unwrapKey(lock: WrappedKey, passphrase: string): Promise<Buffer | null> {
  const key = await stretch(passphrase, Buffer.from(lock.salt, 'base64'), lock)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(lock.iv, 'base64'))
    decipher.setAuthTag(Buffer.from(lock.tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(lock.bytes, 'base64')), decipher.final()])
  } catch {
    // GCM refuses a wrong key and an altered text alike: either way this passphrase does not open it.
    return null
  } finally {
    key.fill(0)
  }
}

export const parseWrappedKey = (text: string): WrappedKey => wrappedKey.parse(JSON.parse(text))

/** One person types the same words as NFC on one keyboard and NFD on another. */
function stretch(passphrase: string, salt: Buffer, { n, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) => { if (error) reject(error); else resolve(key) })
  })
}

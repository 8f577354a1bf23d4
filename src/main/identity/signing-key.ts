import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { signedText, type SignedAnswer } from '../../shared/trail/canonical.ts'

export type SigningKey = Readonly<{ publicKey: string; privateKey: KeyObject }>

/** A new Ed25519 key pair; the public half as base64 of its raw 32 bytes. */
export function newSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  return { publicKey: Buffer.from(x ?? '', 'base64url').toString('base64'), privateKey }
}

/** PKCS#8 bytes of a private key, to be wrapped at once. */
export const privateKeyBytes = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' })
export const privateKeyFrom = (bytes: Buffer): KeyObject => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' })

export const signAnswer = (answer: SignedAnswer, privateKey: KeyObject): string =>
  sign(null, Buffer.from(signedText(answer)), privateKey).toString('base64')

import { hash } from 'node:crypto'

/** The first 16 digits of the SHA-256 of a public key's raw bytes: what print and screen call a key. */
export const keyFingerprint = (publicKey: string): string => hash('sha256', Buffer.from(publicKey, 'base64'), 'hex').slice(0, 16)

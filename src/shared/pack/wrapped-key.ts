import { z } from 'zod'

const base64 = z.base64()

/** How a private key is wrapped: everything but the passphrase. Stored as it is, so that the cost can rise later. */
export const wrappedKey = z.strictObject({
  kdf: z.literal('scrypt'), n: z.int().min(2 ** 14).max(2 ** 22), r: z.int().min(1).max(32), p: z.int().min(1).max(16), salt: base64,
  cipher: z.literal('aes-256-gcm'), iv: base64, tag: base64, bytes: base64,
})
export type WrappedKey = z.infer<typeof wrappedKey>

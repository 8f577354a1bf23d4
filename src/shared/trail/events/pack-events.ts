import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A sign-off pack left for another computer. The subject is the partner it was made for. */
export const packEvents = {
  'pack.made': z.strictObject({
    /** Hash of the file as it was saved. An answer that comes back names it. */
    sha256,
    /** Hashes of the statements in it. */
    statements: z.array(sha256).min(1).max(200),
    /** Of the wrapped key that travels with it. */
    publicKey: z.base64().length(44),
    head: z.strictObject({ seq: z.int().positive(), hash: sha256 }),
  }),
} as const

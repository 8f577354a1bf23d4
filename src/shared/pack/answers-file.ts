import { z } from 'zod'
import { isoInstant } from '../domain/date.ts'
import { canonical, type TrailCrypto } from '../trail/canonical.ts'
import { signedAnswer } from '../trail/events/decision-events.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One answer as it was signed, when the page showed the statement, and a seal over both. */
export const sealedAnswer = signedAnswer.omit({ via: true }).extend({ shownAt: isoInstant, seal: sha256 })
export type SealedAnswer = z.infer<typeof sealedAnswer>

/** What comes back from the other computer. Each answer is read by itself, so that one that was damaged takes no other with it. */
export const answersFile = z.strictObject({
  format: z.literal('psr-answers/1'),
  register: z.strictObject({ id: z.uuid(), practice: z.strictObject({ name: z.string().max(300), ods: z.string().max(12) }) }),
  /** SHA-256 of the pack's file. */
  pack: sha256,
  signatory: z.strictObject({ id: z.uuid(), name: z.string().max(300) }),
  saved: z.strictObject({ at: isoInstant, app: z.string().max(40) }),
  answers: z.array(z.unknown()).min(1).max(200),
})
export type AnswersFile = z.infer<typeof answersFile>

const answersDomain = 'psr-answers/1\n'

/** The signature covers six fields; the seal shows damage to the rest: which register, which pack, when it was shown. */
export function sealOf(register: string, pack: string, { seal: _seal, ...answer }: Omit<SealedAnswer, 'seal'> & { seal?: string }, crypto: TrailCrypto): string {
  return crypto.sha256(answersDomain + canonical({ register, pack, answer }))
}

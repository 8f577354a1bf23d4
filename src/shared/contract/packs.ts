import { z } from 'zod'
import { isoDate, isoInstant } from '../domain/date.ts'
import { answers } from '../domain/decision-draft.ts'
import { longText } from '../domain/entry-fields.ts'
import { packedStatement, signOffPack } from '../pack/sign-off-pack.ts'
import { done, id, nothing, procedure } from './procedure.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const answer = z.enum(answers)
const comment = longText.nullable()
const words = z.string().min(1, 'Enter your passphrase').max(200)

/** The pack that is open on a computer without a register, and what was answered so far. Held in memory only. */
export const openPack = z.strictObject({
  fileName: z.string(),
  register: signOffPack.shape.register, made: signOffPack.shape.made, signatory: signOffPack.shape.signatory.omit({ publicKey: true }), rule: signOffPack.shape.rule,
  /** The clock of this computer stands before the time the pack was made, so that nothing signed now could be taken. */
  clockBehind: z.boolean(),
  /** After wrong passphrases: when the next try is allowed. */
  waitUntil: isoInstant.nullable(),
  items: z.array(z.strictObject({
    asked: packedStatement,
    given: z.strictObject({ answer, comment, at: isoInstant }).nullable(),
  })),
  /** Answers that stand in no file yet. */
  unsaved: z.int(),
})
export type OpenPack = z.infer<typeof openPack>

/** One answer of a file, and what would become of it. */
export const broughtAnswer = z.strictObject({
  ref: z.string().nullable(), title: z.string(), answer: answer.nullable(), comment, signedAt: isoInstant.nullable(),
  taken: z.boolean(),
  /** What happens with it, or why nothing does. */
  says: z.string(),
})
export type BroughtAnswer = z.infer<typeof broughtAnswer>

export const packCalls = {
  /** Partners in office, and what a pack for each would ask about. */
  'pack.choices': procedure(nothing, z.array(z.strictObject({
    id, name: z.string(),
    /** Why there can be no pack for them; null where there can. */
    unable: z.string().nullable(),
    statements: z.array(z.strictObject({ ref: z.string(), title: z.string() })),
    /** When the last one was made. */
    lastMade: isoInstant.nullable(),
  }))),
  /** Asks where to save; null when cancelled. */
  'pack.make': procedure(z.strictObject({ signatory: id }), z.strictObject({ fileName: z.string(), sha256, statements: z.int() }).nullable()),
  /** Asks for a file of answers and checks it. Records nothing. Null when cancelled. */
  'pack.bring-back': procedure(nothing, z.strictObject({ token: id, fileName: z.string(), signatory: z.string(), items: z.array(broughtAnswer) }).nullable()),
  /** Records what the preview said would be taken, all of it or nothing. */
  'pack.record': procedure(z.strictObject({ token: id }), z.strictObject({ recorded: z.int() })),

  /** `start` opens the pack that the app was started with. Null when cancelled. */
  'elsewhere.open': procedure(z.strictObject({ from: z.enum(['dialog', 'start']) }), openPack.nullable()),
  'elsewhere.get': procedure(nothing, openPack.nullable()),
  /** The page shows this statement, with what it changes in practice. */
  'elsewhere.shown': procedure(z.strictObject({ statementHash: sha256 }), done),
  'elsewhere.answer': procedure(z.strictObject({ statementHash: sha256, answer, comment, passphrase: words })
    .refine((value) => value.answer !== 'disagree' || (value.comment ?? '').trim() !== '', { path: ['comment'], message: 'Say why you disagree. It is printed in full' }), openPack),
  /** Asks where to save the answers; null when cancelled. */
  'elsewhere.save': procedure(nothing, z.strictObject({ fileName: z.string(), answers: z.int() }).nullable()),
  /** Forgets the pack and every answer that was not saved. */
  'elsewhere.close': procedure(nothing, done),

  /** A page to sign in ink, for one partner or for everybody who is still asked. Asks where to save; null when cancelled. */
  'paper.print': procedure(z.strictObject({ decision: id, signatory: id.nullable() }), z.strictObject({ fileName: z.string(), sha256, bytes: z.int(), pages: z.int() }).nullable()),
  /** Records a signed page with its scan. The file was chosen with `evidence.choose`. */
  'paper.record': procedure(z.strictObject({
    decision: id, statementHash: sha256, signatory: id, answer, comment, signedOn: isoDate,
    code: z.string().regex(/^\s*([0-9a-fA-F][\s-]*){16}$/, 'Enter the 16 digits in the box at the top of the page'),
    token: z.uuid('Choose the scan of the page'),
  }).refine((value) => value.answer !== 'disagree' || (value.comment ?? '').trim() !== '', { path: ['comment'], message: 'Enter the reason that stands on the page. It is printed in full' }), done),
} as const

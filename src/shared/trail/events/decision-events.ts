import { z } from 'zod'
import { isoDate, isoInstant } from '../../domain/date.ts'
import { advice, answers, decisionDraft } from '../../domain/decision-draft.ts'
import { longText, shortText } from '../../domain/entry-fields.ts'
import { quorumRules } from '../../domain/practice.ts'
import { statement } from '../../domain/statement.ts'
import { verbs } from '../../domain/verb.ts'
import { change } from '../change.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const person = z.strictObject({ id: z.uuid(), name: z.string() })

/** How the answers stood when the decision was made or refused, and by which rule. */
export const tally = z.strictObject({
  rule: z.enum(quorumRules), needed: z.int().positive(), waitForAll: z.boolean(),
  inOffice: z.array(person), agree: z.array(z.uuid()), disagree: z.array(z.uuid()), standAside: z.array(z.uuid()),
  /** Partners without whose agreement it cannot be made: the second partner of an override. */
  mustAgree: z.array(z.uuid()),
})
export type Tally = z.infer<typeof tally>

/** `replaces` is the earlier decision whose place this one takes once it is made. */
const outcome = z.strictObject({ entry: z.uuid(), verb: z.enum(verbs), statementHash: sha256, replaces: z.uuid().nullable(), tally })

/**
 * How an answer came in that was given on another computer: the hash of the pack it was asked with, and when the page
 * there showed the statement. Whoever brought it back is the author of the event; the signature is the partner's own.
 */
const via = z.strictObject({ pack: sha256, shownAt: isoInstant })
export type Via = z.infer<typeof via>

/** The six signed fields, the signature and its key, the same for a decision and for a choice about an action. */
export const signedAnswer = z.strictObject({
  statementHash: sha256, decision: z.uuid(), signatory: z.uuid(), answer: z.enum(answers),
  comment: longText.nullable(), signedAt: isoInstant,
  signature: z.base64().length(88), publicKey: z.base64().length(44),
  via: via.optional(),
})

export const decisionEvents = {
  'decision.drafted': z.strictObject({ ref: shortText, entry: z.uuid(), verb: z.enum(verbs), draft: decisionDraft, replaces: z.uuid().nullable() }),
  'decision.changed': z.strictObject({ changes: z.array(change).min(1) }),
  'decision.advice-recorded': z.strictObject({ advice }),
  /** `elsewhere` where a page on another computer showed them to this partner, as the file that came back says. */
  'decision.effects-shown': z.strictObject({
    statementHash: sha256, elsewhere: z.strictObject({ id: z.uuid(), name: z.string(), shownAt: isoInstant, pack: sha256 }).optional(),
  }),
  'decision.fixed': z.strictObject({ entry: z.uuid(), statement, statementHash: sha256 }),
  'decision.voided': z.strictObject({ statementHash: sha256, changes: z.array(change).min(1) }),
  'decision.answered': signedAnswer,
  /** Signed in ink. Nothing here can be checked by computation but that the scan is the file that was attached. */
  'decision.answered-on-paper': z.strictObject({
    statementHash: sha256, decision: z.uuid(), signatory: z.uuid(), answer: z.enum(answers),
    comment: longText.nullable(), signedOn: isoDate,
    /** The first 16 digits of the statement's hash, as they were read off the page. */
    code: z.string().regex(/^[0-9a-f]{16}$/),
    /** The scan of the page, attached to the same decision. */
    evidence: z.uuid(), sha256,
  }),
  'decision.made': outcome,
  'decision.refused': outcome,
  'decision.cancelled': z.strictObject({ reason: longText.min(1) }),
} as const

import { z } from 'zod'
import { isoDate } from '../../domain/date.ts'
import { longText, shortText } from '../../domain/entry-fields.ts'
import { askedThings, replyOutcomes, sendingWays } from '../../domain/letters/asked.ts'

/** An entry as the letter named it. It stays so, whatever the entry is called later. */
const namedEntry = z.strictObject({ id: z.uuid(), ref: shortText.min(1), title: shortText.min(1) })

export const sentLetterKinds = ['notice', 'request', 'reminder'] as const

/**
 * Letters to the other side. The subject is the letter itself, for one letter may be about many entries and, beside
 * them, about a decision: hung on one of these it would be missing from the others.
 */
export const letterEvents = {
  'letter.sent': z.strictObject({
    ref: shortText.min(1), kind: z.enum(sentLetterKinds),
    /** The decision that a notice carries out. */
    decision: z.uuid().nullable(),
    /** The letter that a reminder is about. */
    remindsOf: z.uuid().nullable(),
    entries: z.array(namedEntry).min(1).max(500),
    recipient: shortText.min(1), subject: shortText.min(1),
    how: z.array(z.enum(sendingWays)).min(1), sentOn: isoDate,
    /** Hash of the PDF that was sent; the same stands in the event of its export. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    replyDueOn: isoDate.nullable(),
    asked: z.array(z.strictObject({ what: z.enum(askedThings), dueOn: isoDate })),
  }),
  /** What came back, entry by entry. Evidence is attached to the entries or the decision of the letter. */
  'letter.reply-recorded': z.strictObject({
    on: isoDate,
    items: z.array(z.strictObject({ ref: shortText.min(1), what: z.enum(askedThings), outcome: z.enum(replyOutcomes) })).min(1),
    note: longText, evidence: z.array(z.uuid()).max(20),
  }),
} as const

import { z } from 'zod'
import { isoDate } from '../domain/date.ts'
import { longText, shortText } from '../domain/entry-fields.ts'
import { evidenceCategories } from '../domain/evidence.ts'
import { askedThings, replyOutcomes, sendingWays } from '../domain/letters/asked.ts'
import { letter, letterKinds } from '../domain/letters/letter.ts'
import { letterRecord } from '../domain/letters/letter-record.ts'
import { sentLetterKinds } from '../trail/events/letter-events.ts'
import { id, nothing, procedure } from './procedure.ts'

/** What a letter is written about: a made decision, one entry, every entry with one recipient, or an earlier letter. */
export const letterAbout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('decision'), id }),
  z.strictObject({ kind: z.literal('entry'), id }),
  z.strictObject({ kind: z.literal('recipient'), name: shortText.min(1) }),
  z.strictObject({ kind: z.literal('reminder'), id }),
])
export type LetterAbout = z.infer<typeof letterAbout>

const named = z.strictObject({ id, ref: z.string(), title: z.string() })

export const letterSheet = z.strictObject({
  kind: z.enum(letterKinds), letter,
  /** What the records do not say and the text therefore leaves out. */
  missing: z.array(z.string()),
  recipient: z.string(),
  entries: z.array(named),
  decision: z.strictObject({ id, ref: z.string(), /** What recording this letter as sent would settle; null where that is settled. */ step: z.string().nullable() }).nullable(),
  reminds: z.strictObject({ id, ref: z.string() }).nullable(),
  usuallyAsked: z.array(z.enum(askedThings)), replyDueOn: isoDate,
  /** Other entries with this recipient, for one letter about them all. */
  alsoWith: z.int().nonnegative(),
})
export type LetterSheet = z.infer<typeof letterSheet>

const askedItem = z.strictObject({ ref: z.string(), title: z.string(), what: z.enum(askedThings), dueOn: isoDate, outcome: z.enum(replyOutcomes).nullable(), recordedOn: isoDate.nullable() })

export const letterRow = z.strictObject({
  id, ref: z.string(), kind: z.enum(sentLetterKinds), recipient: z.string(), subject: z.string(), sentOn: isoDate, how: z.array(z.enum(sendingWays)),
  entries: z.array(z.strictObject({ id, ref: z.string() })),
  /** How much was asked for, how much is still waited for, and how much of that is late. */
  asked: z.int(), open: z.int(), late: z.int(), dueOn: isoDate.nullable(),
})
export type LetterRow = z.infer<typeof letterRow>

export const letterDetail = z.strictObject({
  letter: letterRecord, items: z.array(askedItem), late: z.int(), dueOn: isoDate.nullable(), today: isoDate,
  entries: z.array(named),
  decision: z.strictObject({ id, ref: z.string() }).nullable(),
  reminds: z.strictObject({ id, ref: z.string() }).nullable(),
  /** Files that are attached to its entries or its decision and can be named as what came. */
  files: z.array(z.strictObject({ id, name: z.string(), category: z.enum(evidenceCategories), where: z.string(), evidenceOn: isoDate })),
})
export type LetterDetail = z.infer<typeof letterDetail>

export const letterCalls = {
  /** The letter as it would be written now, for somebody to read and change. Records nothing. */
  'letter.draft': procedure(z.strictObject({ about: letterAbout }), letterSheet),
  /** Asks where to save with the system's dialog and writes the PDF; null when cancelled. */
  'letter.export': procedure(z.strictObject({ about: letterAbout, letter }), z.strictObject({ fileName: z.string(), sha256: z.string(), bytes: z.int(), pages: z.int() }).nullable()),
  'letter.record-sent': procedure(z.strictObject({
    about: letterAbout, entries: z.array(id).min(1).max(500),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Save the letter as a PDF first'),
    recipient: shortText.min(1, 'Enter who it went to'), subject: shortText.min(1, 'Enter what the letter is about'),
    how: z.array(z.enum(sendingWays)).min(1, 'Choose how it was sent'), on: isoDate,
    asked: z.array(z.enum(askedThings)), replyDueOn: isoDate.nullable(),
    /** Records the decision's step "told" in the same act. */
    step: z.boolean(),
  }), z.strictObject({ id, ref: z.string() })),
  'letter.list': procedure(nothing, z.strictObject({
    today: isoDate, rows: z.array(letterRow), recipients: z.array(z.strictObject({ name: z.string(), entries: z.int() })),
  })),
  'letter.get': procedure(z.strictObject({ id }), letterDetail),
  'letter.record-reply': procedure(z.strictObject({
    id, on: isoDate,
    items: z.array(z.strictObject({ ref: z.string(), what: z.enum(askedThings), outcome: z.enum(replyOutcomes) })).min(1, 'Say of at least one thing whether it came'),
    note: longText, evidence: z.array(id).max(20),
  }), letterDetail),
} as const

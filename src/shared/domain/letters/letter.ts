import { z } from 'zod'
import { isoDate } from '../date.ts'
import { longText, shortText } from '../entry-fields.ts'
import type { Verb } from '../verb.ts'

/** A notice of a decision, a request for the documents behind what is shared, or a reminder of either. */
export const letterKinds = ['freeze', 'withdraw', 'restrict', 'switch-off', 'protest', 'request', 'reminder'] as const
export type LetterKind = (typeof letterKinds)[number]
/** A notice carries a decision out; the others ask for something. */
export type NoticeKind = Exclude<LetterKind, 'request' | 'reminder'>
export const isNotice = (kind: LetterKind): kind is NoticeKind => kind !== 'request' && kind !== 'reminder'

const notices: Readonly<Partial<Record<Verb, NoticeKind>>> = Object.freeze({
  freeze: 'freeze', withdraw: 'withdraw', restrict: 'restrict', 'switch-off': 'switch-off',
  'continue-under-protest': 'protest', 'keep-under-protest': 'protest', 'sign-under-protest': 'protest',
})
/** The notice that goes with a decision; null where none is due. */
export const noticeOf = (verb: Verb): NoticeKind | null => notices[verb] ?? null

const line = shortText.nullable()

/** One part of the text. Whoever sends the letter may change any word of it. */
export const letterBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: shortText.min(1) }),
  z.strictObject({ kind: z.literal('paragraph'), text: longText.min(1) }),
  z.strictObject({ kind: z.literal('list'), items: z.array(longText.min(1)).min(1).max(40) }),
  z.strictObject({ kind: z.literal('dates'), rows: z.array(z.strictObject({ label: shortText.min(1), date: isoDate, note: shortText })).min(1).max(20) }),
])
export type LetterBlock = z.infer<typeof letterBlock>

/** A letter as it is printed: all of it, and nothing besides. */
export const letter = z.strictObject({
  kind: z.enum(letterKinds),
  practice: z.strictObject({ name: shortText.min(1), ods: z.string() }),
  /** Under the practice's name: where it is and how to reach whoever wrote. */
  sender: z.strictObject({ address: line, contact: line }),
  /** The addressee's lines, as on an envelope. */
  addressee: z.array(shortText.min(1)).min(1, 'Enter who the letter goes to').max(8),
  on: isoDate,
  ourReference: shortText, yourReference: line, sentBy: line,
  subject: shortText.min(1, 'Enter what the letter is about'),
  salutation: shortText.min(1), blocks: z.array(letterBlock).min(1).max(80), closing: shortText.min(1),
  /** Whoever signs on paper, and in what capacity: "Partner A", "for the partners of Demo Surgery". */
  signedBy: z.strictObject({ name: shortText.min(1), capacity: shortText }),
  copies: z.array(shortText.min(1)).max(12), enclosures: z.array(shortText.min(1)).max(20),
  /** The statement that the letter carries out; null for a request. */
  statementHash: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
})
export type Letter = z.infer<typeof letter>

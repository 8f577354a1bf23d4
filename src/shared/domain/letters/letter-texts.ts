import { z } from 'zod'
import { entryClasses } from '../class.ts'
import { isoDate } from '../date.ts'
import { legalForces } from '../legal-force.ts'
import { letterKinds } from './letter.ts'

/** What a text can name in braces. A text that needs one which is not known is left out. */
export const letterFields = [
  'practice', 'ods', 'title', 'count', 'summary', 'reason', 'reading', 'force', 'stays', 'clause', 'safety',
  'takesEffectOn', 'lastExtractOn', 'dataEnding', 'dataEndingBy', 'endsOn', 'exitCondition', 'replyBy', 'earlierOn', 'earlierRef', 'earlierSubject',
] as const
export type LetterField = (typeof letterFields)[number]
const field = z.enum(letterFields)

const words = z.string().min(1).refine((text) => namesIn(text).every((name) => field.safeParse(name).success), 'Names a field that letters do not have')
export const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

const conditional = { needs: z.array(field).optional(), lacks: z.array(field).optional() }
const item = z.strictObject({ text: words, ...conditional })
export type TextItem = z.infer<typeof item>

export const textBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: words }),
  z.strictObject({ kind: z.literal('paragraph'), text: words, ...conditional }),
  z.strictObject({ kind: z.literal('list'), items: z.array(item).min(1) }),
  /** The dates of the statement, the purposes that go on or end, the entries that a request is about, what has not come. */
  z.strictObject({ kind: z.literal('dates') }),
  z.strictObject({ kind: z.literal('quotes'), of: z.enum(['kept', 'stopped']) }),
  z.strictObject({ kind: z.literal('entries') }),
  z.strictObject({ kind: z.literal('missing') }),
])
export type TextBlock = z.infer<typeof textBlock>

/** The texts that ship with the app, dated and sourced; see `resources/letters.json`. */
export const letterTexts = z.strictObject({
  version: z.string(), date: isoDate, note: z.string(), sources: z.array(z.url()).min(1),
  /** Whom a notice and a request go to, by function. */
  addressee: z.strictObject({ notice: words, request: words }),
  salutation: words, closing: words, replyWithinDays: z.int().positive(), remindWithinDays: z.int().positive(),
  reading: z.record(z.enum(entryClasses), words), force: z.record(z.enum(legalForces), words),
  dataEnding: z.strictObject({ return: words, destroy: words }),
  kinds: z.record(z.enum(letterKinds), z.strictObject({ subject: words, subjectOfMany: words.optional(), blocks: z.array(textBlock).min(1) })),
})
export type LetterTexts = z.infer<typeof letterTexts>

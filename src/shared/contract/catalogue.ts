import { z } from 'zod'
import { catalogueItem } from '../domain/catalogue.ts'
import { isoDate } from '../domain/date.ts'
import { standings } from '../domain/state.ts'
import { id, nothing, procedure } from './procedure.ts'

export const documentKinds = ['pdf', 'docx'] as const

/** A page of a document, with its text as far as it can be read. A Word file counts as one page, because its pages are made when it is printed. */
const readPage = z.strictObject({
  number: z.int().positive(), text: z.string(),
  /** There is something to see, and no text in it: a scan or a photograph. */
  picture: z.boolean(),
  /** How many purposes the rules see in it. */
  purposes: z.int().nonnegative(),
})

export const documentRead = z.strictObject({
  fileName: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), kind: z.enum(documentKinds),
  pages: z.array(readPage),
  /** No page has any text. */
  scanned: z.boolean(),
  /** What could not be read, or was left out, in sentences; null when everything was read. */
  note: z.string().nullable(),
  /** The part that looks most like a purpose clause, as a place in the text of a page. */
  likely: z.strictObject({ page: z.int().positive(), start: z.int().nonnegative(), end: z.int().positive() }).nullable(),
})
export type DocumentRead = z.infer<typeof documentRead>

export const catalogueCalls = {
  'catalogue.search': procedure(z.strictObject({ words: z.string().max(200) }), z.strictObject({
    version: z.string(), checkedOn: isoDate, note: z.string(), total: z.int(), items: z.array(catalogueItem),
  })),
  /** Adds an item as an entry in which everything is unconfirmed. The person says only how it stands. */
  'catalogue.add': procedure(z.strictObject({ item: z.string().max(80), standing: z.enum(standings) }), z.strictObject({ id, ref: z.string() })),
  /** Asks for a PDF or Word file and reads its text. Keeps nothing. Null when the person cancels. */
  'clause.from-file': procedure(nothing, documentRead.nullable()),
} as const

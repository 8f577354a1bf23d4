import { z } from 'zod'
import { purposeClasses } from './class.ts'
import { isoDate } from './date.ts'
import { clinicalSystems, confidentialityBases, declarationSubjects, directions, identifiabilities, longText, mechanisms, shortText, writtenForms } from './entry-fields.ts'
import { legalForces } from './legal-force.ts'
import { sourceGrades } from './position.ts'

const line = shortText.min(1)

/** Who says it, where, how much weight it has, and when somebody last looked. */
export const catalogueSource = z.strictObject({ party: line, address: z.string().min(1).max(500), grade: z.enum(sourceGrades), checkedOn: isoDate })

const common = {
  /** Stays the same from one version of the catalogue to the next. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(80),
  title: line, summary: longText.min(1),
  /** With whom it usually is, in running words. */
  who: line,
  supplier: line.nullable(), products: z.array(line).max(12), dataItems: z.array(line).max(40),
  /** What it is for, in our own plain words, with a class that nobody has confirmed for a practice. */
  purposes: z.array(z.strictObject({ text: longText.min(1), class: z.enum(purposeClasses) })).min(1).max(12),
  force: z.strictObject({ force: z.enum(legalForces), reference: line.nullable() }),
  sources: z.array(catalogueSource).min(1).max(12),
}

/** A draft of a common flow, setting or tool. Everything in it is a suggestion until a person confirms it. */
export const catalogueItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sharing-agreement'), ...common,
    identifiability: z.enum(identifiabilities).nullable(), article6: line.nullable(), article9: line.nullable(),
    confidentialityBasis: z.enum(confidentialityBases).nullable(), section251: line.nullable(),
  }),
  z.strictObject({
    kind: z.literal('gp-connect-setting'), ...common,
    mechanism: z.enum(mechanisms), direction: z.enum(directions), writtenForm: z.enum(writtenForms).nullable(), clinicalSystem: z.enum(clinicalSystems).nullable(),
  }),
  z.strictObject({ kind: z.literal('medicines-tool'), ...common, extraction: longText.nullable() }),
  z.strictObject({ kind: z.literal('declaration'), ...common, subject: z.enum(declarationSubjects) }),
])
export type CatalogueItem = z.infer<typeof catalogueItem>

export const catalogue = z.strictObject({
  version: z.string().min(1).max(40), checkedOn: isoDate, note: z.string().max(1000),
  items: z.array(catalogueItem).max(1000),
})
export type Catalogue = z.infer<typeof catalogue>

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The parts of an item that are searched, what names it first. */
const partsOf = (item: CatalogueItem): string[] => [
  [item.title, ...item.products].join(' '), `${item.supplier ?? ''} ${item.who}`,
  [item.summary, ...item.purposes.map(({ text }) => text)].join(' '), item.dataItems.join(' '),
]

/**
 * Items in which every word begins a word somewhere, those that are named so before those that only mention it.
 * @param typed as somebody types it; no words at all give every item, by title
 */
export function searchCatalogue(items: readonly CatalogueItem[], typed: string): readonly CatalogueItem[] {
  const wanted = wordsIn(typed).slice(0, 12)
  const found = items.flatMap((item) => {
    const parts = partsOf(item).map(wordsIn)
    const places = wanted.map((word) => parts.findIndex((part) => part.some((one) => one.startsWith(word))))
    return places.includes(-1) ? [] : [{ item, rank: places.reduce((sum, place) => sum + place, 0) }]
  })
  return found.toSorted((a, b) => a.rank - b.rank || a.item.title.localeCompare(b.item.title, 'en-GB')).map(({ item }) => item)
}

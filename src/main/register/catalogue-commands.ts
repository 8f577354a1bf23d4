import { shippedCatalogue } from '../exchange/catalogue.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { catalogueDocument, catalogueTag, draftFields, draftPurposes, draftSummary, forceNote } from '../../shared/domain/catalogue-draft.ts'
import { suggestPurposes } from '../../shared/domain/classification/suggest.ts'
import type { Acting, Decided } from './desk.ts'
import { addEntry } from './entry-commands.ts'
import { notFound } from './refusals.ts'

/**
 * Adds an item of the catalogue as an entry of which nothing is confirmed: no purpose is classified, and why it exists
 * stays unknown, with what the catalogue suggests beside it.
 */
export function addFromCatalogue(acting: Acting, { item: id, standing }: CallParsed<'catalogue.add'>): Decided<{ id: string; ref: string }> {
  const item = shippedCatalogue.items.find((one) => one.id === id)
  if (!item) throw notFound('draft')
  const { text, ruleSet, purposes } = draftPurposes(item, (purposeText) => suggestPurposes({ purposeText }, acting.rules))
  return addEntry(acting, {
    title: item.title, summary: draftSummary(item), owner: null, tags: [catalogueTag], what: draftFields(item),
    standing: { standing, on: acting.today, note: null },
    clause: { text, ruleSet, place: { document: catalogueDocument(shippedCatalogue), page: null, clause: null } },
    purposes: purposes.map((purpose) => ({ ...purpose, classification: null })),
    force: { force: 'unknown', reference: null, checkedOn: acting.today, note: forceNote(item, shippedCatalogue) },
  })
}

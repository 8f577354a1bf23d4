import type { CatalogueItem } from './catalogue.ts'
import { emptyFields, type KindAndFields } from './entry-fields.ts'
import type { Clause, NewPurpose } from './purpose.ts'
import type { SuggestedPurpose, Suggestion } from './suggestion.ts'
import { confidentialityWords, dateInWords, identifiabilityWords, legalForceWords } from './words.ts'

export type CatalogueDate = Readonly<{ version: string; checkedOn: string }>

export const catalogueTag = 'From the catalogue'

const catalogueName = 'Catalogue of common flows, '

/** The name of the paper that a draft's purposes are quoted from. */
export const catalogueDocument = ({ version }: CatalogueDate): string => catalogueName + version

/**
 * The catalogue's text that a purpose was taken from without a proposal of the rules, so that it points into no clause.
 * Once somebody has reworded it, it is theirs.
 */
export function catalogueClauseOf({ clauses }: Readonly<{ clauses: readonly Clause[] }>, { clause, text }: Pick<NewPurpose, 'clause' | 'text'>): Clause | undefined {
  if (clause !== null) return undefined
  return clauses.find(({ place, text: all }) => place.document?.startsWith(catalogueName) === true && all.split('\n').includes(text))
}

/** Why it exists, as the catalogue has it: a note beside "unknown", never the answer. */
export function forceNote({ force: { force, reference } }: CatalogueItem, { checkedOn }: CatalogueDate): string {
  const suggests = force === 'unknown' ? 'nothing, because no source says why it exists' : `${legalForceWords[force].toLowerCase()}${reference ? ` (${reference})` : ''}`
  return `Catalogue suggests: ${suggests}${force === 'unknown' && reference ? ` (${reference})` : ''}. Sources seen ${dateInWords(checkedOn)}. Not confirmed for this practice.`
}

/** What an agreement of this sort usually says about its data: to be read in the practice's own agreement. */
export function usualFacts(item: CatalogueItem): readonly Readonly<{ term: string; value: string }>[] {
  if (item.kind !== 'sharing-agreement') return []
  const facts = [
    { term: 'Identifiability', value: item.identifiability && identifiabilityWords[item.identifiability] },
    { term: 'Article 6', value: item.article6 }, { term: 'Article 9', value: item.article9 },
    { term: 'Confidentiality', value: item.confidentialityBasis && confidentialityWords[item.confidentialityBasis] },
    { term: 'Section 251', value: item.section251 },
  ]
  return facts.flatMap(({ term, value }) => (value ? [{ term, value }] : []))
}

/** The summary of a draft: the catalogue's, and what is usual, said to be only that. */
export function draftSummary(item: CatalogueItem): string {
  const usual = usualFacts(item).map(({ term, value }) => `${term}: ${value}`).join('; ')
  return usual === '' ? item.summary : `${item.summary} Usual, not confirmed here: ${usual}.`
}

/** The fields that say which thing it is. What has to be read in the practice's own papers stays empty. */
export function draftFields(item: CatalogueItem): KindAndFields {
  const empty = emptyFields(item.kind)
  switch (item.kind) {
    case 'sharing-agreement': return empty.kind === item.kind ? { kind: item.kind, fields: {
      ...empty.fields, parties: [{ name: item.who, role: null, odsCode: null }], dataItems: item.dataItems,
    } } : empty
    case 'gp-connect-setting': return empty.kind === item.kind ? { kind: item.kind, fields: {
      ...empty.fields, mechanism: item.mechanism, direction: item.direction, writtenForm: item.writtenForm, clinicalSystem: item.clinicalSystem, users: item.who,
    } } : empty
    case 'medicines-tool': return empty.kind === item.kind ? { kind: item.kind, fields: {
      ...empty.fields, product: item.products[0] ?? null, supplier: item.supplier, extraction: item.extraction,
    } } : empty
    case 'declaration': return empty.kind === item.kind ? { kind: item.kind, fields: { ...empty.fields, subject: item.subject, asker: item.who } } : empty
  }
}

export type DraftPurposes = Readonly<{ text: string; ruleSet: string; purposes: readonly Readonly<{ text: string; proposal: SuggestedPurpose | null }>[] }>

/**
 * The purposes as one text, one to a line, each with what the rules read in it. A proposal is kept only where rules and
 * catalogue agree on the class; where they do not, a person starts from the words alone.
 */
export function draftPurposes(item: CatalogueItem, suggest: (text: string) => Suggestion): DraftPurposes {
  let at = 0
  let ruleSet = ''
  const purposes = item.purposes.map(({ text, class: expected }) => {
    const start = at
    at += text.length + 1
    const suggestion = suggest(text)
    ruleSet = suggestion.ruleSet
    const first = suggestion.class === expected ? suggestion.purposes[0] : undefined
    return { text, proposal: first ? moved(first, start) : null }
  })
  return { text: item.purposes.map(({ text }) => text).join('\n'), ruleSet, purposes }
}

const moved = (purpose: SuggestedPurpose, by: number): SuggestedPurpose => ({
  ...purpose, start: purpose.start + by, end: purpose.end + by,
  evidence: purpose.evidence.map((span) => ({ ...span, start: span.start + by, end: span.end + by })),
})

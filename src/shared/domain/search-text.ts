import { otherParties, type EntryRecord } from './entry-record.ts'

/** What an entry is found by, field by field, so that a list can say where it matched. */
export type SearchText = Readonly<{ title: string; party: string; ref: string; purposes: string; summary: string; details: string; tags: string }>

export const searchFields = ['title', 'party', 'ref', 'purposes', 'summary', 'details', 'tags'] as const satisfies readonly (keyof SearchText)[]

export function searchText(entry: EntryRecord): SearchText {
  return {
    title: entry.title,
    party: otherParties(entry).join(', '),
    ref: entry.ref,
    purposes: entry.purposes.map(({ text }) => text).join(' … '),
    summary: entry.summary,
    details: textIn(entry.fields).join(' … '),
    tags: entry.tags.join(', '),
  }
}

/** Text people wrote, not codes or dates: values with a space or a capital letter in them. */
function textIn(value: unknown): string[] {
  if (typeof value === 'string') return /[\sA-Z]/.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(textIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textIn) : []
}

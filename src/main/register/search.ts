import { sql } from 'kysely'
import type { EntryRow } from '../../shared/contract/entries.ts'
import { searchFields, type SearchText } from '../../shared/domain/search-text.ts'
import type { RegisterStore } from '../store/register-store.ts'

/** Words of what somebody typed; everything else is not searched for and never reaches the query language. */
export const searchWords = (typed: string): string[] => plain(typed).match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? []

/** Every word, each as the beginning of one in the text. */
export const searchQuery = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' AND ')

/** Where an entry was found when its title and party do not show it: the field and the text around the first word. */
export function matchIn(store: RegisterStore, id: string, words: readonly string[]): EntryRow['match'] {
  const text = store.statements.first(store.db.selectFrom('entry_text').select(['title', 'party', 'ref', 'purposes', 'summary', 'details', 'tags'])
    .where('rowid', '=', sql<number>`(select rowid from entry where id = ${id})`)) satisfies SearchText | undefined
  if (!text) return null
  const seen = plain(`${text.title} ${text.party} ${text.ref}`)
  if (words.every((word) => beginsIn(seen, word) >= 0)) return null
  for (const field of searchFields) {
    const at = Math.max(-1, ...words.map((word) => beginsIn(plain(text[field]), word)))
    if (at >= 0 && field !== 'title' && field !== 'party' && field !== 'ref') return { field, text: around(text[field], at) }
  }
  return null
}

/** Length-preserving where it can be: case and accents are ignored as the index ignores them. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function beginsIn(text: string, word: string): number {
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u').exec(text)
  return match ? match.index : -1
}

function around(text: string, at: number): string {
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 28)) + 1)
  const end = Math.min(text.length, at + 60)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}

import type { EntryRow } from '../../shared/contract/entries.ts'
import { searchFields, type SearchText } from '../../shared/domain/search-text.ts'
import type { RegisterStore } from '../store/register-store.ts'

/** Words of what somebody typed; everything else is not searched for and never reaches the query language. */
export const searchWords = (typed: string): string[] => plain(typed).match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? []

/** Every word, each as the beginning of one in the text. */
export const searchQuery = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' AND ')

/** Tells where an entry was found when its title, party and reference do not show it: the field and the text around the first word. */
export function matchesOf({ statements }: RegisterStore, words: readonly string[]): (id: string) => EntryRow['match'] {
  return (id) => {
    const text = statements.get(searchTextOf, id) as SearchText | undefined
    if (!text) return null
    const seen = plain(`${text.title} ${text.party} ${text.ref}`)
    if (words.every((word) => beginsIn(seen, word) >= 0)) return null
    for (const field of searchFields) {
      if (field === 'title' || field === 'party' || field === 'ref') continue
      const inField = plain(text[field])
      const at = Math.max(...words.map((word) => beginsIn(inField, word)))
      if (at >= 0) return { field, text: around(text[field], at) }
    }
    return null
  }
}

const searchTextOf = `select ${searchFields.join()} from entry_text where rowid = (select rowid from entry where id = ?)`

/** Length-preserving where it can be: case and accents are ignored as the index ignores them. */
function plain(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Where a word of the text begins with this one, or -1. */
function beginsIn(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return at
  }
  return -1
}

function around(text: string, at: number): string {
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 28)) + 1)
  const end = Math.min(text.length, at + 60)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}

import type { LetterAbout } from '../../../shared/contract/letters.ts'

/** What a letter is about, as the address says it; null where the address says nothing of it. */
export function aboutFrom(search: string): LetterAbout | null {
  const query = new URLSearchParams(search)
  for (const kind of ['decision', 'entry', 'reminder'] as const) {
    const id = query.get(kind)
    if (id) return { kind, id }
  }
  const name = query.get('recipient')
  return name ? { kind: 'recipient', name } : null
}

/** The key a letter in progress is kept under: one for each thing it can be about. */
export const draftKeyOf = (about: LetterAbout): string => `letter-${about.kind}:${about.kind === 'recipient' ? about.name.slice(0, 80) : about.id}`

import type { Token } from './tokens.ts'

type Phrase = Readonly<{ concept: string; words: readonly WordPattern[] }>
type WordPattern = Readonly<{ text: string; open: boolean }>

/** Word lists of ideas ("who cares for people", "who plans services"), made ready for finding them in one pass. */
export type ConceptIndex = Readonly<{ exact: ReadonlyMap<string, readonly Phrase[]>; open: ReadonlyMap<string, readonly Phrase[]> }>

/** Stems are looked up by this many first letters. */
const key = 3

export function indexConcepts(concepts: Readonly<Record<string, readonly string[]>>): ConceptIndex {
  const exact = new Map<string, Phrase[]>()
  const open = new Map<string, Phrase[]>()
  for (const [concept, phrases] of Object.entries(concepts)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ').map((word) => word.endsWith('*') ? { text: word.slice(0, -1), open: true } : { text: word, open: false })
      const [first] = words
      if (!first) continue
      const index = first.open ? open : exact
      const at = first.open ? first.text.slice(0, key) : first.text
      index.set(at, [...(index.get(at) ?? []), { concept, words }])
    }
  }
  return { exact, open }
}

export function conceptsIn(tokens: readonly Token[], index: ConceptIndex): ReadonlyMap<string, (readonly [number, number])[]> {
  const seen = new Map<string, (readonly [number, number])[]>()
  tokens.forEach((token, at) => {
    for (const phrase of [...(index.exact.get(token.word) ?? []), ...(index.open.get(token.word.slice(0, key)) ?? [])]) {
      const last = tokens[at + phrase.words.length - 1]
      if (!last || !phrase.words.every((word, offset) => fits(word, tokens[at + offset]?.word ?? ''))) continue
      const place = [token.from, last.to] as const
      const places = seen.get(phrase.concept)
      if (places) places.push(place)
      else seen.set(phrase.concept, [place])
    }
  })
  return seen
}

function fits(pattern: WordPattern, word: string): boolean {
  return pattern.open ? word.startsWith(pattern.text) : pattern.text === word
}

import { conceptsIn, type ConceptIndex } from './concepts.ts'
import { stem } from './stem.ts'
import { tokensOf, type Token } from './tokens.ts'

export type Place = readonly [number, number]
/** One sign in a sentence for the trained part: a word, two words, an idea, two ideas together; with its places. */
export type Sign = Readonly<{ key: string; places: readonly Place[] }>

/** Words too common to be signs by themselves; in pairs they count. */
const empty = new Set(['the', 'a', 'an', 'of', 'and', 'to', 'in', 'is', 'are', 'be', 'by', 'or', 'on', 'it', 'its', 'at', 'as', 'this', 'these', 'those', 'was', 'were', 'been', 'with'])

/** What the words of a sentence say, in a fixed order. `text` is plain text with masked and ruled-out words blotted out. */
export function wordSigns(text: string, concepts: ConceptIndex): readonly Sign[] {
  const tokens = tokensOf(text)
  const found = new Map<string, Place[]>()
  addWords(tokens, found)
  addConcepts(tokens, concepts, found)
  return [...found].map(([key, places]) => ({ key, places }))
}

function addWords(tokens: readonly Token[], found: Map<string, Place[]>): void {
  let before: { stemmed: string; from: number } | null = null
  for (const token of tokens) {
    if (/^\d/.test(token.word)) {
      before = null
      continue
    }
    const stemmed = stem(token.word)
    if (!empty.has(token.word)) add(found, `w ${stemmed}`, [token.from, token.to])
    if (before) add(found, `b ${before.stemmed} ${stemmed}`, [before.from, token.to])
    before = { stemmed, from: token.from }
  }
}

function addConcepts(tokens: readonly Token[], concepts: ConceptIndex, found: Map<string, Place[]>): void {
  const seen = conceptsIn(tokens, concepts)
  const names = [...seen.keys()].sort()
  names.forEach((one, index) => {
    const places = seen.get(one) ?? []
    for (const place of places) add(found, `c ${one}`, place)
    for (const other of names.slice(index + 1)) {
      const first = places[0]
      const second = seen.get(other)?.[0]
      if (first && second) add(found, `p ${one} ${other}`, first, second)
    }
  })
}

function add(found: Map<string, Place[]>, key: string, ...places: readonly Place[]): void {
  const known = found.get(key)
  if (known) known.push(...places)
  else found.set(key, [...places])
}

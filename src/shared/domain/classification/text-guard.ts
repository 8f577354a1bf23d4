import type { CompiledRules } from './compile-rules.ts'

/** One megabyte of text: far more than any agreement, little enough to read at once. */
export const longestText = 1_000_000

export type Unreadable = 'empty' | 'too-long' | 'binary' | 'not-english'

/** Control characters other than white space, and the mark left by bytes that were no text. */
const mark = /[^\P{Cc}\t\n\v\f\r]|\uFFFD/gu
const word = /[\p{L}']+/gu

/** Says why a text cannot be read as an English purpose clause, or null where it can. */
export function unreadable(text: string, rules: CompiledRules): Unreadable | null {
  if (text.trim() === '') return 'empty'
  if (text.length > longestText) return 'too-long'
  const sample = text.slice(0, 20_000)
  if ((sample.match(mark)?.length ?? 0) > sample.length / 100) return 'binary'
  const words = sample.toLowerCase().match(word) ?? []
  if (words.join('').length < sample.length * 0.4) return 'binary'
  if (words.length >= 12 && englishShare(words, rules) < (isAccented(words) ? 0.25 : 0.12)) return 'not-english'
  return null
}

/** Common small words of English; other languages share a few of them ("a", "do"), so letters with marks ask for more. */
function englishShare(words: readonly string[], rules: CompiledRules): number {
  return words.filter((each) => rules.english.has(each)).length / words.length
}

function isAccented(words: readonly string[]): boolean {
  return words.filter((each) => /[^a-z']/.test(each)).length > words.length * 0.15
}

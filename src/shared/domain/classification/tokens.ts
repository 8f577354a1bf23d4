export type Token = Readonly<{ word: string; from: number; to: number }>

const wordPattern = /[a-z0-9][a-z0-9'-]*/g

/** The words of a plain text with their places. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(wordPattern)].map((found) => ({ word: found[0], from: found.index, to: found.index + found[0].length }))
}

/** Text made plain for matching, with the way back: `at[i]` is where character `i` stood in the original. */
export type PlainText = Readonly<{ text: string; at: Int32Array }>

const space = /\s/
const straight: Readonly<Record<string, string>> = Object.freeze({
  '‘': "'", '’': "'", '‛': "'", '“': '"', '”': '"', '«': '"', '»': '"', '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-',
})
/** Invisible: soft hyphen, zero-width marks, byte order mark. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/
const wordBrokenAtLineEnd = /^-[^\S\n]*\r?\n\s*(?=[a-z])/

/** Lower case, straight quotes and hyphens, single spaces, words broken at a line end made whole; nothing else changes. */
export function plainText(source: string, start = 0, end = source.length): PlainText {
  const at = new Int32Array(end - start + 1)
  let text = ''
  let spaced = true
  for (let index = start; index < end; index++) {
    const char = source[index] ?? ''
    if (space.test(char)) {
      if (!spaced) { at[text.length] = index; text += ' ' }
      spaced = true
      continue
    }
    if (unseen.test(char)) continue
    if (char === '-' && !spaced) {
      const broken = wordBrokenAtLineEnd.exec(source.slice(index, Math.min(end, index + 40)))
      if (broken) { index += broken[0].length - 1; continue }
    }
    const lower = char.toLowerCase()
    at[text.length] = index
    text += straight[char] ?? (lower.length === 1 ? lower : char)
    spaced = false
  }
  at[text.length] = end
  return { text, at }
}

/** Where a stretch of the plain text stands in the original: from its first character to just after its last. */
export function placeOf(plain: PlainText, from: number, to: number): Readonly<{ start: number; end: number }> {
  return { start: plain.at[from] ?? 0, end: (plain.at[to - 1] ?? 0) + 1 }
}

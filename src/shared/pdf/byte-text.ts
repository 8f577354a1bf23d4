/** Bytes as text, one character each: what the structure of a PDF is written in. */
export function byteText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = ''
  // Not all at once: a call takes only so many arguments.
  for (let at = Math.max(0, from); at < to; at += 4096) text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 4096)))
  return text
}

/** Every place where the word stands, in order. */
export function* placesOf(bytes: Uint8Array, word: string): Generator<number> {
  const codes = Array.from(word, (character) => character.charCodeAt(0))
  const first = codes[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) yield at
  }
}

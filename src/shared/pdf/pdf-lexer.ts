/** Values of a PDF file, as far as finding an attachment needs them. Text strings stay bytes, one character each. */
export type PdfRef = Readonly<{ kind: 'ref'; id: number }>
export type PdfDict = Readonly<{ kind: 'dict'; entries: ReadonlyMap<string, PdfValue> }>
export type PdfString = Readonly<{ kind: 'string'; bytes: string }>
export type PdfName = Readonly<{ kind: 'name'; name: string }>
export type PdfValue = PdfRef | PdfDict | PdfString | PdfName | number | boolean | null | readonly PdfValue[]

/** Thrown where the bytes are not what the format says; callers turn it into "could not be read". */
export class PdfSyntaxError extends Error {}

const deepest = 60
const spaces = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) spaces[byte] = 1
const delimiters = Uint8Array.from(spaces)
for (const character of '()<>[]{}/%') delimiters[character.charCodeAt(0)] = 1
// The end of the file reads as undefined, which no table holds.
const isSpace = (byte: number | undefined): boolean => byte !== undefined && spaces[byte] === 1
const isDelimiter = (byte: number | undefined): boolean => byte === undefined || delimiters[byte] === 1

/** Reads values one after the other from a place in the file. */
export function pdfLexer(bytes: Uint8Array, start: number) {
  let at = start
  const skip = (): void => {
    for (;;) {
      while (isSpace(bytes[at])) at += 1
      if (bytes[at] !== 37) return
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1
    }
  }
  const looksAt = (word: string): boolean => {
    for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word.charCodeAt(index)) return false
    return true
  }
  const take = (word: string): boolean => {
    skip()
    if (!looksAt(word)) return false
    at += word.length
    return true
  }
  const token = (): string => {
    skip()
    const from = at
    while (!isDelimiter(bytes[at])) at += 1
    let word = ''
    for (let index = from; index < at && index < from + 200; index += 1) word += String.fromCharCode(bytes[index] ?? 0)
    return word
  }
  const integer = (): number => {
    const word = token()
    if (!/^\d{1,15}$/.test(word)) throw new PdfSyntaxError(`A number was expected at ${at}`)
    return Number(word)
  }

  const value = (depth = 0): PdfValue => {
    if (depth > deepest) throw new PdfSyntaxError('Nested too deeply')
    skip()
    if (take('<<')) return dict(depth)
    switch (bytes[at]) {
      case 91: return array(depth)
      case 47: return { kind: 'name', name: name() }
      case 40: return { kind: 'string', bytes: literalString() }
      case 60: return { kind: 'string', bytes: hexString() }
      default: return plain()
    }
  }
  const dict = (depth: number): PdfDict => {
    const entries = new Map<string, PdfValue>()
    while (!take('>>')) {
      if (bytes[at] !== 47) throw new PdfSyntaxError(`A name was expected at ${at}`)
      const key = name()
      entries.set(key, value(depth + 1))
    }
    return { kind: 'dict', entries }
  }
  const array = (depth: number): PdfValue[] => {
    at += 1
    const items: PdfValue[] = []
    while (!take(']')) {
      if (at >= bytes.length) throw new PdfSyntaxError('The file ends in the middle of a list')
      items.push(value(depth + 1))
    }
    return items
  }
  const name = (): string => {
    at += 1
    return token().replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  }
  const literalString = (): string => {
    let out = ''
    let open = 0
    for (;;) {
      const byte = bytes[at]
      if (byte === undefined) throw new PdfSyntaxError('The file ends in the middle of a text')
      at += 1
      if (byte === 40) open += 1
      if (byte === 41) open -= 1
      if (open === 0) return out.slice(1)
      out += byte === 92 ? escaped() : String.fromCharCode(byte)
    }
  }
  const escaped = (): string => {
    const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(at, at + 3)))
    if (octal) {
      at += octal[0].length
      return String.fromCharCode(parseInt(octal[0], 8) & 255)
    }
    const character = String.fromCharCode(bytes[at] ?? 0)
    at += 1
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' }[character] ?? character
  }
  const hexString = (): string => {
    at += 1
    let hex = ''
    while (bytes[at] !== 62) {
      if (at >= bytes.length) throw new PdfSyntaxError('The file ends in the middle of a text')
      if (!isSpace(bytes[at])) hex += String.fromCharCode(bytes[at] ?? 0)
      at += 1
    }
    at += 1
    return (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('')
  }
  const plain = (): PdfValue => {
    const word = token()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new PdfSyntaxError(`Something unknown stands at ${at}`)
    if (!/^\d+$/.test(word)) return Number(word)
    const back = at
    const generation = token()
    if (/^\d+$/.test(generation) && take('R')) return { kind: 'ref', id: Number(word) }
    at = back
    return Number(word)
  }

  return { value, integer, take, position: (): number => at, token }
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'dict'
export const isRef = (value: PdfValue | undefined): value is PdfRef => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'ref'
export const isString = (value: PdfValue | undefined): value is PdfString => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'string'
export const isName = (value: PdfValue | undefined, name: string): boolean => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'name' && value.name === name

import { byteText, placesOf } from './byte-text.ts'
import { isDict, isRef, pdfLexer, PdfSyntaxError, type PdfDict, type PdfValue } from './pdf-lexer.ts'

export type PdfStream = Readonly<{ dict: PdfDict; data: Uint8Array }>
export type PdfFile = Readonly<{
  /** The dictionary that everything hangs on. */
  root: PdfDict | null
  ids: () => Iterable<number>
  resolve: (value: PdfValue | undefined) => PdfValue | undefined
  stream: (value: PdfValue | undefined) => PdfStream | null
}>

/**
 * Finds the objects of a PDF by its cross-reference table, each revision's in turn.
 * @throws PdfSyntaxError where there is none of the plain kind, or it points to the wrong places
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  const offsets = new Map<number, number>()
  let trailer: PdfDict | null = null
  let next: number | null = startOfTable(bytes)
  const seen = new Set<number>()
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const table: PdfDict = readTable(bytes, next, offsets)
    trailer ??= table
    const before: PdfValue | undefined = table.entries.get('Prev')
    next = typeof before === 'number' ? before : null
  }
  return fileOf(bytes, offsets, trailer)
}

/** The same by looking through the whole file, for one whose table is damaged or of a kind that packs objects together. */
export function searchPdf(bytes: Uint8Array): PdfFile {
  const offsets = new Map<number, number>()
  for (const at of placesOf(bytes, ' obj')) {
    const start = /(?:^|[^\d])((\d{1,10}) \d{1,5})$/.exec(byteText(bytes, at - 20, at))
    if (start?.[1] && start[2]) offsets.set(Number(start[2]), at - start[1].length)
  }
  return fileOf(bytes, offsets, null)
}

function fileOf(bytes: Uint8Array, offsets: ReadonlyMap<number, number>, trailer: PdfDict | null): PdfFile {
  const object = (id: number): { value: PdfValue; end: number } | null => {
    const offset = offsets.get(id)
    if (offset === undefined) return null
    const lexer = pdfLexer(bytes, offset)
    if (lexer.integer() !== id) throw new PdfSyntaxError(`Object ${id} is not where the table says`)
    lexer.integer()
    if (!lexer.take('obj')) throw new PdfSyntaxError(`Object ${id} is not where the table says`)
    const value = lexer.value()
    return { value, end: lexer.position() }
  }
  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    let found = value
    for (let hops = 0; isRef(found) && hops < 20; hops += 1) found = object(found.id)?.value
    return found
  }
  const stream = (value: PdfValue | undefined): PdfStream | null => {
    const held = isRef(value) ? object(value.id) : null
    if (!held || !isDict(held.value)) return null
    const lexer = pdfLexer(bytes, held.end)
    if (!lexer.take('stream')) return null
    let start = lexer.position()
    if (bytes[start] === 13) start += 1
    if (bytes[start] === 10) start += 1
    const length = resolve(held.value.entries.get('Length'))
    if (typeof length !== 'number' || start + length > bytes.length) throw new PdfSyntaxError('A part of the file is cut off')
    return { dict: held.value, data: bytes.subarray(start, start + length) }
  }
  const root = trailer ? resolve(trailer.entries.get('Root')) : null
  return { root: isDict(root ?? null) ? (root as PdfDict) : null, ids: () => offsets.keys(), resolve, stream }
}

function startOfTable(bytes: Uint8Array): number {
  const match = /startxref\s+(\d{1,15})\s+%%EOF\s*$/.exec(byteText(bytes, bytes.length - 2048))
  if (!match?.[1]) throw new PdfSyntaxError('The file does not end as a PDF does')
  return Number(match[1])
}

function readTable(bytes: Uint8Array, at: number, offsets: Map<number, number>): PdfDict {
  const lexer = pdfLexer(bytes, at)
  if (!lexer.take('xref')) throw new PdfSyntaxError('The list of objects is not where the file says')
  while (!lexer.take('trailer')) {
    const first = lexer.integer()
    const count = lexer.integer()
    for (let index = 0; index < count; index += 1) {
      const offset = lexer.integer()
      lexer.integer()
      const used = lexer.token() === 'n'
      // The newest table is read first, so what is known already is newer.
      if (used && !offsets.has(first + index)) offsets.set(first + index, offset)
    }
  }
  const trailer = lexer.value()
  if (!isDict(trailer)) throw new PdfSyntaxError('The file does not say where it begins')
  return trailer
}

import { refuse } from '../contract/refused.ts'
import { isDict, isName, isString, PdfSyntaxError, type PdfDict, type PdfValue } from './pdf-lexer.ts'
import { openPdf, searchPdf, type PdfFile, type PdfStream } from './pdf-objects.ts'
import { unpack, UnpackError } from './unpack.ts'

/**
 * Takes an attachment out of a PDF, unpacked. Made for the PDFs of this app, it also reads most copies that
 * another program saved.
 * @returns null where the PDF has no attachment of that name
 * @throws Refused `could-not-read` where there is one and it is damaged
 */
export function readAttachment(pdf: Uint8Array, name: string): Uint8Array | null {
  const told = byTable(pdf, name)
  const found = told === 'unknown' ? bySearch(pdf, name) : told
  return found ? unpacked(found) : null
}

/** Follows the file's own table of objects; `unknown` where that cannot be followed to the end. */
function byTable(pdf: Uint8Array, name: string): PdfStream | null | 'unknown' {
  return unlessDamaged((): PdfStream | null | 'unknown' => {
    const file = openPdf(pdf)
    if (!file.root) return 'unknown'
    const names = dictOf(file, file.root.entries.get('Names'))
    const spec = names && inNameTree(file, names.entries.get('EmbeddedFiles'), name, 0)
    return spec ? (embedded(file, spec) ?? 'unknown') : null
  }, 'unknown')
}

/** Last resort: a file description of that name, or, where none can be read, the only embedded file there is. */
function bySearch(pdf: Uint8Array, name: string): PdfStream | null {
  const file = searchPdf(pdf)
  const lone: PdfStream[] = []
  let described = false
  for (const id of file.ids()) {
    const ref = { kind: 'ref', id } as const
    const dict = unlessDamaged(() => dictOf(file, ref), null)
    if (dict?.entries.has('EF')) {
      described = true
      const stream = isNamed(file, dict, name) ? unlessDamaged(() => embedded(file, dict), null) : null
      if (stream) return stream
    } else if (dict && isName(dict.entries.get('Type'), 'EmbeddedFile')) {
      const stream = unlessDamaged(() => file.stream(ref), null)
      if (stream) lone.push(stream)
    }
  }
  return !described && lone.length === 1 ? (lone[0] ?? null) : null
}

function inNameTree(file: PdfFile, node: PdfValue | undefined, name: string, depth: number): PdfDict | null {
  const dict = dictOf(file, node)
  if (!dict || depth > 20) return null
  const names = file.resolve(dict.entries.get('Names'))
  if (Array.isArray(names)) {
    const pairs = names as readonly PdfValue[]
    const at = pairs.findIndex((item, index) => index % 2 === 0 && textOf(file.resolve(item)) === name)
    const spec = at < 0 ? null : dictOf(file, pairs[at + 1])
    if (spec) return spec
  }
  const kids = file.resolve(dict.entries.get('Kids'))
  if (!Array.isArray(kids)) return null
  for (const kid of kids as readonly PdfValue[]) {
    const found = inNameTree(file, kid, name, depth + 1)
    if (found) return found
  }
  return null
}

function isNamed(file: PdfFile, dict: PdfDict, name: string): boolean {
  return ['UF', 'F'].some((key) => textOf(file.resolve(dict.entries.get(key))) === name)
}

function embedded(file: PdfFile, spec: PdfDict): PdfStream | null {
  const files = dictOf(file, spec.entries.get('EF'))
  return files ? (file.stream(files.entries.get('F')) ?? file.stream(files.entries.get('UF'))) : null
}

function unpacked({ dict, data }: PdfStream): Uint8Array {
  const filter = dict.entries.get('Filter')
  const only = Array.isArray(filter) && filter.length === 1 ? (filter as readonly PdfValue[])[0] : filter
  if (only === undefined || only === null || (Array.isArray(only) && only.length === 0)) return data
  if (!isName(only, 'FlateDecode')) throw unreadable()
  try {
    return unpack(data)
  } catch (error) {
    if (error instanceof UnpackError) throw unreadable(error)
    throw error
  }
}

const unreadable = (cause?: unknown) => refuse('could-not-read', { happened: 'What is attached to this PDF is damaged and cannot be read.' }, cause)

const dictOf = (file: PdfFile, value: PdfValue | undefined): PdfDict | null => {
  const found = file.resolve(value)
  return isDict(found) ? found : null
}

/** A PDF text is either one byte a character or, after two marker bytes, two. */
function textOf(value: PdfValue | undefined): string | null {
  if (!isString(value)) return null
  const { bytes } = value
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes
  let text = ''
  for (let at = 2; at + 1 < bytes.length; at += 2) text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1))
  return text
}

function unlessDamaged<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof PdfSyntaxError || error instanceof RangeError) return otherwise
    throw error
  }
}

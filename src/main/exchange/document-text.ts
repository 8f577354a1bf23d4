import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '../../shared/contract/refused.ts'
import { pdfText, type PageText } from './pdf-text.ts'
import { partsOfZip, wordText } from './word-text.ts'

/** Bytes. The largest file that is read. */
export const largestDocument = 25 * 1024 * 1024
/** What is read of one document: a long agreement with its schedules, several times over. */
const limits = Object.freeze({ pages: 400, characters: 400_000 })

export type DocumentText = Readonly<{ fileName: string; sha256: string; kind: 'pdf' | 'docx'; pages: readonly PageText[]; scanned: boolean; note: string | null }>

/**
 * Reads the text of a PDF or Word file, told by its bytes and not by its name. The file is only read.
 * @throws Refused could-not-read, saying why: too large, another type, a password, damaged
 */
export async function readDocument(file: string): Promise<DocumentText> {
  const fileName = path.basename(file)
  const bytes = bytesOf(file, fileName)
  const kind = kindOf(bytes, fileName)
  const notes: string[] = []
  const read = kind === 'pdf' ? await pdfText(bytes, fileName, limits) : { pages: [{ number: 1, text: await wordText(bytes, fileName), picture: false }], count: 1 }
  if (kind === 'docx') notes.push('A Word file has no fixed pages. Numbers that Word sets by itself, such as 3.1, are not part of its text.')
  const { pages, cut } = withinLimit(read.pages)
  if (cut || pages.length < read.count) notes.push(`The file is very long, so only its first ${cut && read.count === 1 ? `${limits.characters.toLocaleString('en-GB')} characters` : `${pages.length} of ${read.count} pages`} are shown. Paste the clause if it comes later.`)
  const scanned = pages.every(({ text }) => text === '')
  notes.push(...pictureNotes(pages, scanned))
  return { fileName, sha256: createHash('sha256').update(bytes).digest('hex'), kind, pages, scanned, note: notes.length === 0 ? null : notes.join(' ') }
}

function bytesOf(file: string, name: string): Uint8Array {
  try {
    const { size } = statSync(file)
    if (size > largestDocument) throw refuse('could-not-read', { happened: `${name} is larger than 25 MB.`, todo: 'Save the pages with the purpose clause as a file of their own, or paste the clause.' })
    if (size === 0) throw refuse('could-not-read', { happened: `${name} is empty.` })
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'refusal' in error) throw error
    throw refuse('could-not-read', { happened: `${name} could not be opened.`, todo: 'Check that the file is still there and that you may open it.' }, error)
  }
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

function kindOf(bytes: Uint8Array, name: string): 'pdf' | 'docx' {
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) {
    const parts = partsOfZip(bytes)
    if (parts === null) throw refuse('could-not-read', { happened: `${name} is damaged: it looks like a Word file and cannot be read as one.`, todo: 'Ask the sender for the file again, or paste the clause.' })
    if (parts.includes('word/document.xml')) return 'docx'
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refuse('could-not-read', { happened: `${name} is an old Word file, or one that is locked with a password or with rights.`, todo: 'Open it in Word and save it as .docx without a password, or paste the clause.' })
  throw refuse('could-not-read', { happened: `${name} is neither a PDF nor a Word file, whatever its name says.`, todo: 'Choose a PDF or a .docx file, or paste the clause.' })
}

/** Cuts what stands after the limit. */
function withinLimit(pages: readonly PageText[]): { pages: readonly PageText[]; cut: boolean } {
  let left: number = limits.characters
  let cut = false
  const kept = pages.map((page) => {
    const text = page.text.slice(0, Math.max(0, left))
    cut ||= text.length < page.text.length
    left -= text.length
    return { ...page, text }
  })
  return { pages: kept, cut }
}

/** A page without text is a picture, empty, or a picture of a sort that is not unpacked here: it is named either way. */
function pictureNotes(pages: readonly PageText[], scanned: boolean): string[] {
  const empty = pages.filter(({ text, picture }) => text === '' && !picture).map(({ number }) => number)
  const pictures = pages.filter(({ picture }) => picture).map(({ number }) => number)
  const asked = 'Type the clause by hand, or ask for the file that it was printed from.'
  if (scanned && empty.length > 0) return [`There is no text in this file that can be read: its pages are pictures or empty. ${asked}`]
  if (scanned) return [`${pages.length === 1 ? 'This file is a picture' : 'Every page of this file is a picture'}: its text cannot be read here. ${asked}`]
  return [
    ...(pictures.length === 0 ? [] : [pictures.length === 1 ? `Page ${pictures[0]} is a picture: its text cannot be read here.` : `Pages ${listed(pictures)} are pictures: their text cannot be read here.`]),
    ...(empty.length === 0 ? [] : [`${empty.length === 1 ? `Page ${empty[0]} holds` : `Pages ${listed(empty)} hold`} no text that can be read.`]),
  ]
}

const listed = (numbers: readonly number[]): string => `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`

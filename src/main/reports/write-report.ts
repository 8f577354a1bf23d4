import { hash } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '../../shared/contract/refused.ts'
import { readAttachment } from '../../shared/pdf/pdf-attachment.ts'
import { isDict, PdfSyntaxError } from '../../shared/pdf/pdf-lexer.ts'
import { openPdf } from '../../shared/pdf/pdf-objects.ts'

export type WrittenReport = Readonly<{ sha256: string; bytes: number; pages: number }>
export type ExpectedAttachment = Readonly<{ name: string; bytes: Uint8Array }>

/**
 * Puts a finished PDF on the disk: beside its place first, read back and checked, and only then given its name. A
 * half or empty file never has that name, and a file that had it before stays until the new one is whole.
 * @param attachment what must come out of the file again, byte for byte; null for a document that carries none
 * @throws Refused `export-failed` or `disk-full`, with the old file untouched and nothing left behind
 */
export async function writeReport(target: string, pdf: Uint8Array, attachment: ExpectedAttachment | null): Promise<WrittenReport> {
  const written = await stageReport(target, pdf, attachment)
  await placeReport(target)
  return written
}

/** Where a document waits until it is whole. */
export const placeBeside = (target: string): string => path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.part`)

/** The first half: written beside its place, read back and checked. Nothing is left behind when that fails. */
export async function stageReport(target: string, pdf: Uint8Array, attachment: ExpectedAttachment | null): Promise<WrittenReport> {
  const beside = placeBeside(target)
  try {
    await writeThrough(beside, pdf)
    const written = new Uint8Array(await readFile(beside))
    const sha256 = hash('sha256', written, 'hex')
    if (sha256 !== hash('sha256', pdf, 'hex')) throw new PdfSyntaxError('What was read back is not what was written')
    return { sha256, bytes: written.length, pages: checkReport(written, attachment) }
  } catch (error) {
    await rm(beside, { force: true })
    throw failed(error, path.basename(target))
  }
}

/** The second half: what was staged gets its name. */
export async function placeReport(target: string): Promise<void> {
  try {
    await rename(placeBeside(target), target)
    await syncFolder(path.dirname(target))
  } catch (error) {
    await dropStaged(target)
    throw failed(error, path.basename(target))
  }
}

/** Takes away what waits, when it is not wanted any more. */
export const dropStaged = (target: string): Promise<void> => rm(placeBeside(target), { force: true })

/**
 * Whether these bytes are a whole PDF with pages, whose objects stand where its table says, and whose attachment is
 * the expected one.
 * @returns how many pages it has
 * @throws PdfSyntaxError with what is wrong
 */
export function checkReport(pdf: Uint8Array, attachment: ExpectedAttachment | null): number {
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new PdfSyntaxError('The file does not begin as a PDF does')
  const file = openPdf(pdf)
  for (const id of file.ids()) file.resolve({ kind: 'ref', id })
  const pages = file.resolve(file.root?.entries.get('Pages'))
  const count = isDict(pages) ? file.resolve(pages.entries.get('Count')) : 0
  if (typeof count !== 'number' || count < 1) throw new PdfSyntaxError('The file has no pages')
  if (!attachment) return count
  const found = readAttachment(pdf, attachment.name)
  if (!found || Buffer.compare(found, attachment.bytes) !== 0) throw new PdfSyntaxError(`${attachment.name} did not come out of the file as it went in`)
  return count
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** So that the new name outlives a power cut; Windows cannot and need not open a folder for that. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function failed(error: unknown, name: string) {
  switch (codeOf(error)) {
    case 'ENOSPC': case 'EDQUOT': return refuse('disk-full', { happened: `The disk is full, so ${name} was not written.` }, error)
    case 'EBUSY': case 'EPERM': return refuse('export-failed', { happened: `${name} could not be replaced. It may be open in another program.` }, error)
    case 'EACCES': case 'EROFS': case 'ENOENT': case 'ENOTDIR': return refuse('export-failed', { happened: `${name} cannot be written into that folder.` }, error)
    default: return refuse('export-failed', {}, error)
  }
}

import { strFromU8, unzipSync } from 'fflate/browser'
import { fileTypeFromBuffer } from 'file-type'
import path from 'node:path'
import { isMediaType, type MediaType } from '../../shared/domain/evidence.ts'
import { findNhsNumbers } from '../../shared/domain/nhs-number.ts'
import { refuse, type Refused } from '../../shared/contract/refused.ts'
import { compoundNames } from './compound-file.ts'
import { readableText } from './readable-text.ts'
import { partsOfZip } from './word-text.ts'

export type ContentType = Readonly<{ mediaType: MediaType; locked: boolean }>

const taken = 'Attach a PDF, a picture (PNG, JPEG or TIFF), a Word, Excel, PowerPoint or OpenDocument file, an e-mail (EML or MSG), or a text (TXT or CSV).'
const notTaken = (happened: string, todo = taken): Refused => refuse('could-not-read', { happened, safe: 'Nothing was attached.', todo })

/**
 * What a file is by its bytes; its name decides only between a text and a table, which look alike. Everything that
 * can act when it is opened is turned away.
 * @throws Refused could-not-read, saying what it is and what can be attached instead
 */
export async function contentType(bytes: Uint8Array, fileName: string): Promise<ContentType> {
  const found = await fileTypeFromBuffer(bytes)
  if (!found) return textType(bytes, fileName)
  const { mime, ext } = found
  if (mime === 'application/x-cfb') return compoundType(bytes, fileName)
  if (/macroenabled/i.test(mime)) throw withMacros(fileName)
  if (mime === 'application/pdf') return { mediaType: mime, locked: hasToken(bytes, '/Encrypt') }
  if (mime === 'application/zip') return zipType(bytes, fileName)
  if (!isMediaType(mime)) throw notTaken(foreign(mime, ext, fileName))
  return mime.startsWith('application/vnd.') ? officeType(mime, bytes, fileName) : { mediaType: mime, locked: false }
}

const withMacros = (name: string): Refused => notTaken(`${name} holds macros: small programs that run when it is opened.`, 'Save it without macros, or as a PDF, and attach that.')

function foreign(mime: string, ext: string, name: string): string {
  if (/x-msdownload|x-elf|mach-binary|x-executable|x-msi|shellscript|x-ms-shortcut|java-vm|wasm|x-dex/.test(mime)) return `${name} is a program, whatever its name says.`
  if (/^application\/(zip|gzip|x-(7z|rar|tar|bzip|xz|lzip|lz4|compress|zstd|cpio|unix-archive|rpm|deb|apple-diskimage|iso)|vnd\.(rar|ms-cab)|zstd|java-archive)/.test(mime)) return `${name} is a package of several files. What is in it cannot be seen from outside.`
  return `${name} is a file of the type ${ext}, which is not taken.`
}

/** OOXML and OpenDocument: a package with a known inside. What runs by itself shows in the names of its parts. */
function officeType(mime: MediaType, bytes: Uint8Array, name: string): ContentType {
  const parts = partsOfZip(bytes)
  if (parts === null) throw notTaken(`${name} is damaged: it looks like an office file and cannot be read as one.`, 'Ask for the file again, or attach it as a PDF.')
  if (parts.some((part) => /(?:^|\/)vba(?:project|data)[^/]*$/i.test(part) || /^(?:Basic|Scripts)\/./.test(part))) throw withMacros(name)
  return { mediaType: mime, locked: mime.startsWith('application/vnd.oasis.') && isLockedOpenDocument(bytes) }
}

/** A package that does not tell its kind in the first bytes may still be an office file. */
function zipType(bytes: Uint8Array, name: string): ContentType {
  const parts = new Set(partsOfZip(bytes) ?? [])
  if (parts.has('[Content_Types].xml')) {
    const mains = { 'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'ppt/presentation.xml': 'application/vnd.openxmlformats-officedocument.presentationml.presentation' } as const
    for (const [main, mime] of Object.entries(mains)) {
      if (!parts.has(main)) continue
      if (/macroenabled/i.test(partText(bytes, '[Content_Types].xml'))) throw withMacros(name)
      return officeType(mime, bytes, name)
    }
  }
  throw notTaken(foreign('application/zip', 'zip', name))
}

const largestManifest = 1_000_000

function partText(bytes: Uint8Array, part: string): string {
  try {
    const found = unzipSync(bytes, { filter: ({ name, originalSize }) => name === part && originalSize <= largestManifest })[part]
    return found ? strFromU8(found) : ''
  } catch {
    return ''
  }
}

const isLockedOpenDocument = (bytes: Uint8Array): boolean => partText(bytes, 'META-INF/manifest.xml').includes('encryption-data')

const lockedOffice: Readonly<Record<string, MediaType>> = Object.freeze({
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
})

/** Outlook messages, office files with a password, old office files and installers share one container. */
function compoundType(bytes: Uint8Array, name: string): ContentType {
  const parts = compoundNames(bytes)
  if (parts.has('__properties_version1.0')) return { mediaType: 'application/vnd.ms-outlook', locked: false }
  const office = lockedOffice[path.extname(name).toLowerCase()]
  if (parts.has('EncryptedPackage') && office) return { mediaType: office, locked: true }
  if (parts.has('WordDocument') || parts.has('Workbook') || parts.has('Book') || parts.has('PowerPoint Document')) {
    throw notTaken(`${name} is an old office file (.doc, .xls or .ppt), which may hold macros.`, 'Open it, save it as .docx, .xlsx, .pptx or PDF, and attach that.')
  }
  throw notTaken(`${name} is a file that programs keep for themselves, which is not taken.`)
}

/** Text has no mark of its own, so it is taken only where it reads as text and is not written for a machine to run. */
function textType(bytes: Uint8Array, name: string): ContentType {
  const text = readableText(bytes)
  if (text === null) throw notTaken(`${name} is a file of an unknown type.`)
  const start = text.slice(0, 4000).trimStart()
  if (start.startsWith('#!') || /^<(?:!doctype|html|head|body|script|svg|\?xml|\?php|%)/i.test(start) || /<script[\s>]/i.test(start)) {
    throw notTaken(`${name} is a web page or a script, which acts when it is opened.`, 'Print it to a PDF and attach that.')
  }
  const extension = path.extname(name).toLowerCase()
  if (isMail(start) && extension !== '.txt' && extension !== '.csv') return { mediaType: 'message/rfc822', locked: false }
  if (extension !== '.txt' && extension !== '.csv') throw notTaken(`${name} is a text whose name does not end in .txt or .csv. It could be a script.`, 'If it is only a text, give it a name that ends in .txt, or print it to a PDF.')
  const numbers = findNhsNumbers(text).length
  if (numbers > 0) throw refuse('nhs-number', { happened: `${name} holds ${numbers === 1 ? 'a number that looks like an NHS number' : `${numbers} numbers that look like NHS numbers`}.`, todo: 'Take them out of the file, then attach it. The register never holds patient data.' })
  return { mediaType: extension === '.csv' ? 'text/csv' : 'text/plain', locked: false }
}

/** At least two of the lines that every message begins with, before its first empty line. */
function isMail(start: string): boolean {
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? ''
  const fields = new Set([...head.matchAll(/^(from|to|date|subject|received|return-path|message-id|mime-version|delivered-to):/gim)].map(([, field]) => field?.toLowerCase()))
  return /^[\w-]+:\s/.test(head) && fields.has('from') && fields.size >= 2
}

/** A name in the text of a PDF, not the beginning of a longer one. */
function hasToken(bytes: Uint8Array, token: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = buffer.indexOf(token); at >= 0; at = buffer.indexOf(token, at + 1)) {
    if (!/[A-Za-z]/.test(String.fromCharCode(buffer[at + token.length] ?? 0))) return true
  }
  return false
}

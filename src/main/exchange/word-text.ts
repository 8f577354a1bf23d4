import { unzipSync, zipSync } from 'fflate/browser'
import { refuse } from '../../shared/contract/refused.ts'

/** All that text needs. Pictures and whatever else the file holds stay packed. */
const wanted = new Set([
  '[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/_rels/document.xml.rels', 'word/styles.xml', 'word/numbering.xml',
  'word/footnotes.xml', 'word/endnotes.xml', 'word/comments.xml',
])
/** Unpacked bytes of one part: far more than the text of any agreement. A small file can unpack to gigabytes. */
const largestPart = 64 * 1024 * 1024

/** Names of the parts, without unpacking any. Null where the bytes are no zip file. */
export function partsOfZip(bytes: Uint8Array): readonly string[] | null {
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: ({ name }) => { names.push(name); return false } })
    return names
  } catch {
    return null
  }
}

/**
 * The words of a Word file, a blank line between paragraphs.
 * @throws Refused could-not-read where it is damaged or unpacks to too much
 */
export async function wordText(bytes: Uint8Array, name: string): Promise<string> {
  let tooLarge = false
  try {
    const parts = unzipSync(bytes, { filter: (part) => {
      if (!wanted.has(part.name)) return false
      tooLarge ||= part.originalSize > largestPart
      return part.originalSize <= largestPart
    } })
    if (tooLarge) throw new Error('A part is too large')
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zipSync(parts, { level: 0 })) })
    return value.replaceAll('\r', '').replaceAll(/[\t ]+/g, ' ').replaceAll(/\n{3,}/g, '\n\n').trim()
  } catch (error) {
    const happened = tooLarge ? `${name} holds more text than an agreement can have.` : `${name} is damaged: it looks like a Word file and cannot be read as one.`
    throw refuse('could-not-read', { happened, todo: 'Ask the sender for the file again, or paste the clause.' }, error)
  }
}

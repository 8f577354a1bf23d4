import { createHash } from 'node:crypto'
import { lstat, open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { refuse, Refused } from '../../shared/contract/refused.ts'
import { largestEvidence, type EvidenceFile } from '../../shared/domain/evidence.ts'
import { findNhsNumbers } from '../../shared/domain/nhs-number.ts'
import { contentType } from './evidence-type.ts'

/** A file as it was read once: these bytes are hashed, typed and kept, whatever becomes of the file afterwards. */
export type ReadEvidence = EvidenceFile & Readonly<{ content: Uint8Array }>

const safe = 'Nothing was attached.'
const chunk = 1024 * 1024

/**
 * Reads a file that is to be kept as evidence. The file is only read.
 * @throws Refused could-not-read or nhs-number, saying what is wrong with it
 */
export async function readEvidence(file: string): Promise<ReadEvidence> {
  const fileName = keptName(path.basename(file))
  if (findNhsNumbers(fileName).length > 0) throw refuse('nhs-number', { happened: 'The name of the file looks like an NHS number.', todo: 'Give the file another name, then attach it. The register never holds patient data.' })
  const { content, sha256 } = await readOnce(file, fileName)
  return { ...(await contentType(content, fileName)), fileName, sha256, bytes: content.byteLength, content }
}

/** A name on one line, without marks that cannot be seen. */
const keptName = (name: string): string => name.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, 255) || 'File'

async function readOnce(file: string, name: string): Promise<{ content: Uint8Array; sha256: string }> {
  let handle: FileHandle | undefined
  try {
    const there = await lstat(file)
    if (!there.isFile()) throw refuse('could-not-read', { happened: `${name} is a ${there.isDirectory() ? 'folder' : there.isSymbolicLink() ? 'link to another place' : 'device'}, not a file.`, safe, todo: 'Choose the file itself.' })
    handle = await open(file, 'r')
    const { size } = await handle.stat()
    if (size > largestEvidence) throw tooLarge(name)
    const hash = createHash('sha256')
    const parts: Buffer[] = []
    let total = 0
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(chunk), 0, chunk)
      if (bytesRead === 0) break
      total += bytesRead
      // It may grow while it is read.
      if (total > largestEvidence) throw tooLarge(name)
      const part = buffer.subarray(0, bytesRead)
      hash.update(part)
      parts.push(part)
    }
    if (total === 0) throw refuse('could-not-read', { happened: `${name} is empty.`, safe })
    return { content: Buffer.concat(parts), sha256: hash.digest('hex') }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw refuse('could-not-read', { happened: `${name} could not be opened.`, safe, todo: 'Check that the file is still there and that you may open it.' }, error)
  } finally {
    await handle?.close()
  }
}

const tooLarge = (name: string): Refused => refuse('could-not-read', { happened: `${name} is larger than 25 MB.`, safe, todo: 'Attach a smaller copy: the pages that matter, or the scan at a lower resolution.' })

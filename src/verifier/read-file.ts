import { largestFile } from '../shared/trail/read-document.ts'
import type { NamedFile } from './check-files.ts'

/** Reads a file that was chosen or dropped. One that cannot be read is an answer too: the fourth verdict, with the reason. */
export async function readFile(chosen: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<NamedFile> {
  const { name, size } = chosen
  const unread = (why: string): NamedFile => ({ name, bytes: new Uint8Array(), unread: why })
  if (size > largestFile) return unread('The file is larger than any that this app makes.')
  try {
    return { name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return unread('The browser could not read the file. It may have been moved or renamed, it may be a folder, or another program holds it.')
  }
}

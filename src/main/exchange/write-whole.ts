import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '../../shared/contract/refused.ts'

/**
 * Writes a small file beside its place first and then under its name, so that half a file never has that name.
 * @throws Refused `export-failed` or `disk-full`, with nothing left behind and an older file untouched
 */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`)
  try {
    writeFileSync(beside, content, { flush: true })
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    const full = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    throw full ? refuse('disk-full', { happened: `The disk is full, so ${path.basename(file)} was not written.` }, error) : refuse('export-failed', { happened: `${path.basename(file)} cannot be written into that folder.` }, error)
  }
}

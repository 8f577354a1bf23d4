import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { newestSchema } from './migrations/index.ts'
import { applicationId } from './pragmas.ts'
import { StoreFailure, guarded } from './store-failure.ts'

const magic = 'SQLite format 3\0'

/**
 * Reads the first 100 bytes before SQLite does, so that a file which is not ours is told apart without touching it.
 * @throws StoreFailure register-not-found, register-not-ours, register-newer (detail: its schema number), register-damaged
 */
export function checkFileHeader(file: string): void {
  if (!existsSync(file)) throw new StoreFailure('register-not-found')
  const header = guarded(() => {
    const handle = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(100)
      return bytes.subarray(0, readSync(handle, bytes, 0, 100, 0))
    } finally {
      closeSync(handle)
    }
  })
  if (header.length === 0) throw new StoreFailure('register-damaged', 'The file is empty.')
  if (header.length < 100 || header.toString('latin1', 0, 16) !== magic) throw new StoreFailure('register-not-ours')
  if (header.readInt32BE(68) !== applicationId) throw new StoreFailure('register-not-ours')
  const schema = header.readInt32BE(60)
  if (schema > newestSchema) throw new StoreFailure('register-newer', String(schema))
}

import type { ErrorCode } from '../../shared/contract/error-code.ts'

/** Something the disk or the file did. The code is what a person is told; the cause stays for the log. */
export class StoreFailure extends Error {
  readonly code: ErrorCode
  /** Words that fill the sentence for this code: a holder's name, a version, an event. */
  readonly detail: string | null

  constructor(code: ErrorCode, detail: string | null = null, cause?: unknown) {
    super(detail === null ? code : `${code}: ${detail}`, { cause })
    this.code = code
    this.detail = detail
  }
}

const sqliteCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/**
 * Turns an error of SQLite or the file system into one of ours; anything else comes back as it was.
 * A file that cannot grow answers IOERR_WRITE rather than FULL, so both read as trouble with the disk.
 */
export function storeFailure(error: unknown): unknown {
  if (error instanceof StoreFailure) return error
  const code = sqliteCode(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new StoreFailure('disk-full', null, error)
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return new StoreFailure('register-read-only', null, error)
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO' || code === 'EFBIG') return new StoreFailure('disk-error', null, error)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new StoreFailure('register-locked', null, error)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new StoreFailure('register-damaged', null, error)
  return error
}

/** Runs something that touches the disk and throws our own failures only. */
export function guarded<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw storeFailure(error)
  }
}

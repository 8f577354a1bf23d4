import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { RegisterDialect } from './dialect.ts'
import { checkFileHeader } from './file-header.ts'
import { readHolderNote } from './holder-note.ts'
import { migrations } from './migrations/index.ts'
import { applicationId, pragmasNotSet, setPragmas } from './pragmas.ts'
import { guarded, storeFailure, StoreFailure } from './store-failure.ts'
import type { Tables } from './tables.ts'

export type Connection = Readonly<{ sqlite: Database.Database; db: Kysely<Tables>; file: string; close: () => void }>

/** How long to wait for somebody else's lock before saying that they have it. */
const lockPatience = 400

/**
 * Opens a register for writing: header, lock, settings read back, quick check, migrations. Nothing is changed
 * in a file that is not ours, newer, locked or damaged.
 * @throws StoreFailure with the code of what stands in the way
 */
export async function openConnection(file: string): Promise<Connection> {
  checkFileHeader(file)
  const sqlite = guarded(() => new Database(file, { fileMustExist: true, timeout: lockPatience }))
  return prepared(sqlite, file)
}

/** Makes a new, empty register file. Refuses to write over an existing one. */
export async function createConnection(file: string): Promise<Connection> {
  const sqlite = guarded(() => new Database(file, { timeout: lockPatience }))
  const [found] = sqlite.prepare<[], { tables: number }>(`select count(*) as tables from sqlite_master`).all()
  if (found?.tables !== 0) {
    sqlite.close()
    throw new StoreFailure('register-locked', 'There is already a register in this place.')
  }
  guarded(() => sqlite.pragma(`application_id = ${applicationId}`))
  return prepared(sqlite, file)
}

/**
 * Opens a copy of a register only to look at it: nothing is checked on the way in, so that a damaged or tampered
 * file gets as far as it can and the check can name what is wrong. Never used on a register in place.
 * @returns what SQLite itself says about the file, null when it finds nothing
 */
export async function openCopy(file: string): Promise<{ connection: Connection; damage: string | null }> {
  checkFileHeader(file)
  const sqlite = guarded(() => new Database(file, { fileMustExist: true, timeout: lockPatience }))
  const db = new Kysely<Tables>({ dialect: new RegisterDialect({ database: sqlite }) })
  const connection = { sqlite, db, file, close: () => { sqlite.close() } }
  try {
    const damage = quickCheck(sqlite)
    if (damage === null) await migrate(db)
    return { connection, damage }
  } catch (error) {
    sqlite.close()
    throw storeFailure(error)
  }
}

function quickCheck(sqlite: Database.Database): string | null {
  try {
    const told: unknown = sqlite.pragma('quick_check(1)', { simple: true })
    return told === 'ok' ? null : String(told)
  } catch (error) {
    // A text that is no longer JSON breaks the columns computed from it; the trail itself can still be read.
    return error instanceof Error ? error.message : String(error)
  }
}

/** A register in memory with the full schema: for replay, for the verifier's expectations, for nothing that must last. */
export async function memoryConnection(): Promise<Connection> {
  return prepared(new Database(':memory:'), ':memory:')
}

async function prepared(sqlite: Database.Database, file: string): Promise<Connection> {
  const db = new Kysely<Tables>({ dialect: new RegisterDialect({ database: sqlite }) })
  try {
    setPragmas(sqlite)
    takeLock(sqlite, file)
    const damage = quickCheck(sqlite)
    if (damage !== null) throw new StoreFailure('register-damaged', `The file says: ${damage}`)
    await migrate(db)
    const missing = pragmasNotSet(sqlite)
    if (missing.length > 0) throw new StoreFailure('disk-error', `These settings did not take: ${missing.join(', ')}.`)
    return { sqlite, db, file, close: () => { sqlite.close() } }
  } catch (error) {
    sqlite.close()
    throw storeFailure(error)
  }
}

/** With exclusive locking the lock of this empty transaction is kept until the file is closed. */
function takeLock(sqlite: Database.Database, file: string): void {
  try {
    sqlite.exec('begin exclusive; commit')
  } catch (error) {
    const failure = storeFailure(error)
    if (!(failure instanceof StoreFailure) || failure.code !== 'register-locked') throw failure
    const holder = readHolderNote(file)
    throw new StoreFailure('register-locked', holder ? `${holder.computer}, since ${holder.since}` : null, error)
  }
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateToLatest()
  if (error !== undefined) throw error
}

import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { closeSync, openSync, rmSync } from 'node:fs'
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
  claimPlace(file)
  const sqlite = guarded(() => new Database(file, { fileMustExist: true, timeout: lockPatience }))
  try {
    sqlite.pragma(`application_id = ${applicationId}`)
    return await prepared(sqlite, file)
  } catch (error) {
    sqlite.close()
    // A disk without room must leave nothing that stands in the way of another try.
    for (const made of [file, `${file}-journal`]) rmSync(made, { force: true })
    throw storeFailure(error)
  }
}

/** Of two who make a file in one place, one finds it there already. */
function claimPlace(file: string): void {
  try {
    closeSync(openSync(file, 'wx'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new StoreFailure('disk-error', 'There is already a file in this place.', error)
    throw storeFailure(error)
  }
}

/**
 * Opens a copy of a register only to look at it: nothing is checked on the way in, so that a damaged or tampered
 * file gets as far as it can and the check can name what is wrong. Never used on a register in place.
 * @returns what SQLite itself says about the file, null when it finds nothing
 */
export async function openCopy(file: string): Promise<{ connection: Connection; damage: string | null }> {
  checkFileHeader(file)
  const sqlite = guarded(() => new Database(file, { fileMustExist: true, timeout: lockPatience }))
  const db = new Kysely<Tables>({ dialect: new RegisterDialect(sqlite) })
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
  const db = new Kysely<Tables>({ dialect: new RegisterDialect(sqlite) })
  try {
    setPragmas(sqlite)
    // With exclusive locking the lock of this empty transaction is kept until the file is closed.
    sqlite.exec('begin exclusive; commit')
    const damage = quickCheck(sqlite)
    if (damage !== null) throw new StoreFailure('register-damaged', `The file says: ${damage}`)
    await migrate(db)
    const missing = pragmasNotSet(sqlite)
    if (missing.length > 0) throw new StoreFailure('disk-error', `These settings did not take: ${missing.join(', ')}.`)
    return { sqlite, db, file, close: () => { sqlite.close() } }
  } catch (error) {
    sqlite.close()
    throw namingHolder(storeFailure(error), file)
  }
}

/** The first of our settings may already meet somebody else's lock, so who has it is added wherever it shows. */
function namingHolder(failure: unknown, file: string): unknown {
  if (!(failure instanceof StoreFailure) || failure.code !== 'register-locked') return failure
  const holder = readHolderNote(file)
  return holder ? new StoreFailure('register-locked', `${holder.computer}, since ${holder.since}`, failure.cause) : failure
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateToLatest()
  if (error !== undefined) throw error
}

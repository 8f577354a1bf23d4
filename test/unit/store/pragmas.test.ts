import type Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { pragmasNotSet } from '../../../src/main/store/pragmas.ts'
import { openStore, type RegisterStore } from '../../../src/main/store/register-store.ts'
import { addEntry, newStore, storeHost } from '../../fixtures/store.ts'

let open: RegisterStore | undefined
afterEach(() => { open?.close() })

/** What the design asks of every connection, as SQLite names it. */
const expected = {
  application_id: 0x47505231, user_version: 1, journal_mode: 'delete', locking_mode: 'exclusive', synchronous: 3, foreign_keys: 1, recursive_triggers: 1,
  trusted_schema: 0, cell_size_check: 1, secure_delete: 1, temp_store: 2, mmap_size: 0, journal_size_limit: 0,
}
const settingsOf = (sqlite: Database.Database) => Object.fromEntries(Object.keys(expected).map((name) => [name, sqlite.pragma(name, { simple: true })]))

describe('the settings of a register', () => {
  it('hold after a write and after opening it again', async () => {
    open = await newStore()
    addEntry(open, 1)
    expect(settingsOf(open.connection.sqlite)).toEqual(expected)
    open.close()
    open = await openStore(open.file, storeHost)
    addEntry(open, 2)
    expect(settingsOf(open.connection.sqlite)).toEqual(expected)
    expect(pragmasNotSet(open.connection.sqlite)).toEqual([])
  })

  it('are missed when one is set otherwise', async () => {
    open = await newStore()
    open.connection.sqlite.pragma('synchronous = normal')
    open.connection.sqlite.pragma('recursive_triggers = off')
    expect(pragmasNotSet(open.connection.sqlite)).toEqual(['synchronous', 'recursive_triggers'])
  })

  it('are kept by an SQLite new enough to be trusted with them', async () => {
    open = await newStore()
    const [major, minor, patch] = (open.connection.sqlite.prepare('select sqlite_version() as version').get() as { version: string }).version.split('.').map(Number)
    expect([major, (minor ?? 0) * 1000 + (patch ?? 0) >= 51_003]).toEqual([3, true])
  })
})

import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkRegister } from '../../../src/main/register/check-register.ts'
import { memoryConnection } from '../../../src/main/store/connection.ts'
import { RegisterDialect } from '../../../src/main/store/dialect.ts'
import { migrations, newestSchema } from '../../../src/main/store/migrations/index.ts'
import { applicationId } from '../../../src/main/store/pragmas.ts'
import { openStore } from '../../../src/main/store/register-store.ts'
import { projected } from '../../../src/main/store/tables.ts'
import { dump } from '../../fixtures/schemas/make.ts'
import { addEntry, newStore, storeHost } from '../../fixtures/store.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'
import { story } from '../../fixtures/trail/story.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/schemas')
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.sql')).toSorted()
const schemaOf = (text: string): string[] => text.split('\n').filter((line) => !line.startsWith('insert into '))

/** A register file as a release left it. */
function fileFrom(fixture: string): string {
  const file = path.join(tempFolder(), 'register.psr')
  const sqlite = new Database(file)
  sqlite.pragma(`application_id = ${applicationId}`)
  sqlite.exec(readFileSync(path.join(folder, fixture), 'utf8'))
  sqlite.close()
  return file
}

describe('released schemas', () => {
  it('are kept, one for each', () => {
    expect(fixtures).toEqual(Object.keys(migrations).map((name) => `${name.slice(0, 4)}.sql`))
    expect(newestSchema).toBe(fixtures.length)
  })

  it('end in the schema that a new register has', async () => {
    const fresh = await memoryConnection()
    const newest = readFileSync(path.join(folder, fixtures.at(-1) ?? ''), 'utf8')
    expect(schemaOf(newest)).toEqual(schemaOf(dump(fresh.sqlite)))
    fresh.close()
  })

  it.each(fixtures)('%s opens in this version, with every event, its head, and tables that follow from them', async (fixture) => {
    const store = await openStore(fileFrom(fixture), storeHost)
    try {
      const events = story()
      expect(store.trail.head().seq).toBe(events.length)
      const { verdict } = await checkRegister(store.connection, store.trail.rows())
      expect(verdict).toMatchObject({ verdict: 'matches', checked: { events: events.length, signatures: 3, statements: 2 } })
      addEntry(store, 2)
      expect(store.trail.head().seq).toBe(events.length + 1)
    } finally {
      store.close()
    }
  })
})

describe('a migration', () => {
  const halfway: Record<string, Migration> = {
    '0001-good': { up: async (db) => { await sql`create table one (a integer) strict`.execute(db) } },
    '0002-bad': { up: async (db) => {
      await sql`create table two (a integer) strict`.execute(db)
      await sql`pragma user_version = 2`.execute(db)
      await sql`insert into nowhere values (1)`.execute(db)
    } },
  }
  const tried = async (dialect: (database: Database.Database) => SqliteDialect) => {
    const database = new Database(':memory:')
    const db = new Kysely<unknown>({ dialect: dialect(database) })
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => halfway } }).migrateToLatest()
    const left = database.prepare<[], { name: string }>(`select name from sqlite_master where name in ('one', 'two')`).all().map(({ name }) => name)
    return { error, left, version: database.pragma('user_version', { simple: true }) }
  }

  it('that fails leaves nothing of itself or of those before it in the same step', async () => {
    const { error, left, version } = await tried((database) => new RegisterDialect(database))
    expect(String(error)).toContain('nowhere')
    expect(left).toEqual([])
    expect(version).toBe(0)
  })

  it('would leave half its tables without our dialect, which is why there is one', async () => {
    const { left } = await tried((database) => new SqliteDialect({ database }))
    expect(left).toEqual(['one', 'two'])
  })
})

describe('the types of rows', () => {
  // One line a table: `name: { column: type; … }`, as tables.ts writes them.
  const text = readFileSync(path.join(import.meta.dirname, '../../../src/main/store/tables.ts'), 'utf8')
  const declared = new Map([...text.matchAll(/^ {2}(\w+): \{([^}]+)\}/gm)].map(([, table, columns]) => [table ?? '', new Map(columns?.split(/[;\n]/).map((one) => one.trim()).filter((one) => one !== '').map((one): [string, string] => {
    const [name, ...type] = one.split(':')
    return [name?.trim() ?? '', type.join(':').trim()]
  }))]))

  it('name the tables there are', async () => {
    const store = await newStore()
    const tables = store.connection.sqlite.prepare<[], { name: string }>(`select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%' and name not like 'kysely_%'`).all().map(({ name }) => name)
    store.close()
    expect([...declared.keys()].toSorted()).toEqual(tables.toSorted())
    // Everything but the trail and what stands outside it follows from the trail.
    expect([...projected, 'trail', 'evidence_file', 'secret', 'draft', 'note'].toSorted()).toEqual(tables.toSorted())
  })

  it('give each column its type, whether it may be null, and whether it is computed', async () => {
    const store = await newStore()
    for (const [table, columns] of declared) {
      const rows = store.connection.sqlite.prepare<[], { name: string; type: string; notnull: number; pk: number; hidden: number }>(`select name, type, "notnull", pk, hidden from pragma_table_xinfo('${table}')`).all().filter(({ hidden }) => hidden !== 1)
      const found = rows.map(({ name, type, notnull, pk, hidden }): [string, string] => {
        const base = type.toLowerCase() === 'integer' ? 'number' : type.toLowerCase() === 'blob' ? 'Uint8Array' : 'string'
        if (hidden === 2) return [name, `Computed<${base}>`]
        return [name, notnull === 1 || pk > 0 || type === '' ? base : `${base} | null`]
      })
      const virtual = table === 'entry_text' ? [['rowid', 'number'], ...found] : found
      expect([...columns], table).toEqual(virtual)
    }
    store.close()
  })
})

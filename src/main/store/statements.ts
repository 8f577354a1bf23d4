import type { Database, Statement } from 'better-sqlite3'
import type { Compilable } from 'kysely'

type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

/** Prepared statements by their text. Kysely writes the queries; SQLite runs them at once, so nothing comes between two steps of an act. */
export type Statements = Readonly<{
  all: <T>(query: Compilable<T>) => T[]
  first: <T>(query: Compilable<T>) => T | undefined
  /** The first row of a query that stays the same, without writing it anew. */
  get: (sql: string, ...values: readonly Value[]) => Row | undefined
  run: (sql: string, ...values: readonly Value[]) => void
  /**
   * Writes a whole row; one with the same key is replaced in place.
   * @param before what the row holds now, as far as it is known: columns that stay are not written, nor the indexes on them.
   */
  put: (table: string, key: readonly string[], row: Row, before?: Row) => void
}>

export function createStatements(sqlite: Database): Statements {
  const prepared = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = sqlite.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  const upserts = new Map<string, string>()
  const update = (table: string, key: readonly string[], row: Row, before: Row): void => {
    const columns = Object.keys(row).filter((column) => row[column] !== before[column])
    if (columns.length === 0) return
    const set = columns.map((column) => `"${column}" = ?`).join()
    prepare(`update "${table}" set ${set} where ${key.map((column) => `"${column}" = ?`).join(' and ')}`).run(...[...columns, ...key].map((column) => row[column]))
  }
  return {
    all: <T>(query: Compilable<T>) => {
      const { sql, parameters } = query.compile()
      return prepare(sql).all(...parameters) as T[]
    },
    first: <T>(query: Compilable<T>) => {
      const { sql, parameters } = query.compile()
      return prepare(sql).get(...parameters) as T | undefined
    },
    get: (sql, ...values) => prepare(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => { prepare(sql).run(...values) },
    put: (table, key, row, before) => {
      if (before) return update(table, key, row, before)
      const columns = Object.keys(row)
      const name = `${table}:${columns.join()}`
      let sql = upserts.get(name)
      if (!sql) {
        const rest = columns.filter((column) => !key.includes(column)).map((column) => `"${column}" = excluded."${column}"`)
        sql = `insert into "${table}" (${columns.map((column) => `"${column}"`).join()}) values (${columns.map(() => '?').join()}) on conflict (${key.join()}) do update set ${rest.join()}`
        upserts.set(name, sql)
      }
      prepare(sql).run(...Object.values(row))
    },
  }
}

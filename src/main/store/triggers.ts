import type { Database } from 'better-sqlite3'
import { memoryConnection } from './connection.ts'

/** Triggers can be dropped by anyone who has the file, so the check looks whether they are there and unchanged. */
export async function triggersMissing(sqlite: Database): Promise<string[]> {
  const fresh = await memoryConnection()
  try {
    const there = triggersOf(sqlite)
    return [...triggersOf(fresh.sqlite)].filter(([name, sql]) => there.get(name) !== sql).map(([name]) => name)
  } finally {
    fresh.close()
  }
}

function triggersOf(sqlite: Database): Map<string, string> {
  return new Map(sqlite.prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_master where type = 'trigger' order by name`).all().map(({ name, sql }) => [name, sql]))
}

import { foldEvents, type RegisterRecord } from '../../shared/domain/register-record.ts'
import { parseEvent, type TrailEvent } from '../../shared/trail/event.ts'
import type { StoredEvent } from '../../shared/trail/chain-check.ts'
import { memoryConnection, type Connection } from './connection.ts'
import { writeAll } from './projection.ts'
import { createStatements } from './statements.ts'
import { StoreFailure } from './store-failure.ts'
import { projected } from './tables.ts'

export function* readEvents(rows: Iterable<StoredEvent>): Generator<TrailEvent> {
  for (const { seq, body } of rows) {
    const parsed = parseEvent(JSON.parse(body))
    if (!parsed.ok) throw new StoreFailure('register-damaged', `Event ${seq}: ${parsed.detail}`)
    yield parsed.event
  }
}

/** The whole register from its trail alone, into a fresh set of tables in memory. */
export async function replay(rows: Iterable<StoredEvent>): Promise<Connection> {
  return tablesFrom(foldEvents(readEvents(rows)))
}

export async function tablesFrom(register: RegisterRecord): Promise<Connection> {
  const connection = await memoryConnection()
  connection.sqlite.transaction(() => { writeAll(register, createStatements(connection.sqlite), 0) })()
  return connection
}

/** Names of tables whose rows differ from what the trail gives; empty when the tables are what they should be. */
export function tablesThatDiffer(stored: Connection, replayed: Connection): string[] {
  return projected.filter((table) => !sameRows(stored, replayed, table))
}

const comparable: Partial<Record<(typeof projected)[number], string>> = {
  // Row numbers differ between files; the entry they belong to does not.
  entry_text: 'select entry.id, t.title, t.party, t.ref, t.purposes, t.summary, t.details, t.tags from entry_text t join entry on entry.rowid = t.rowid order by entry.id',
}

function sameRows(a: Connection, b: Connection, table: (typeof projected)[number]): boolean {
  const sql = comparable[table] ?? `select * from "${table}" order by 1, 2`
  const left = a.sqlite.prepare<[], unknown[]>(sql).raw().iterate()
  const right = b.sqlite.prepare<[], unknown[]>(sql).raw().iterate()
  try {
    for (;;) {
      const [one, other] = [left.next(), right.next()]
      if (one.done === true || other.done === true) return one.done === other.done
      if (one.value.length !== other.value.length || one.value.some((value, at) => value !== other.value[at])) return false
    }
  } finally {
    left.return?.()
    right.return?.()
  }
}

import Database from 'better-sqlite3'
import { hash } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { checkChain } from '../../../shared/trail/chain-check.ts'
import { eventDomain } from '../../../shared/trail/canonical.ts'
import { foldEvents } from '../../../shared/domain/register-record.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import type { CallParsed } from '../../../shared/contract/contract.ts'
import { classificationRules } from '../../exchange/classification-rules.ts'
import { englandWorkingDays } from '../../exchange/working-days.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import { checkRegister } from '../../register/check-register.ts'
import type { Reading } from '../../register/desk.ts'
import { listEntries } from '../../register/entry-list.ts'
import { setPragmas } from '../../store/pragmas.ts'
import { openStore, type RegisterStore } from '../../store/register-store.ts'
import { readEvents, tablesFrom } from '../../store/replay.ts'
import { projected } from '../../store/tables.ts'
import { median, percentile95, timed, timedAsync } from './row.ts'

const acts = 300
const host = { clock: () => new Date().toISOString(), appVersion: '1.0.0', computer: 'bench', crypto: nodeCrypto }

export type Part = (file: string, n: number) => Promise<number>

async function onStore<T>(file: string, act: (store: RegisterStore) => T | Promise<T>): Promise<T> {
  const store = await openStore(file, host)
  try {
    return await act(store)
  } finally {
    store.close()
  }
}

const lastEntry = (store: RegisterStore): string => store.records.entries().at(-1)?.id ?? ''
const bodies = (store: RegisterStore): string[] => [...store.trail.rows()].map(({ body }) => body)

/** Each part is measured in a process of its own, ours and what it is held against alike. */
export const parts: Readonly<Record<string, Part>> = Object.freeze({
  /** Median time of one recorded act, synced. */
  record: (file) => onStore(file, (store) => {
    const id = lastEntry(store)
    const author = { id: store.records.people()[0]?.id ?? 'system', name: 'Bench', role: 'data-protection-lead' as const }
    const times = Array.from({ length: acts }, (_, n) => timed(() => store.record(author, () => ({ result: null, events: [{ type: 'entry.standing-recorded', subject: { kind: 'entry', id }, data: { from: { standing: 'signed', on: '2024-04-02', note: null }, to: { standing: 'signed', on: '2024-04-03', note: `Seen ${n}` } } }] }))))
    return median(times)
  }),
  /** Median time of one bare insert of the same bytes, with the same settings. */
  'record-against': async (file) => {
    const body = await onStore(file, (store) => bodies(store).at(-1) ?? '')
    const bare = path.join(path.dirname(file), 'bare.db')
    rmSync(bare, { force: true })
    const sqlite = new Database(bare)
    setPragmas(sqlite)
    sqlite.exec('create table trail (seq integer primary key, hash text not null, body text not null) strict')
    const insert = sqlite.prepare('insert into trail (hash, body) values (?, ?)')
    const times = Array.from({ length: acts }, () => timed(() => insert.run('0'.repeat(64), body)))
    sqlite.close()
    return median(times)
  },
  'chain-check': (file) => onStore(file, (store) => timed(() => checkChain(store.trail.rows(), nodeCrypto))),
  'full-check': (file) => onStore(file, (store) => timedAsync(() => checkRegister(store.connection, store.trail.rows()))),
  'hash-against': (file) => onStore(file, (store) => {
    const texts = bodies(store)
    return timed(() => { for (const text of texts) hash('sha256', eventDomain + text, 'hex') })
  }),
  replay: (file) => onStore(file, (store) => timedAsync(async () => { (await tablesFrom(foldEvents(readEvents(store.trail.rows())))).close() })),
  'replay-against': (file) => onStore(file, async (store) => {
    const { sqlite } = store.connection
    const tables = projected.map((table) => ({ table, rows: sqlite.prepare<[], Record<string, unknown>>(`select ${table === 'entry_text' ? 'rowid, *' : '*'} from "${table}"`).all() }))
    const empty = await tablesFrom(foldEvents([]))
    const spent = timed(() => empty.sqlite.transaction(() => {
      for (const { table, rows } of tables) {
        const [first] = rows
        if (!first) continue
        const columns = Object.keys(first)
        const insert = empty.sqlite.prepare(`insert into "${table}" (${columns.join()}) values (${columns.map(() => '?').join()})`)
        for (const row of rows) insert.run(...Object.values(row))
      }
    })())
    empty.close()
    return spent
  }),
  list: (file) => onStore(file, (store) => percentile95(listTimes(store, ''))),
  'list-against': (file) => onStore(file, (store) => percentile95(bareTimes(store, ''))),
  search: (file) => onStore(file, (store) => percentile95(listTimes(store, 'care rec'))),
  'search-against': (file) => onStore(file, (store) => percentile95(bareTimes(store, 'care rec'))),
  start: async (file) => timedAsync(() => onStore(file, (store) => listEntries(readingOn(store), pageOf('', 0)))),
})

function readingOn(store: RegisterStore): Reading {
  const head = store.records.head()
  if (!head) throw new Error('The register is empty')
  const now = host.clock()
  return { store, head, now, today: dayInEngland(now), rules: classificationRules, isWorkingDay: englandWorkingDays(), person: null }
}

const pageOf = (search: string, n: number): CallParsed<'entry.list'> => ({
  filter: { view: 'all', search, kinds: [], classes: ['direct-care', 'secondary-use'], forces: [], states: [], owners: [], tags: [], closedToo: false },
  sort: n % 2 === 0 ? 'next-date' : 'title', descending: n % 3 === 0, offset: (n % 5) * 25, limit: 25,
})
const pages = 60

function listTimes(store: RegisterStore, search: string): number[] {
  const reading = readingOn(store)
  listEntries(reading, pageOf(search, 0))
  return Array.from({ length: pages }, (_, n) => timed(() => listEntries(reading, pageOf(search, n))))
}

/** The statements that such a page runs, caught once and run again bare. */
function bareTimes(store: RegisterStore, search: string): number[] {
  const caught: { sql: string; parameters: unknown[] }[] = []
  const statements: RegisterStore['statements'] = {
    ...store.statements,
    all: (query) => { const { sql, parameters } = query.compile(); caught.push({ sql, parameters: [...parameters] }); return store.statements.all(query) },
    first: (query) => { const { sql, parameters } = query.compile(); caught.push({ sql, parameters: [...parameters] }); return store.statements.first(query) },
  }
  const reading = readingOn({ ...store, statements })
  return Array.from({ length: pages }, (_, n) => {
    caught.length = 0
    listEntries(reading, pageOf(search, n))
    const prepared = caught.map(({ sql, parameters }) => ({ statement: store.connection.sqlite.prepare(sql), parameters }))
    return timed(() => { for (const { statement, parameters } of prepared) statement.all(...parameters) })
  })
}


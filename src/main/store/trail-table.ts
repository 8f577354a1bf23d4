import type { Database, Statement } from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import type { IsoInstant } from '../../shared/domain/date.ts'
import { canonical, eventHash, genesis, type TrailCrypto } from '../../shared/trail/canonical.ts'
import type { StoredEvent } from '../../shared/trail/chain-check.ts'
import { eventData, type Actor, type NewEvent, type TrailEvent } from '../../shared/trail/event.ts'
import { recordable } from '../../shared/trail/json.ts'

export type Head = Readonly<{ seq: number; hash: string }>

export type TrailTable = Readonly<{
  head: () => Head
  /** Adds one event at the end and returns it as recorded. Runs inside the caller's transaction. */
  append: (event: NewEvent, author: Actor, at: IsoInstant) => TrailEvent
  /** Every event in order, from `from` on, without holding more than a few in memory. */
  rows: (from?: number) => IterableIterator<StoredEvent>
  body: (seq: number) => string | undefined
}>

type Setting = Readonly<{ register: () => string; app: string; crypto: TrailCrypto }>

export function createTrailTable(sqlite: Database, { register, app, crypto }: Setting): TrailTable {
  const last = sqlite.prepare<[], Head>('select seq, hash from trail order by seq desc limit 1')
  const insert = sqlite.prepare<[number, string, string]>('insert into trail (seq, hash, body) values (?, ?, ?)')
  const from = sqlite.prepare<[number], StoredEvent>(`select seq, hash, body from trail where seq >= ? order by seq limit ${rowsAtOnce}`)
  const one = sqlite.prepare<[number], { body: string }>('select body from trail where seq = ?')
  const head = (): Head => last.get() ?? { seq: 0, hash: genesis }

  return {
    head,
    append: ({ type, subject, data, actor }, author, at) => {
      const before = head()
      // Parsed before it is hashed: an event that its own schema would refuse later must never be recorded.
      const checked = eventData[type].parse(recordable(data))
      const event = {
        format: 'psr-event/1', register: register(), seq: before.seq + 1, at, actor: actor ?? author,
        type, subject, data: checked, app, prev: before.hash,
      } as TrailEvent
      const body = canonical(recordable(event))
      insert.run(event.seq, eventHash(body, crypto), body)
      return event
    },
    rows: (start = 1) => rowsFrom(start, from),
    body: (seq) => one.get(seq)?.body,
  }
}

const rowsAtOnce = 200

/** Some at once, because each step of a statement costs as much as a row. */
function* rowsFrom(start: number, read: Statement<[number], StoredEvent>): Generator<StoredEvent, undefined> {
  for (let next = start; ;) {
    const rows = read.all(next)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    next = last.seq + 1
  }
}

export const newRegisterId = (): string => randomUUID()

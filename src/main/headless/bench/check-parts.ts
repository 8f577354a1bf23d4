import { hash } from 'node:crypto'
import { foldEvents } from '../../../shared/domain/register-record.ts'
import { eventDomain } from '../../../shared/trail/canonical.ts'
import { checkChain } from '../../../shared/trail/chain-check.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import { checkRegister } from '../../register/check-register.ts'
import type { Connection } from '../../store/connection.ts'
import { openStore, type RegisterStore } from '../../store/register-store.ts'
import { replay, tablesFrom } from '../../store/replay.ts'
import { projected } from '../../store/tables.ts'
import { benchHost } from './bench-host.ts'
import type { Part } from './child.ts'
import { timed, timedAsync } from './row.ts'

/** Checking and replaying a whole trail from its file, and the bare work in them. */
export const checkParts: Readonly<Record<string, Part>> = Object.freeze({
  'chain-check': onStore((store, n) => ({ turn: () => timed(() => {
    const { events, findings } = checkChain(store.trail.rows(), nodeCrypto)
    if (events < n || findings.length > 0) throw new Error('The chain was not checked whole')
  }) })),
  'full-check': onStore((store) => ({ turn: () => timedAsync(async () => {
    const { verdict } = await checkRegister(store.connection, store.trail.rows())
    if (verdict.verdict !== 'matches') throw new Error(verdict.summary)
  }) })),
  'hash-against': onStore((store) => {
    const texts = [...store.trail.rows()].map(({ body }) => eventDomain + body)
    return { turn: () => timed(() => { for (const text of texts) hash('sha256', text, 'hex') }) }
  }),
  replay: onStore((store) => ({ turn: async () => {
    let made: Connection | undefined
    const ms = await timedAsync(async () => { made = await replay(store.trail.rows()) })
    made?.close()
    return ms
  } })),
  'replay-against': onStore((store) => {
    const { sqlite } = store.connection
    const tables = projected.map((table) => {
      const read = sqlite.prepare<[], unknown[]>(`select ${table === 'entry_text' ? 'rowid, *' : '*'} from "${table}"`).raw()
      const columns = read.columns().map(({ name }) => name)
      return { insert: `insert into "${table}" (${columns.join()}) values (${columns.map(() => '?').join()})`, rows: read.all() }
    })
    return { turn: async () => {
      const empty = await tablesFrom(foldEvents([]))
      const ms = timed(() => empty.sqlite.transaction(() => {
        for (const { insert, rows } of tables) {
          const statement = empty.sqlite.prepare(insert)
          for (const row of rows) statement.run(...row)
        }
      })())
      empty.close()
      return ms
    } }
  }),
})

function onStore(prepare: (store: RegisterStore, n: number) => ReturnType<Part>): Part {
  return async (file, n) => prepare(await openStore(file, benchHost), n)
}

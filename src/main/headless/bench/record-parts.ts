import Database from 'better-sqlite3'
import { copyFileSync, rmSync } from 'node:fs'
import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import type { Actor, NewEvent } from '../../../shared/trail/event.ts'
import { setPragmas } from '../../store/pragmas.ts'
import { openStore, type RegisterStore } from '../../store/register-store.ts'
import { benchHost } from './bench-host.ts'
import type { Part } from './child.ts'
import { median, timed } from './row.ts'

const actsInTurn = 90

/** Recording one act, and a bare insert of the same bytes: both synced, one transaction each, with the same settings. */
export const recordParts: Readonly<Record<string, Part>> = Object.freeze({
  record: async (file) => {
    const store = await openStore(copyOf(file), benchHost)
    const act = acts(store)
    return { turn: () => median(Array.from({ length: actsInTurn }, () => { const { author, event } = act(); return timed(() => store.record(author, () => ({ result: null, events: [event] }))) })) }
  },
  'record-against': async (file) => {
    const copy = copyOf(file)
    const store = await openStore(copy, benchHost)
    const act = acts(store)
    const { seq } = store.trail.head()
    for (let k = 0; k < actsInTurn; k += 1) { const { author, event } = act(); store.record(author, () => ({ result: null, events: [event] })) }
    const same = [...store.trail.rows(seq + 1)]
    store.close()
    rmSync(copy)
    const sqlite = new Database(copy)
    setPragmas(sqlite)
    sqlite.exec('create table trail (seq integer primary key, hash text not null, body text not null) strict')
    const insert = sqlite.prepare('insert into trail (hash, body) values (?, ?)')
    return { turn: () => median(same.map(({ hash, body }) => timed(() => insert.run(hash, body)))) }
  },
})

/** The register grows while it is measured, so each side has a file of its own. */
function copyOf(file: string): string {
  const copy = `${file}-grows`
  copyFileSync(file, copy)
  return copy
}

/** Small acts of three kinds, each on another entry than the one before, as people's are. */
function acts(store: RegisterStore): () => { author: Actor; event: NewEvent } {
  const entries = store.records.entries()
  const lead = store.records.people()[0]
  if (!lead) throw new Error('There is always a lead')
  const author = { id: lead.id, name: lead.name, role: lead.role }
  let k = 0
  return () => {
    k += 1
    const entry = entries[(k * 37) % entries.length]
    if (!entry) throw new Error('There is always an entry')
    return { author, event: eventAbout(entry, k) }
  }
}

function eventAbout({ id, summary, standing, purposes }: EntryRecord, k: number): NewEvent {
  const subject = { kind: 'entry', id } as const
  const [purpose] = purposes
  if (k % 3 === 0) return { type: 'entry.changed', subject, data: { changes: [{ field: 'summary', from: summary, to: `Looked at again, time ${k}. ${summary}` }] } }
  if (k % 3 === 1 || !purpose) return { type: 'entry.standing-recorded', subject, data: { from: standing, to: { standing: 'signed', on: '2024-04-03', note: `Seen ${k}` } } }
  return { type: 'purpose.classified', subject, data: { purpose: purpose.id, text: purpose.text, from: purpose.confirmed?.classification ?? null, to: { category: 'individual-care', class: 'direct-care', reason: `Read again, time ${k}` } } }
}

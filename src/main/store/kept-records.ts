import { touchedBy, type RegisterHead } from '../../shared/domain/register-record.ts'
import type { TrailEvent } from '../../shared/trail/event.ts'
import type { Records } from './records.ts'

export type KeptRecords = Readonly<{
  records: Records
  /** Called with every event that is recorded: what it touches is read from the tables again. */
  forget: (event: TrailEvent) => void
}>

const most = 500

/**
 * Records as they were last read, so that each is read and parsed once for as long as it stays the same. Nobody else
 * writes while the register is open, because its file is locked; and what is kept is frozen, so that no reader can
 * change what the next one sees.
 */
export function keptRecords(read: Records): KeptRecords {
  let head: RegisterHead | undefined
  const people = shelf(read.person)
  const entries = shelf(read.entry)
  const decisions = shelf(read.decision)
  return {
    records: { ...read, head: () => (head ??= frozen(read.head())), person: people.get, entry: entries.get, decision: decisions.get },
    forget: (event) => {
      for (const { kind, id } of touchedBy(event)) {
        switch (kind) {
          case 'register': head = undefined; break
          case 'person': people.forget(id); break
          case 'entry': entries.forget(id); break
          case 'decision': decisions.forget(id); break
          // Read from the tables each time.
          case 'letter': case 'export': break
        }
      }
    },
  }
}

/** Keeps the records read last; the one that was not asked for longest goes first. */
function shelf<T>(read: (id: string) => T | undefined) {
  const kept = new Map<string, T>()
  const get = (id: string): T | undefined => {
    const record = kept.get(id) ?? frozen(read(id))
    if (record === undefined) return undefined
    kept.delete(id)
    kept.set(id, record)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return record
  }
  return { get, forget: (id: string): void => { kept.delete(id) } }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const item of Object.values(value)) frozen(item)
  return Object.freeze(value)
}

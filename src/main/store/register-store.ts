import type { Kysely } from 'kysely'
import type { IsoInstant } from '../../shared/domain/date.ts'
import { eventHash, type TrailCrypto } from '../../shared/trail/canonical.ts'
import { checkChain } from '../../shared/trail/chain-check.ts'
import type { Actor, NewEvent, TrailEvent } from '../../shared/trail/event.ts'
import { createConnection, openConnection, type Connection } from './connection.ts'
import { createEvidenceFiles, type EvidenceFiles, type FileActs } from './evidence-files.ts'
import { removeHolderNote, writeHolderNote } from './holder-note.ts'
import { keptRecords } from './kept-records.ts'
import { createNotes, type Notes } from './notes.ts'
import { project } from './projection.ts'
import { projectionVersion, rebuildTables, tablesAreCurrent } from './rebuild.ts'
import { createRecords, type Records } from './records.ts'
import { createStatements, type Statements } from './statements.ts'
import { guarded, storeFailure, StoreFailure } from './store-failure.ts'
import type { Tables } from './tables.ts'
import { createTrailTable, newRegisterId, type Head, type TrailTable } from './trail-table.ts'

export type RegisterStore = Readonly<{
  file: string
  appVersion: string
  connection: Connection
  db: Kysely<Tables>
  statements: Statements
  records: Records
  trail: TrailTable
  notes: Notes
  evidence: EvidenceFiles
  /** What was read once under this name, until the next act: for counts over the whole register that every page shows. */
  sinceLastAct: <T>(name: string, read: () => T) => T
  /**
   * Decides and records in one transaction: what `decide` reads cannot change before its events stand in the
   * trail and in the tables, and its files beside them. Everything decided in one act has one time. When anything fails nothing is recorded.
   * @throws StoreFailure when the disk or the file would not take it
   */
  record: <T>(author: Actor, decide: (at: IsoInstant) => Readonly<{ events: readonly NewEvent[]; result: T; files?: FileActs }>) => { result: T; events: readonly TrailEvent[] }
  close: () => void
}>

type Host = Readonly<{ clock: () => IsoInstant; appVersion: string; computer: string; crypto: TrailCrypto }>

/** @throws StoreFailure, see `openConnection`; also register-damaged when the trail is not what was recorded */
export async function openStore(file: string, host: Host): Promise<RegisterStore> {
  const connection = await openConnection(file)
  const store = storeOn(connection, host)
  try {
    checkSinceLastTime(store, host.crypto)
    if (!tablesAreCurrent(connection)) guarded(() => rebuildTables(connection, host.crypto))
  } catch (error) {
    store.close()
    throw storeFailure(error)
  }
  writeHolderNote(file, { computer: host.computer, since: host.clock(), process: process.pid })
  return store
}

export async function createStore(file: string, host: Host): Promise<RegisterStore> {
  const store = storeOn(await createConnection(file), host)
  store.notes.rememberProjection(projectionVersion)
  writeHolderNote(file, { computer: host.computer, since: host.clock(), process: process.pid })
  return store
}

function storeOn(connection: Connection, host: Host): RegisterStore {
  const { sqlite, db, file } = connection
  const statements = createStatements(sqlite)
  const { records, forget } = keptRecords(createRecords(db, statements))
  // Not from the whole record: tables that another version made may have to be made anew before they can be read.
  const known = statements.get('select id from register')
  let registerId = known && String(known['id'])
  const trail = createTrailTable(sqlite, { register: () => (registerId ??= newRegisterId()), app: host.appVersion, crypto: host.crypto })
  const evidence = createEvidenceFiles(sqlite)
  const readSince = new Map<string, unknown>()
  return {
    file, appVersion: host.appVersion, connection, db, statements, records, trail, evidence,
    sinceLastAct: <T>(name: string, read: () => T) => {
      if (!readSince.has(name)) readSince.set(name, read())
      return readSince.get(name) as T
    },
    notes: createNotes(sqlite, host.clock),
    record: (author, decide) => {
      const before = registerId
      try {
        return guarded(() => sqlite.transaction(() => {
          const at = host.clock()
          const { events, result, files } = decide(at)
          const recorded: TrailEvent[] = []
          for (const event of events) {
            // A new register is its own subject, and its identity is made here.
            if (event.type === 'register.created') registerId = event.subject.id
            recorded.push(trail.append(event, author, at))
          }
          project(recorded, records, statements)
          // What is dropped has to be told of first: until then nothing lets go of it.
          if (files) evidence.take(files)
          for (const event of recorded) forget(event)
          readSince.clear()
          return { result, events: recorded }
        }).immediate())
      } catch (error) {
        registerId = before
        throw error
      }
    },
    close: () => {
      if (!sqlite.open) return
      connection.close()
      removeHolderNote(file)
    },
  }
}

/** Hashes and links from the last point that was checked on this file; the whole trail is checked on request. */
function checkSinceLastTime(store: RegisterStore, crypto: TrailCrypto): void {
  const known = store.notes.checkedHead()
  if (known) refuseOtherThan(known, store, crypto)
  const { findings, head } = checkChain(store.trail.rows(known ? known.seq + 1 : 1), crypto, known ?? undefined)
  if (findings[0]) throw new StoreFailure('register-damaged', findings[0].text)
  if (head && head.seq > 0) store.notes.rememberCheckedHead(head)
}

/** The event up to which the trail was whole last time has to be there still, and be the same. */
function refuseOtherThan(known: Head, store: RegisterStore, crypto: TrailCrypto): void {
  const [row] = store.trail.rows(known.seq)
  if (row?.seq !== known.seq) throw new StoreFailure('register-damaged', `Event ${known.seq} was there when the register was last checked. Now it is missing.`)
  if (row.hash !== known.hash || eventHash(row.body, crypto) !== known.hash) throw new StoreFailure('register-damaged', `Event ${known.seq} is not the one that was there when the register was last checked.`)
}

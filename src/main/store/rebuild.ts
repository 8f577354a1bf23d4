import type { TrailCrypto } from '../../shared/trail/canonical.ts'
import { foldEvents } from '../../shared/domain/register-record.ts'
import type { Connection } from './connection.ts'
import { createNotes } from './notes.ts'
import { writeAll } from './projection.ts'
import { readEvents } from './replay.ts'
import { createStatements } from './statements.ts'
import { projected } from './tables.ts'
import { createTrailTable } from './trail-table.ts'

/**
 * Number of the way in which events become rows. Raised with every change to what the rows of the same events are:
 * a column, a count of gaps, the text that is searched. A test holds it against rows kept from the version before.
 */
export const projectionVersion = 4

/** Answers are never deleted, not even to be written anew: those that are missing are added. */
const rebuilt = projected.filter((table) => table !== 'answer')

/** True when the tables of this file were made by the code that reads them now. */
export const tablesAreCurrent = ({ sqlite }: Connection): boolean => createNotes(sqlite, () => '').projection() === projectionVersion

/**
 * Makes the tables anew from the trail, in one transaction, where another version of the app made them. The trail is
 * not touched.
 */
export function rebuildTables(connection: Connection, crypto: TrailCrypto): void {
  const { sqlite } = connection
  const trail = createTrailTable(sqlite, { register: () => '', app: '', crypto })
  sqlite.transaction(() => {
    for (const table of rebuilt) sqlite.exec(`delete from "${table}"`)
    writeAll(foldEvents(readEvents(trail.rows())), createStatements(sqlite), 0)
    createNotes(sqlite, () => '').rememberProjection(projectionVersion)
  }).immediate()
}

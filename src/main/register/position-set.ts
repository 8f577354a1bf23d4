import { refuse } from '../../shared/contract/refused.ts'
import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { positionProblems } from '../../shared/domain/position-check.ts'
import { keptAfter, positionDifferences } from '../../shared/domain/position-difference.ts'
import { withoutPosition, withPosition } from '../../shared/domain/position-edit.ts'
import type { Position, PositionSet } from '../../shared/domain/position.ts'
import { positionChanges } from '../../shared/domain/words/position-values.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import type { Acting, Decided, Reading } from './desk.ts'
import { recorded, rowInWords } from './position-commands.ts'
import { registerEventsOf } from './register-history.ts'

/** The set as it was last loaded: what differs from it is the practice's own work. */
export const loadedSet = (reading: Pick<Reading, 'store' | 'head'>): readonly Position[] => registerEventsOf(reading, ['positions.loaded']).at(-1)?.data.positions ?? []

/** True for another set than the register's that is not older than it. Versions start with a year and a month. */
export const isNewer = (set: PositionSet, version: string | null): boolean => version === null || (set.version !== version && set.version.slice(0, 7) >= version.slice(0, 7))

/** What taking the set would change, row by row, before anything changes. */
export function shippedDifference(reading: Reading, set: PositionSet): CallOutput<'position.shipped'> {
  const rows = positionDifferences(loadedSet(reading), reading.head.positions, set.positions).map(({ mine, theirs, ...row }) => ({
    ...row, mine, theirs, subject: (theirs ?? mine ?? set.positions[0])?.subject ?? 'dsa-freeze', fields: mine && theirs ? positionChanges(mine, theirs) : [],
  }))
  return { version: set.version, date: set.date, newestSource: set.newestSource, note: set.note, rows }
}

/**
 * Takes the set over. Rows that the practice wrote, changed or retired itself stay as the practice has them, each by an
 * event of its own after the set's, unless they are named to give way.
 */
export function takeShipped(set: PositionSet) {
  return (acting: Acting, { version, overwrite }: CallParsed<'position.take-shipped'>): Decided<{ done: true }> => {
    const { head } = acting
    if (version !== set.version) throw refuse('stale', { happened: 'This is not the set that came with the app.', todo: 'Open the page again.' })
    const { recorded: rows, retired } = keptAfter(loadedSet(acting), head.positions, set.positions, new Set(overwrite))
    const events: NewEvent[] = [{ type: 'positions.loaded', subject: { kind: 'register', id: head.id }, data: { version: set.version, positions: set.positions } }]
    let after: Position[] = [...set.positions]
    for (const row of rows) {
      const replaces = after.some(({ id }) => id === row.id) ? row.id : null
      events.push(recorded(acting, row, replaces, `Kept as the practice has it when version ${set.version} was taken.`))
      after = withPosition(after, { position: row, replaces })
    }
    for (const id of retired) {
      events.push({ type: 'position.retired', subject: { kind: 'register', id: head.id }, data: { id, reason: `Kept out, as before version ${set.version} was taken.` } })
      after = withoutPosition(after, id)
    }
    refuseClash(after)
    return { events, result: { done: true } }
  }
}

function refuseClash(rows: readonly Position[]): void {
  const named = (id: string): string => {
    const row = rows.find((one) => one.id === id)
    return row ? `“${rowInWords(row)}”` : id
  }
  const lines = positionProblems(rows).map(({ code, ids, text }) => (code === 'overlap' ? `${ids.map(named).join(' and ')} would cover the same days. Let the app’s row take the place of yours, or change the dates of yours first` : text))
  if (lines.length > 0) throw refuse('invalid-input', { happened: 'The set and your own rows do not fit together.', fields: { overwrite: lines } })
}

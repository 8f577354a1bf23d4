import { saysTheSame } from './position-edit.ts'
import type { Position } from './position.ts'

/** One row in which a newer set differs from what the practice has. */
export type PositionDifference = Readonly<{
  id: string
  /** What taking the set would do to the row. */
  change: 'added' | 'changed' | 'removed'
  /** The practice wrote, changed or retired this row itself, so it stays as the practice has it unless told otherwise. */
  own: boolean
  mine: Position | null
  theirs: Position | null
}>

/**
 * Where a newer set and the practice's rows differ. A row that the practice added itself, and that the set knows
 * nothing about, is no difference: it stays.
 * @param base the set as it was last loaded; what differs from it is the practice's own work
 */
export function positionDifferences(base: readonly Position[], mine: readonly Position[], theirs: readonly Position[]): PositionDifference[] {
  const [before, now, then] = [byId(base), byId(mine), byId(theirs)]
  const differences: PositionDifference[] = []
  for (const their of theirs) {
    const my = now.get(their.id)
    const was = before.get(their.id)
    if (!my) differences.push({ id: their.id, change: 'added', own: was !== undefined, mine: null, theirs: their })
    else if (!saysTheSame(my, their)) differences.push({ id: their.id, change: 'changed', own: !was || !saysTheSame(my, was), mine: my, theirs: their })
  }
  for (const my of mine) {
    const was = before.get(my.id)
    if (!then.has(my.id) && was) differences.push({ id: my.id, change: 'removed', own: !saysTheSame(my, was), mine: my, theirs: null })
  }
  return differences
}

const byId = (rows: readonly Position[]): ReadonlyMap<string, Position> => new Map(rows.map((row) => [row.id, row]))

/** Rows that the practice wrote or changed itself since the set was loaded. */
export function ownRows(base: readonly Position[], mine: readonly Position[]): string[] {
  const before = byId(base)
  return mine.filter((row) => {
    const was = before.get(row.id)
    return !was || !saysTheSame(row, was)
  }).map(({ id }) => id)
}

/** What the practice has after a set was loaded: the set, but for its own work and the days on which it looked rows up. */
export function keptAfter(base: readonly Position[], mine: readonly Position[], theirs: readonly Position[], overwrite: ReadonlySet<string>): { recorded: Position[]; retired: string[] } {
  const kept = positionDifferences(base, mine, theirs).filter(({ id, own }) => own && !overwrite.has(id))
  const known = new Set([...base, ...theirs].map(({ id }) => id))
  const checkedLater = mine.filter((row) => theirs.some((their) => their.id === row.id && saysTheSame(row, their) && row.checkedOn > their.checkedOn))
  return {
    recorded: [...kept.flatMap(({ mine: row }) => (row ? [row] : [])), ...mine.filter(({ id }) => !known.has(id)), ...checkedLater],
    retired: kept.filter(({ mine: row }) => row === null).map(({ id }) => id),
  }
}

import type { IsoDate } from '../../../shared/domain/date.ts'
import type { PositionSet } from '../../../shared/domain/position.ts'

/**
 * The shipped positions as a practice could have had them on an earlier day: no row that starts later, no end that was
 * still to come, and nothing checked after that day. The demo's decisions would otherwise quote what nobody knew then.
 */
export function positionsThen(set: PositionSet, on: IsoDate): Pick<PositionSet, 'version' | 'positions'> {
  if (on >= set.date) return { version: set.version, positions: set.positions }
  return {
    version: `${on.slice(0, 7)} (demo)`,
    positions: set.positions
      .filter(({ from }) => from === null || from <= on)
      .map((row) => ({ ...row, to: row.to !== null && row.to > on ? null : row.to, checkedOn: row.checkedOn > on ? on : row.checkedOn })),
  }
}

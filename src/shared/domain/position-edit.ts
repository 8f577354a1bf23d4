import type { EventData } from '../trail/event.ts'
import type { Position } from './position.ts'

/** The rows after one was recorded: in the place of the one it replaces, or else last. */
export function withPosition(rows: readonly Position[], { position, replaces }: Pick<EventData<'position.recorded'>, 'position' | 'replaces'>): Position[] {
  if (replaces === null || !rows.some(({ id }) => id === replaces)) return [...rows, position]
  return rows.map((row) => (row.id === replaces ? position : row))
}

export const withoutPosition = (rows: readonly Position[], id: string): Position[] => rows.filter((row) => row.id !== id)

/** The same in everything but the day it was last looked up. */
export const saysTheSame = (a: Position, b: Position): boolean => JSON.stringify(parts(a)) === JSON.stringify(parts(b))

function parts({ subject, appliesToForce, from, to, perPractice, code, text, sources, sourcesDiffer }: Position): unknown {
  return [
    subject, appliesToForce.toSorted(), from, to, perPractice, code, text,
    sources.map(({ party, says, address, grade }) => [party, says, address, grade]), sourcesDiffer,
  ]
}

/** A name for a new row that no other has: its subject and the day it starts. */
export function newPositionId({ subject, from }: Pick<Position, 'subject' | 'from'>, taken: readonly string[]): string {
  const plain = `${subject}/${from ?? 'open'}`
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? plain : `${plain}/${number}`
    if (!taken.includes(id)) return id
  }
}

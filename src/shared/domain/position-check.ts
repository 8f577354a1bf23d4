import type { Position } from './position.ts'

export const positionProblemCodes = ['end-before-start', 'overlap', 'same-id'] as const
export type PositionProblem = Readonly<{ code: (typeof positionProblemCodes)[number]; ids: readonly string[]; text: string }>

/**
 * What makes a set of positions ambiguous. Rows for all legal forces and rows for one may cover the same day,
 * because the narrower row then speaks; two rows of the same width may not.
 * @returns an empty list when each day has at most one answer.
 */
export function positionProblems(positions: readonly Position[]): PositionProblem[] {
  const problems: PositionProblem[] = []
  for (const [index, row] of positions.entries()) {
    if (row.from !== null && row.to !== null && row.to < row.from) {
      problems.push({ code: 'end-before-start', ids: [row.id], text: `The position “${row.id}” ends before it starts. Correct one of its dates.` })
    }
    for (const other of positions.slice(index + 1)) {
      if (other.id === row.id) {
        problems.push({ code: 'same-id', ids: [row.id], text: `Two positions are called “${row.id}”. Give one of them another name.` })
      }
      if (competes(row, other) && shareADay(row, other)) {
        problems.push({
          code: 'overlap', ids: [row.id, other.id],
          text: `The positions “${row.id}” and “${other.id}” cover the same days. End the earlier one before the later one starts.`,
        })
      }
    }
  }
  return problems
}

function competes(a: Position, b: Position): boolean {
  if (a.subject !== b.subject) return false
  if (a.appliesToForce.length === 0 || b.appliesToForce.length === 0) return a.appliesToForce.length === b.appliesToForce.length
  return a.appliesToForce.some((force) => b.appliesToForce.includes(force))
}

function shareADay(a: Position, b: Position): boolean {
  return startsBy(a, b.to) && startsBy(b, a.to)
}

function startsBy(row: Position, day: string | null): boolean {
  return row.from === null || day === null || row.from <= day
}

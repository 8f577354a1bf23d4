import { z } from 'zod'
import raw from '../../../resources/positions.json' with { type: 'json' }
import { positionProblems } from '../../shared/domain/position-check.ts'
import { positionSet } from '../../shared/domain/position.ts'
import type { PositionSet } from '../../shared/domain/position.ts'

/**
 * Reads a set of positions and refuses one that is ambiguous.
 * @throws Error with each problem in words: a wrong field, dates that overlap, an end before the start.
 */
export function readPositions(input: unknown): PositionSet {
  const parsed = positionSet.safeParse(input)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  const problems = positionProblems(parsed.data.positions)
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.text).join('\n'))
  return parsed.data
}

/** The positions that come with the app, dated and sourced. A register starts from them and then keeps its own. */
export const shippedPositions: PositionSet = readPositions(raw)

import type { ActionSlug } from '../../shared/domain/action.ts'
import type { IsoDate } from '../../shared/domain/date.ts'
import { positionFor } from '../../shared/domain/position-lookup.ts'
import { positionSubjects, type Position, type PositionSubject } from '../../shared/domain/position.ts'
import type { Reading } from './desk.ts'

/** What holds about an action on a day for this practice; null for the four that concern no data, and where nothing covers the day. */
export function positionForAction({ head }: Pick<Reading, 'head'>, action: ActionSlug, on: IsoDate): Position | null {
  if (!isSubject(action)) return null
  return positionFor(action, on, head.positions, { legalForce: 'voluntary', contractBindsFrom: head.policy.contractBindsFrom })
}

const isSubject = (action: ActionSlug): action is ActionSlug & PositionSubject => (positionSubjects as readonly string[]).includes(action)

import { z } from 'zod'
import { positionIn, type PositionIn } from '../../../shared/contract/positions.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { longText } from '../../../shared/domain/entry-fields.ts'
import type { Position, PositionSubject } from '../../../shared/domain/position.ts'

export const positionForm = z.object({ position: positionIn, reason: longText.min(1, 'Enter why. It stands in the trail') })

/** A row as the form holds it: checked today, because whoever edits it has just looked it up. */
export function formValues(row: Position | undefined, subject: PositionSubject, today: IsoDate): { position: Omit<PositionIn, 'code'> & Partial<Pick<PositionIn, 'code'>>; reason: string } {
  if (!row) {
    return { reason: '', position: {
      subject, appliesToForce: [], from: null, to: null, perPractice: false, text: '', sources: [{ party: '', says: '', address: '', grade: 'B' }], sourcesDiffer: false, checkedOn: today,
    } }
  }
  const { id: _name, ...position } = row
  return { reason: '', position: { ...position, checkedOn: today } }
}

import { z } from 'zod'
import { longText } from '../../domain/entry-fields.ts'
import { position } from '../../domain/position.ts'

const rowId = position.shape.id

/** What the practice itself says about law and contract, row by row. Whole sets come with `positions.loaded`. */
export const positionEvents = {
  /** `replaces` names the row that this one takes the place of, mostly itself as it was before; null for a new row. */
  'position.recorded': z.strictObject({ position, replaces: rowId.nullable(), reason: longText.min(1) }),
  'position.retired': z.strictObject({ id: rowId, reason: longText.min(1) }),
} as const

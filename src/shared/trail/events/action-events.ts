import { z } from 'zod'
import { actionSlugs, signedChoices } from '../../domain/action.ts'
import { actionStatement } from '../../domain/action-statement.ts'
import { isoDate } from '../../domain/date.ts'
import { longText } from '../../domain/entry-fields.ts'
import { signedAnswer, tally } from './decision-events.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * The partners' sign-off on taking or ending one of the nine actions. The subject is the register; `proposal` says which.
 * A proposal is fixed the moment it is made, so there is no draft and nothing to void.
 */
export const actionEvents = {
  'action.proposed': z.strictObject({ proposal: z.uuid(), statement: actionStatement, statementHash: sha256 }),
  /** The same six signed fields as an answer to a decision; `decision` holds the proposal's id. */
  'action.answered': signedAnswer,
  /** A made proposal is from then on the practice's choice. */
  'action.settled': z.strictObject({
    proposal: z.uuid(), outcome: z.enum(['made', 'refused']), statementHash: sha256, tally,
    action: z.enum(actionSlugs), choice: z.enum(signedChoices), on: isoDate, reason: longText,
  }),
  /** Taken back before anybody had answered. */
  'action.dropped': z.strictObject({ proposal: z.uuid(), reason: longText.min(1) }),
} as const

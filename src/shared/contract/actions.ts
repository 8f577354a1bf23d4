import { z } from 'zod'
import { actionSlugs, signedChoices } from '../domain/action.ts'
import { actionStatement } from '../domain/action-statement.ts'
import { isoDate, isoInstant } from '../domain/date.ts'
import { answers } from '../domain/decision-draft.ts'
import { longText } from '../domain/entry-fields.ts'
import { answerRoute } from './decisions.ts'
import { historyLine } from './entries.ts'
import { done, id, procedure } from './procedure.ts'

const action = z.enum(actionSlugs)
const reason = longText.min(1, 'Enter why')

/** A statement about an action as the sign-off shows it. */
export const actionAsked = z.strictObject({
  id, statement: actionStatement, statementHash: z.string(), proposedAt: isoInstant,
  outcome: z.enum(['made', 'refused', 'dropped']).nullable(),
  needs: z.strictObject({ agree: z.int(), partners: z.int() }),
  partners: z.array(z.strictObject({ id, name: z.string(), answered: z.boolean() })),
  /** Others' answers, only after one's own or once it is settled. */
  answersShown: z.boolean(), answersGiven: z.int(),
  answers: z.array(z.strictObject({ id, name: z.string(), answer: z.enum(answers), comment: z.string().nullable(), at: isoInstant, ...answerRoute })),
  myAnswer: z.enum(answers).nullable(),
})
export type ActionAsked = z.infer<typeof actionAsked>

export const actionCalls = {
  /** Every choice there ever was about an action, newest first, and what is being asked now. */
  'action.get': procedure(z.strictObject({ action }), z.strictObject({ history: z.array(historyLine), asked: actionAsked.nullable() })),
  /** What binds nobody is recorded by whoever says so. */
  'action.choose': procedure(z.strictObject({ action, choice: z.enum(['not-taken', 'considering']), on: isoDate, reason }), done),
  /** Taking or ending an action is put to the partners. The statement is fixed at once. */
  'action.propose': procedure(z.strictObject({ action, choice: z.enum(signedChoices), on: isoDate, reason }), z.strictObject({ id, ref: z.string() })),
  'action.drop': procedure(z.strictObject({ id, reason: longText.min(1, 'Enter why it is taken back') }), done),
  'action.statement': procedure(z.strictObject({ id }), actionAsked),
  'action.answer': procedure(z.strictObject({
    id, statementHash: z.string(), answer: z.enum(answers), comment: longText.nullable(), passphrase: z.string().min(1, 'Enter your passphrase').max(200),
  }).refine((value) => value.answer !== 'disagree' || (value.comment ?? '').trim() !== '', { path: ['comment'], message: 'Say why you disagree. It is printed in full' }), actionAsked),
} as const

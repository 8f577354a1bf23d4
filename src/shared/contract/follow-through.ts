import { z } from 'zod'
import { isoDate } from '../domain/date.ts'
import { decisionStages } from '../domain/decision-stage.ts'
import { longText } from '../domain/entry-fields.ts'
import { steps } from '../domain/follow-through.ts'
import { verbs } from '../domain/verb.ts'
import { endings } from '../trail/events/follow-through-events.ts'
import { decisionDetail } from './decisions.ts'
import { id, nothing, procedure } from './procedure.ts'

const how = longText.min(1, 'Enter what was done and how you know')
const reason = longText.min(1, 'Enter the reason')
const evidence = z.array(id).max(20)

/** One thing to do, or to look at, about a made decision. */
export const boardRow = z.strictObject({
  decision: id, ref: z.string(), title: z.string(), verb: z.enum(verbs), stage: z.enum(decisionStages),
  entry: z.strictObject({ id, ref: z.string(), title: z.string() }),
  what: z.enum([...steps, 'condition', 'ends']), task: z.string(),
  owner: z.strictObject({ id, name: z.string(), active: z.boolean() }).nullable(),
  due: isoDate, late: z.boolean(), waits: z.boolean(),
  /** False where the signed-in person did one of the steps, so that somebody else has to check. */
  mayCheck: z.boolean(),
})
export type BoardRow = z.infer<typeof boardRow>

export const followThroughCalls = {
  'follow-through.board': procedure(nothing, z.strictObject({ today: isoDate, rows: z.array(boardRow), closed: z.int(), inForce: z.int() })),
  'decision.record-step': procedure(z.strictObject({ id, step: z.enum(steps), on: isoDate, how, evidence, receivedOn: isoDate.nullable() }), decisionDetail),
  'decision.step-not-needed': procedure(z.strictObject({ id, step: z.enum(steps), reason }), decisionDetail),
  'decision.reopen-step': procedure(z.strictObject({ id, step: z.enum(steps), reason }), decisionDetail),
  'decision.plan-step': procedure(z.strictObject({ id, step: z.enum(steps), owner: id.nullable(), due: isoDate, reason: longText.nullable() }), decisionDetail),
  'decision.check': procedure(z.strictObject({ id, on: isoDate, how: longText.min(1, 'Enter what you looked at and what you saw'), evidence }), decisionDetail),
  'decision.watch': procedure(z.strictObject({ id, on: isoDate, met: z.boolean(), note: longText, nextOn: isoDate.nullable() }), decisionDetail),
  'decision.end': procedure(z.strictObject({ id, on: isoDate, because: z.enum(endings), note: longText }), decisionDetail),
  'decision.lapse': procedure(z.strictObject({ id, reason }), decisionDetail),
} as const

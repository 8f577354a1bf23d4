import { z } from 'zod'
import { isoDate, isoInstant } from '../domain/date.ts'
import { advice, answers, decisionDraft } from '../domain/decision-draft.ts'
import { decisionRecord, decisionStatuses } from '../domain/decision-record.ts'
import { decisionStages } from '../domain/decision-stage.ts'
import { evidenceRecord } from '../domain/evidence-record.ts'
import { longText } from '../domain/entry-fields.ts'
import { gateResult, requirements } from '../domain/gate-answer.ts'
import { entryClasses } from '../domain/class.ts'
import { entryKinds } from '../domain/kind.ts'
import { legalForces } from '../domain/legal-force.ts'
import { position } from '../domain/position.ts'
import { entryStates } from '../domain/state.ts'
import { statement } from '../domain/statement.ts'
import { verbs } from '../domain/verb.ts'
import { done, id, nothing, procedure } from './procedure.ts'

const dateRow = z.strictObject({ label: z.string(), date: isoDate, working: z.string(), counts: z.boolean() })
const entryHead = z.strictObject({
  id, ref: z.string(), title: z.string(), kind: z.enum(entryKinds), class: z.enum(entryClasses), force: z.enum(legalForces), state: z.enum(entryStates),
})

/** How an answer came in: signed here, signed on another computer and brought back, or signed in ink. */
export const answerRoute = {
  how: z.enum(['here', 'pack', 'paper']),
  /** For paper: the day on the page. */
  signedOn: isoDate.nullable(),
  /** Who brought it back or recorded it, where it was not the signatory at this computer. */
  recordedBy: z.string().nullable(),
}

export const verbCard = z.strictObject({ verb: z.enum(verbs), result: gateResult })

const otherDecision = z.strictObject({ id, ref: z.string(), verb: z.enum(verbs) }).nullable()
export const carrying = z.strictObject({
  today: isoDate,
  /** Everybody who looks after a step. `active` is false once they have left. */
  owners: z.array(z.strictObject({ id, name: z.string(), active: z.boolean() })),
  /** False where the signed-in person recorded a step, so that somebody else has to check. */
  mayCheck: z.boolean(),
  /** The policy's reason why the same person may check all the same. */
  ownCheckReason: z.string().nullable(),
  replaces: otherDecision, replacedBy: otherDecision,
  /** Files of its entry, which may be proof as well as its own. */
  entryEvidence: z.array(evidenceRecord),
})
export type Carrying = z.infer<typeof carrying>

export const decisionDetail = z.strictObject({
  decision: decisionRecord,
  entry: entryHead,
  cards: z.array(verbCard),
  gate: gateResult,
  /** The day the gate judged for: when it would take effect. */
  judgedFor: isoDate,
  /** The dates worked out from what is entered so far, one step a row. */
  dates: z.array(dateRow),
  /** The statement as it would be fixed now; the standing one once fixed. */
  statement,
  statementHash: z.string().nullable(),
  /** While a fixed statement is being asked about: the position that counts now, where it says something else than the statement quotes. */
  positionSince: position.nullable(),
  /** Each thing the gate asks for, and whether the draft has it. */
  required: z.array(z.strictObject({ requirement: z.enum(requirements), met: z.boolean(), said: z.string() })),
  /** What else stands in the way of fixing it, one sentence each. */
  missing: z.array(z.strictObject({ field: z.string(), text: z.string() })),
  needs: z.strictObject({ agree: z.int(), partners: z.int() }),
  /** Partners in office who are asked. Whether somebody has answered is no secret; how, is. */
  partners: z.array(z.strictObject({ id, name: z.string(), answered: z.boolean() })),
  /** Others' answers, only after one's own or once it is decided. */
  answersShown: z.boolean(), answersGiven: z.int(),
  answers: z.array(z.strictObject({ id, name: z.string(), answer: z.enum(answers), comment: z.string().nullable(), at: isoInstant, ...answerRoute, voided: z.boolean() })),
  myAnswer: z.enum(answers).nullable(),
  stage: z.enum(decisionStages),
  /** From this day on a fixed statement may be said to have lapsed; null for any other decision. */
  lapseFrom: isoDate.nullable(),
  /** What the record of a made decision does not say by itself; null for any other. */
  carrying: carrying.nullable(),
})
export type DecisionDetail = z.infer<typeof decisionDetail>

export const decisionRow = z.strictObject({
  id, ref: z.string(), verb: z.enum(verbs), status: z.enum(decisionStatuses), title: z.string(),
  entry: entryHead, drawnUpBy: z.string(), at: isoInstant, effectiveOn: isoDate.nullable(),
  answersGiven: z.int(), answersNeeded: z.int(),
})
export type DecisionRow = z.infer<typeof decisionRow>

export const queueItem = z.strictObject({
  /** What is asked: a decision about an entry, or a choice about one of the nine actions; `decision` is then the proposal. */
  kind: z.enum(['decision', 'action']),
  decision: id, ref: z.string(), title: z.string(), statementHash: z.string(), fixedAt: isoInstant,
  mine: z.enum(['waiting', 'answered', 'not-asked']),
  /** Names of the partners who have not answered yet. */
  stillAsked: z.array(z.string()),
})

export const decisionCalls = {
  'decision.list': procedure(z.strictObject({ entry: id.nullable(), statuses: z.array(z.enum(decisionStatuses)) }), z.array(decisionRow)),
  'decision.get': procedure(z.strictObject({ id }), decisionDetail),
  /** The gate's answer for each verb of an entry, for a day. Records nothing. */
  'decision.judge': procedure(z.strictObject({ entry: id, effectiveOn: isoDate }), z.strictObject({ entry: entryHead, judgedFor: isoDate, cards: z.array(verbCard) })),
  'decision.draft': procedure(z.strictObject({ entry: id, verb: z.enum(verbs), replaces: id.nullable() }), z.strictObject({ id, ref: z.string() })),
  /** The whole draft as the form holds it, and the verb while nothing is fixed yet. A fixed decision is voided by it. */
  'decision.change': procedure(z.strictObject({ id, draft: decisionDraft }), decisionDetail),
  'decision.record-advice': procedure(z.strictObject({ id, advice }), decisionDetail),
  'decision.fix': procedure(z.strictObject({ id }), decisionDetail),
  'decision.cancel': procedure(z.strictObject({ id, reason: longText.min(1, 'Enter why it is dropped') }), done),
  'decision.effects-shown': procedure(z.strictObject({ id, statementHash: z.string() }), done),
  'decision.answer': procedure(z.strictObject({
    id, statementHash: z.string(), answer: z.enum(answers), comment: longText.nullable(), passphrase: z.string().min(1, 'Enter your passphrase').max(200),
  }).refine((value) => value.answer !== 'disagree' || (value.comment ?? '').trim() !== '', { path: ['comment'], message: 'Say why you disagree. It is printed in full' }), decisionDetail),
  /** Statements in the order they were fixed; the signed-in partner's own first. */
  'signoff.queue': procedure(nothing, z.strictObject({ items: z.array(queueItem), answeredToday: z.int() })),
} as const

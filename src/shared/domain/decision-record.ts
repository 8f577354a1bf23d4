import { z } from 'zod'
import { change } from '../trail/change.ts'
import { decisionEvents, tally } from '../trail/events/decision-events.ts'
import { followThroughEvents } from '../trail/events/follow-through-events.ts'
import type { EventData, TrailEvent } from '../trail/event.ts'
import { isoInstant, type IsoInstant } from './date.ts'
import { withChanges } from '../trail/change.ts'
import { advice, decisionDraft } from './decision-draft.ts'
import { applyToEvidence, evidenceRecord } from './evidence-record.ts'
import { applyToFollowThrough, followThrough, newFollowThrough } from './follow-through-record.ts'
import { statement } from './statement.ts'
import { verbs } from './verb.ts'

/** `draft` until the statement is fixed; a voided statement puts the decision back to `draft`. */
export const decisionStatuses = ['draft', 'fixed', 'made', 'refused', 'cancelled', 'lapsed'] as const
export type DecisionStatus = (typeof decisionStatuses)[number]

const by = z.strictObject({ id: z.string(), name: z.string(), at: isoInstant })
const signedAnswer = decisionEvents['decision.answered'].extend({ seq: z.int(), /** Who brought it back, where it was given on another computer. */ broughtBy: by.optional() })
const paperAnswer = decisionEvents['decision.answered-on-paper'].extend({ seq: z.int(), recordedBy: by })
export const givenAnswer = z.union([signedAnswer, paperAnswer])
export type SignedAnswerGiven = z.infer<typeof signedAnswer>
export type PaperAnswerGiven = z.infer<typeof paperAnswer>
export type GivenAnswer = z.infer<typeof givenAnswer>

export const isOnPaper = (answer: GivenAnswer): answer is PaperAnswerGiven => 'signedOn' in answer
/** When it was signed; for a page in ink, of which only the day is known, when it was recorded. */
export const answeredAt = (answer: GivenAnswer): IsoInstant => (isOnPaper(answer) ? answer.recordedBy.at : answer.signedAt)

/** One fixed text with everything that happened to it. Voided ones stay, answers included. */
export const fixedStatement = z.strictObject({
  statement, hash: z.string(), fixed: by, answers: z.array(givenAnswer), shownTo: z.array(by),
  voided: z.strictObject({ by, changes: z.array(change) }).nullable(),
})
export type FixedStatement = z.infer<typeof fixedStatement>

export const decisionRecord = z.strictObject({
  id: z.uuid(), ref: z.string(), entry: z.uuid(), verb: z.enum(verbs), status: z.enum(decisionStatuses),
  draft: decisionDraft, advice: z.array(advice), replaces: z.uuid().nullable(),
  drawnUp: by, changedAt: isoInstant,
  statements: z.array(fixedStatement),
  evidence: z.array(evidenceRecord),
  outcome: z.strictObject({ at: isoInstant, tally }).nullable(),
  /** How it is carried out; null until the partners have made it. */
  followThrough: followThrough.nullable(),
  cancelled: z.strictObject({ by, reason: z.string() }).nullable(),
  lapsed: z.strictObject({ by, reason: z.string() }).nullable(),
})
export type DecisionRecord = z.infer<typeof decisionRecord>

/** The statement that may be answered now, or that was decided on; none while the decision is a draft. */
export const standingStatement = (decision: DecisionRecord): FixedStatement | undefined => {
  const last = decision.statements.at(-1)
  return last?.voided === null ? last : undefined
}
export const isOpen = (decision: DecisionRecord): boolean => decision.status === 'draft' || decision.status === 'fixed'

export function applyToDecision(decision: DecisionRecord | undefined, event: TrailEvent): DecisionRecord | undefined {
  const author = { id: event.actor.id, name: event.actor.name, at: event.at }
  if (event.type === 'decision.drafted') {
    return {
      id: event.subject.id, ...event.data, status: 'draft', advice: [], drawnUp: author, changedAt: event.at,
      statements: [], evidence: [], outcome: null, followThrough: null, cancelled: null, lapsed: null,
    }
  }
  if (!decision) return undefined
  // A later decision about the same entry that takes this one's place.
  if (event.type === 'decision.made' && event.subject.id !== decision.id) {
    return { ...decision, changedAt: event.at, followThrough: decision.followThrough && { ...decision.followThrough, replacedBy: event.subject.id } }
  }
  const next = { ...decision, changedAt: event.at }
  switch (event.type) {
    case 'decision.changed': return { ...next, draft: withChanges(decision.draft, event.data.changes) }
    case 'decision.advice-recorded': return { ...next, advice: [...decision.advice.filter(({ role }) => role !== event.data.advice.role), event.data.advice] }
    case 'decision.fixed': return { ...next, status: 'fixed', statements: [...decision.statements, {
      statement: event.data.statement, hash: event.data.statementHash, fixed: author, answers: [], shownTo: [], voided: null,
    }] }
    case 'decision.voided': {
      const { changes } = event.data
      return { ...next, status: 'draft', ...onStatement(decision, event.data.statementHash, (fixed) => ({ ...fixed, voided: { by: author, changes } })) }
    }
    case 'decision.effects-shown': return { ...next, ...onStatement(decision, event.data.statementHash, (fixed) => ({ ...fixed, shownTo: [...fixed.shownTo, shownTo(event.data, author)] })) }
    case 'decision.answered': {
      const answer = { ...event.data, seq: event.seq, ...(event.data.via === undefined ? {} : { broughtBy: author }) }
      return { ...next, ...onStatement(decision, event.data.statementHash, (fixed) => ({ ...fixed, answers: [...fixed.answers, answer] })) }
    }
    case 'decision.answered-on-paper': {
      const answer = { ...event.data, seq: event.seq, recordedBy: author }
      return { ...next, ...onStatement(decision, event.data.statementHash, (fixed) => ({ ...fixed, answers: [...fixed.answers, answer] })) }
    }
    case 'decision.made': return { ...next, status: 'made', outcome: { at: event.at, tally: event.data.tally }, followThrough: newFollowThrough(event.at) }
    case 'decision.refused': return { ...next, status: 'refused', outcome: { at: event.at, tally: event.data.tally } }
    case 'decision.cancelled': return { ...next, status: 'cancelled', cancelled: { by: author, reason: event.data.reason } }
    case 'evidence.attached': case 'evidence.described': case 'evidence.set-aside': return { ...next, evidence: applyToEvidence(decision.evidence, event) }
    case 'decision.lapsed': return { ...next, status: 'lapsed', outcome: { at: event.at, tally: event.data.tally }, lapsed: { by: author, reason: event.data.reason } }
    default: return decision.followThrough && event.type in followThroughEvents ? { ...next, followThrough: applyToFollowThrough(decision.followThrough, event) } : decision
  }
}

function shownTo({ elsewhere }: EventData<'decision.effects-shown'>, author: z.infer<typeof by>): z.infer<typeof by> {
  return elsewhere ? { id: elsewhere.id, name: elsewhere.name, at: elsewhere.shownAt } : author
}

/** A text may be fixed again word for word after it was voided, so the newest with that hash is meant. */
function onStatement(decision: DecisionRecord, hash: string, change: (fixed: FixedStatement) => FixedStatement): Pick<DecisionRecord, 'statements'> {
  const index = decision.statements.findLastIndex((fixed) => fixed.hash === hash)
  return { statements: decision.statements.map((fixed, at) => (at === index ? change(fixed) : fixed)) }
}

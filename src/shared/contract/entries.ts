import { z } from 'zod'
import { entryClasses, purposeClasses } from '../domain/class.ts'
import { isoDate, isoInstant } from '../domain/date.ts'
import { kindAndFields, longText, shortText } from '../domain/entry-fields.ts'
import { entryRecord } from '../domain/entry-record.ts'
import { decisionStatuses } from '../domain/decision-record.ts'
import { decisionStages } from '../domain/decision-stage.ts'
import { gateResult } from '../domain/gate-answer.ts'
import { entryKinds } from '../domain/kind.ts'
import { legalForces } from '../domain/legal-force.ts'
import { position } from '../domain/position.ts'
import { clausePlace } from '../domain/purpose.ts'
import { entryStates } from '../domain/state.ts'
import { suggestedPurpose, suggestion } from '../domain/suggestion.ts'
import { verbs } from '../domain/verb.ts'
import { sentLetterKinds } from '../trail/events/letter-events.ts'
import { observedStanding, recordedForce } from '../trail/events/entry-events.ts'
import { reviewFacts, reviewKinds } from '../domain/review.ts'
import { done, id, procedure } from './procedure.ts'

/** Ready-made filters with their counts beside them. */
export const entryViews = ['all', 'secondary-voluntary-undecided', 'can-write', 'with-gaps', 'review-due', 'undetermined'] as const
export const entrySorts = ['ref', 'title', 'class', 'force', 'state', 'gaps', 'owner', 'next-date'] as const

export const entryFilter = z.strictObject({
  view: z.enum(entryViews),
  search: z.string().max(200),
  kinds: z.array(z.enum(entryKinds)), classes: z.array(z.enum(entryClasses)), forces: z.array(z.enum(legalForces)),
  states: z.array(z.enum(entryStates)), owners: z.array(id), tags: z.array(z.string()),
  /** Closed and withdrawn entries are left out unless asked for. */
  closedToo: z.boolean(),
})
export type EntryFilter = z.infer<typeof entryFilter>

export const nextDate = z.strictObject({ on: isoDate, what: z.string() })
export const entryRow = z.strictObject({
  id, ref: z.string(), kind: z.enum(entryKinds), title: z.string(), party: z.string(),
  class: z.enum(entryClasses), force: z.enum(legalForces), state: z.enum(entryStates),
  gaps: z.int(), owner: z.string().nullable(), next: nextDate.nullable(),
  /** Where the search words were found, when not in the title or party: which field, and the text around them. */
  match: z.strictObject({ field: z.string(), text: z.string() }).nullable(),
})
export type EntryRow = z.infer<typeof entryRow>

const gap = z.strictObject({ code: z.string(), field: z.string().nullable(), title: z.string(), rule: z.string(), nextStep: z.string() })

export const historyLine = z.strictObject({
  seq: z.int(), at: isoInstant, who: z.string(), text: z.string(), emphasis: z.string().nullable(), type: z.string(),
  /** Where an event changed fields, each with both values in full; `text` names them, and tells a single short change itself. */
  changes: z.array(z.strictObject({ label: z.string(), from: z.string(), to: z.string() })).optional(),
})
export type HistoryLine = z.infer<typeof historyLine>

/** The other half of a split, by the name it has now. */
const otherHalf = z.strictObject({
  id, ref: z.string(), title: z.string(), class: z.enum(entryClasses), way: z.enum(['from', 'into']),
  purposes: z.int(), reason: z.string(), by: z.string(), at: isoInstant,
})

const verbJudged = z.strictObject({ verb: z.enum(verbs), result: gateResult })

export const entryDetail = z.strictObject({
  entry: entryRecord,
  class: z.enum(entryClasses), force: z.enum(legalForces), ownerName: z.string().nullable(),
  next: nextDate.nullable(), due: z.array(nextDate),
  gaps: z.array(gap), checksMet: z.int(), checksOf: z.int(),
  /** Facts that sit badly with the classification: asked, never acted on. */
  questions: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  /** Positions on today's date for what may be decided about this entry. */
  positions: z.array(position),
  judged: z.array(verbJudged), judgedFor: isoDate,
  decisions: z.array(z.strictObject({ id, ref: z.string(), verb: z.enum(verbs), status: z.enum(decisionStatuses), stage: z.enum(decisionStages), at: isoInstant, by: z.string(), summary: z.string() })),
  halves: z.array(otherHalf),
  /** The decision that has to end before the entry can be split. */
  splitWaitsFor: z.strictObject({ id, ref: z.string(), why: z.string() }).nullable(),
  /** Which looks make sense for it now, and the day proposed for the next of each if it were today. */
  reviewable: z.array(z.strictObject({ kind: z.enum(reviewKinds), nextOn: isoDate })),
  letters: z.array(z.strictObject({ id, ref: z.string(), kind: z.enum(sentLetterKinds), recipient: z.string(), subject: z.string(), sentOn: isoDate, open: z.int(), late: z.int() })),
  history: z.array(historyLine),
})
export type EntryDetail = z.infer<typeof entryDetail>

const head = {
  title: shortText.min(1, 'Enter a title'), summary: longText, owner: id.nullable(),
  tags: z.array(shortText.min(1)).max(30),
}

/** A clause as it is written, whole. */
const clauseIn = z.strictObject({ text: z.string().min(1).max(60_000, 'Use 60,000 characters or fewer'), place: clausePlace, ruleSet: z.string().nullable() })

/** A purpose as the person confirms it when adding: what the rules proposed, and what they make of it. */
const purposeIn = z.strictObject({
  text: longText.min(1, 'Enter what the data is used for'),
  proposal: suggestedPurpose.nullable(),
  /** Null leaves it unconfirmed. */
  classification: z.strictObject({ category: shortText.min(1), class: z.enum(purposeClasses), reason: longText.nullable() }).nullable(),
})

export const entryCalls = {
  'entry.list': procedure(z.strictObject({
    filter: entryFilter, sort: z.enum(entrySorts), descending: z.boolean(),
    offset: z.int().nonnegative(), limit: z.int().min(1).max(500),
  }), z.strictObject({
    rows: z.array(entryRow), found: z.int(), total: z.int(),
    views: z.record(z.enum(entryViews), z.int()),
    owners: z.array(z.strictObject({ id, name: z.string() })), tags: z.array(z.string()),
  })),
  'entry.get': procedure(z.strictObject({ id }), entryDetail),
  'entry.add': procedure(z.strictObject({
    ...head, standing: observedStanding, what: kindAndFields,
    clause: clauseIn.nullable(),
    purposes: z.array(purposeIn).max(60),
    force: recordedForce.nullable(),
  }), z.strictObject({ id, ref: z.string() })),
  /** The whole of what the form held; the command works out which fields changed. `seen` is `changedAt` as the form loaded it. */
  'entry.change': procedure(z.strictObject({ id, seen: isoInstant, ...head, what: kindAndFields }), done),
  'entry.record-standing': procedure(z.strictObject({ id, standing: observedStanding }), done),
  'entry.record-force': procedure(z.strictObject({ id, force: recordedForce }), done),
  /** Moves some purposes to a new entry that is a copy otherwise. `seen` as for a change. */
  'entry.split': procedure(z.strictObject({
    id, seen: isoInstant, purposes: z.array(id).min(1, 'Tick the purposes that move').max(200),
    title: head.title, reason: longText.min(1, 'Enter why the entry is split'),
  }), z.strictObject({ id, ref: z.string() })),
  'review.record': procedure(reviewFacts.extend({ id }), done),
  'purpose.add': procedure(z.strictObject({
    entry: id, clause: clauseIn.nullable(),
    purposes: z.array(purposeIn).min(1).max(60),
  }), done),
  'purpose.change': procedure(z.strictObject({ entry: id, purpose: id, text: longText.min(1, 'Enter what the data is used for') }), done),
  'purpose.remove': procedure(z.strictObject({ entry: id, purpose: id, reason: longText.min(1, 'Enter why this purpose goes') }), done),
  /** Confirms the suggestion, or changes it with a reason. */
  'purpose.classify': procedure(z.strictObject({ entry: id, purpose: id, category: shortText.min(1), class: z.enum(purposeClasses), reason: longText.nullable() }), done),
  'purpose.check': procedure(z.strictObject({ entry: id, purpose: id }), done),
  'classify.suggest': procedure(z.strictObject({ text: z.string().max(2_000_000, 'This is far longer than any clause. Paste only the clause, 60,000 characters or fewer'), what: kindAndFields.nullable(), title: z.string().nullable() }), z.strictObject({
    suggestion, categories: z.array(z.strictObject({ slug: z.string(), label: z.string(), class: z.enum(purposeClasses) })),
  })),
} as const

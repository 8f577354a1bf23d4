import { z } from 'zod'
import { actionChoices, actionSlugs, signedChoices } from '../domain/action.ts'
import { entryClasses } from '../domain/class.ts'
import { isoDate, isoInstant } from '../domain/date.ts'
import { legalForces } from '../domain/legal-force.ts'
import { position } from '../domain/position.ts'
import { verdict } from '../trail/verdict.ts'
import { historyLine } from './entries.ts'
import { done, id, nothing, procedure } from './procedure.ts'

/** How pressing a line of the home page is: overdue or wrong, soon, for information. */
export const urgencies = ['late', 'soon', 'note'] as const
export const attentionLine = z.strictObject({
  urgency: z.enum(urgencies), title: z.string(), about: z.string(), who: z.string().nullable(), on: isoDate.nullable(),
  /** Route inside the app. */
  link: z.string(),
})
export const attentionGroups = ['follow-through', 'sign-off', 'drafts', 'letters', 'dates', 'gaps'] as const

export const home = z.strictObject({
  today: isoDate,
  groups: z.array(z.strictObject({ group: z.enum(attentionGroups), title: z.string(), count: z.int(), lines: z.array(attentionLine) })),
  actions: z.array(z.strictObject({
    action: z.enum(actionSlugs), number: z.string(), choice: z.enum(actionChoices), since: isoDate.nullable(),
    /** Position on today's date; null for the four that are recorded only. */
    position: position.nullable(),
    coverage: z.strictObject({ done: z.int(), of: z.int(), text: z.string() }).nullable(),
    /** What partners are being asked to agree to. */
    proposed: z.strictObject({ id, choice: z.enum(signedChoices), on: isoDate }).nullable(),
  })),
  chart: z.array(z.strictObject({ class: z.enum(entryClasses), forces: z.array(z.strictObject({ force: z.enum(legalForces), count: z.int() })), total: z.int() })),
  entries: z.int(),
  health: z.strictObject({
    events: z.int(), lastCheck: z.strictObject({ at: isoInstant, verdict: verdict.shape.verdict }).nullable(),
    lastExport: z.strictObject({ at: isoInstant, seq: z.int(), report: z.string() }).nullable(),
  }),
})
export type Home = z.infer<typeof home>

const trailRow = historyLine.extend({ hash: z.string(), about: z.strictObject({ text: z.string(), link: z.string() }).nullable(), role: z.string() })
export type TrailRow = z.infer<typeof trailRow>

/** Which document, about what, as at which day; null is now. A schedule is about the whole register, a decision record about one decision. */
export const reportChoice = z.strictObject({
  report: z.enum(['trail', 'schedule', 'decision']),
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('whole') }),
    z.strictObject({ kind: z.literal('entry'), id }),
    z.strictObject({ kind: z.literal('decision'), id }),
    z.strictObject({ kind: z.literal('period'), from: isoDate.nullable(), to: isoDate.nullable() }),
  ]),
  asAt: isoDate.nullable().default(null),
})

export const registerCalls = {
  'home.get': procedure(nothing, home),
  /** A form in progress, kept in the register file but outside the trail. One per person and key. */
  'draft.get': procedure(z.strictObject({ key: z.string().min(1).max(120) }), z.strictObject({ savedAt: isoInstant, value: z.unknown() }).nullable()),
  'draft.save': procedure(z.strictObject({ key: z.string().min(1).max(120), value: z.unknown() }), z.strictObject({ savedAt: isoInstant })),
  'draft.discard': procedure(z.strictObject({ key: z.string().min(1).max(120) }), done),
  'trail.list': procedure(z.strictObject({
    words: z.string().max(200), types: z.array(z.string()), people: z.array(z.string()), from: isoDate.nullable(), to: isoDate.nullable(),
    offset: z.int().nonnegative(), limit: z.int().min(1).max(500),
  }), z.strictObject({
    rows: z.array(trailRow), found: z.int(), total: z.int(), since: isoInstant.nullable(),
    people: z.array(z.strictObject({ id: z.string(), name: z.string() })), types: z.array(z.string()),
    head: z.strictObject({ seq: z.int(), hash: z.string() }),
  })),
  /** Full check of the whole register file. */
  'trail.check': procedure(nothing, z.strictObject({ verdict, at: isoInstant, milliseconds: z.int() })),
  'trail.compare-head': procedure(z.strictObject({ seq: z.int('Enter the number of the event').positive('Enter the number of the event'), digits: z.string().regex(/^[\s0-9a-fA-F,;:.·–-]{16,90}$/, 'Enter the first 16 digits of the hash, as printed at the foot of the page') }), verdict),
  /** Asks for an earlier PDF or trail.json with the system's dialog; null when cancelled. */
  'trail.compare-file': procedure(nothing, z.strictObject({ fileName: z.string(), verdict }).nullable()),
  /** Asks where to save with the system's dialog; null when cancelled. */
  'report.export': procedure(reportChoice, z.strictObject({ fileName: z.string(), sha256: z.string(), bytes: z.int(), pages: z.int() }).nullable()),
  /** The document that is being made now; null when none is. */
  'report.progress': procedure(nothing, z.strictObject({ title: z.string(), scope: z.string().nullable(), percent: z.int().min(0).max(100) }).nullable()),
  /** Stops the document that is being made; its `report.export` then answers `cancelled`. */
  'report.cancel': procedure(nothing, done),
  /** Days on which something is due, as a calendar file: one's own, or everybody's. Null when cancelled. */
  'calendar.export': procedure(z.strictObject({ whose: z.enum(['mine', 'all']) }), z.strictObject({ fileName: z.string(), sha256: z.string(), bytes: z.int(), days: z.int() }).nullable()),
  'report.show-in-folder': procedure(nothing, done),
  /** The page with which others check a PDF without the app. Asks where to save; null when cancelled. */
  'report.save-verifier': procedure(nothing, z.strictObject({ fileName: z.string() }).nullable()),
} as const

import { z } from 'zod'
import { isoDate } from '../domain/date.ts'
import { longText } from '../domain/entry-fields.ts'
import { legalForces } from '../domain/legal-force.ts'
import { position, positionCodes, positionSource, positionSubjects } from '../domain/position.ts'
import { historyLine } from './entries.ts'
import { done, nothing, procedure } from './procedure.ts'

const rowId = position.shape.id

const sourceIn = z.strictObject({
  party: z.string().trim().min(1, 'Enter who says it').max(120, 'Use 120 characters or fewer'),
  says: z.string().trim().min(1, 'Enter what they say').max(1000, 'Use 1,000 characters or fewer'),
  address: z.string().trim().max(500, 'Use 500 characters or fewer'),
  grade: positionSource.shape.grade,
}).refine(({ grade, address }) => grade === 'G' || address !== '', { path: ['address'], message: 'Enter where it can be read: a web address, or the name of the document' })

const days = z.object({ from: isoDate.nullable(), to: isoDate.nullable() })

/** A row as a person writes it; its name inside the register is made when it is recorded. */
export const positionIn = z.strictObject({
  subject: z.enum(positionSubjects, 'Choose what it is about'),
  appliesToForce: z.array(z.enum(legalForces)).max(legalForces.length),
  from: isoDate.nullable(), to: isoDate.nullable(),
  perPractice: z.boolean(),
  code: z.enum(positionCodes, 'Choose what holds'),
  text: z.string().trim().min(1, 'Enter what holds, in one or two sentences').max(2000, 'Use 2,000 characters or fewer'),
  sources: z.array(sourceIn).min(1, 'Add at least one source. Nobody can rely on a position that nobody has said').max(12, 'Keep to 12 sources or fewer'),
  sourcesDiffer: z.boolean(),
  checkedOn: isoDate,
}).refine(({ from, to }) => from === null || to === null || from <= to, {
  path: ['to'], message: 'This is before the day it starts. Correct one of the two dates',
  // Said together with whatever else is wrong, as soon as both are dates.
  when: ({ value }) => days.safeParse(value).success,
}).refine(({ sources, sourcesDiffer }) => !sourcesDiffer || sources.length !== 1, { path: ['sources'], message: 'Add the source that says otherwise, so that both are shown' })
export type PositionIn = z.infer<typeof positionIn>

export const differenceRow = z.strictObject({
  id: rowId, subject: z.enum(positionSubjects), change: z.enum(['added', 'changed', 'removed']),
  /** The practice wrote or changed this row itself: it stays unless named in `overwrite`. */
  own: z.boolean(),
  mine: position.nullable(), theirs: position.nullable(),
  fields: z.array(z.strictObject({ label: z.string(), from: z.string(), to: z.string() })),
})
export type DifferenceRow = z.infer<typeof differenceRow>

const shippedSet = z.strictObject({ version: z.string(), date: isoDate, newestSource: isoDate })

export const positionPage = z.strictObject({
  today: isoDate, version: z.string().nullable(), positions: z.array(position),
  /** Rows that the practice wrote or changed itself. */
  own: z.array(rowId),
  /** Rows that count today, and for which legal forces. */
  holds: z.array(z.strictObject({ id: rowId, forces: z.array(z.enum(legalForces)) })),
  contractBindsFrom: isoDate.nullable(),
  newestCheck: isoDate.nullable(), daysSince: z.int().nullable(), stale: z.boolean(),
  /** The set that came with the app, where it is another than the register's and not an older one; how many rows differ. */
  newer: shippedSet.extend({ differs: z.int() }).nullable(),
  history: z.array(historyLine.extend({ subjects: z.array(z.enum(positionSubjects)) })),
})
export type PositionPage = z.infer<typeof positionPage>

export const positionCalls = {
  'position.list': procedure(nothing, positionPage),
  'position.record': procedure(z.strictObject({ replaces: rowId.nullable(), position: positionIn, reason: longText.min(1, 'Enter why. It stands in the trail') }), z.strictObject({ id: rowId })),
  /** The same row, looked up again today and found to be so still. */
  'position.check': procedure(z.strictObject({ id: rowId }), done),
  'position.retire': procedure(z.strictObject({ id: rowId, reason: longText.min(1, 'Enter why it goes') }), done),
  /** What taking the app's set would change. Records nothing. */
  'position.shipped': procedure(nothing, shippedSet.extend({ note: z.string(), rows: z.array(differenceRow) })),
  /** @param overwrite rows of the practice's own that give way to the set's. */
  'position.take-shipped': procedure(z.strictObject({ version: z.string(), overwrite: z.array(rowId).max(500) }), done),
} as const

import { z } from 'zod'
import { isoDate } from './date.ts'
import { legalForces } from './legal-force.ts'

/** Subjects that a position speaks about: the actions that concern data, and the read side of GP Connect. */
export const positionSubjects = [
  'update-record-off', 'access-record-off', 'dsa-secondary-withdraw', 'dsa-freeze', 'mo-tool-off',
  'telephony-data-defer', 'online-requests-defer',
] as const
export type PositionSubject = (typeof positionSubjects)[number]

export const positionCodes = ['permitted', 'required-by-contract', 'required-by-law', 'local-contract', 'no-call', 'verify'] as const
export type PositionCode = (typeof positionCodes)[number]

/** A official page, B a party's own position, C press or other secondary source, M mirror of an official page, G unsourced. */
export const sourceGrades = ['A', 'B', 'C', 'M', 'G'] as const
export type SourceGrade = (typeof sourceGrades)[number]

export const positionSource = z.strictObject({
  /** Who says it, as the reader knows them: "BMA", "NHS England", "LMC". */
  party: z.string().min(1).max(120),
  says: z.string().max(1000),
  address: z.string().max(500),
  grade: z.enum(sourceGrades),
})
export type PositionSource = z.infer<typeof positionSource>

/** One dated row: what holds about a subject between two dates (both included), and who says so. */
export const position = z.strictObject({
  id: z.string().min(1).max(120),
  subject: z.enum(positionSubjects),
  /** The row speaks only about entries with one of these legal forces, and then before the rows for all; empty means all. */
  appliesToForce: z.array(z.enum(legalForces)).max(legalForces.length),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  /** True where a contract variation may bind a practice later than `from`. */
  perPractice: z.boolean(),
  code: z.enum(positionCodes),
  text: z.string().min(1).max(2000),
  sources: z.array(positionSource).max(12),
  /** The sources do not agree with each other; both are then shown, never averaged. */
  sourcesDiffer: z.boolean(),
  checkedOn: isoDate,
})
export type Position = z.infer<typeof position>

/** A set of positions as one file: what the app ships, what a practice takes in or hands on. */
export const positionSet = z.strictObject({
  version: z.string().min(1).max(40),
  date: isoDate,
  /** Date of the newest source that was read; anything later is unknown. */
  newestSource: isoDate,
  note: z.string().max(1000),
  positions: z.array(position).max(500),
})
export type PositionSet = z.infer<typeof positionSet>

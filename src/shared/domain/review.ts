import { z } from 'zod'
import { isoDate, isoInstant, type IsoDate } from './date.ts'
import { longText } from './entry-fields.ts'

/** What somebody looked at again: the whole entry, what was written through a setting, or the section 251 support. */
export const reviewKinds = ['review', 'audit-check', 'section-251'] as const
export type ReviewKind = (typeof reviewKinds)[number]

/** `decide`: what was found asks for a decision of the partners. */
export const reviewOutcomes = ['unchanged', 'changed', 'decide'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

export const reviewFacts = z.strictObject({
  kind: z.enum(reviewKinds), on: isoDate, outcome: z.enum(reviewOutcomes), note: longText, evidence: z.array(z.uuid()).max(20),
  /** The next review; for section 251 the day on which the support now ends. Null where nothing is left to look at. */
  nextOn: isoDate.nullable(),
})
export type ReviewFacts = z.infer<typeof reviewFacts>

export const reviewRecord = reviewFacts.extend({ by: z.strictObject({ id: z.string(), name: z.string(), at: isoInstant }) })
export type ReviewRecord = z.infer<typeof reviewRecord>

export const lastReview = (reviews: readonly ReviewRecord[] | undefined, kind: ReviewKind): ReviewRecord | undefined =>
  reviews?.filter((one) => one.kind === kind).toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)

/** The day an audit check is due: as the last one said, or one interval after the setting was last seen to be so. */
export function auditCheckDue(entry: Readonly<{ state: string; fields: Readonly<{ auditEvery: string | null; settingCheckedOn: IsoDate | null }>; standing: Readonly<{ on: IsoDate }>; reviews?: readonly ReviewRecord[] | undefined }>, add: (date: IsoDate, period: string) => IsoDate): IsoDate | null {
  if (entry.state !== 'on-with-controls' || entry.fields.auditEvery === null) return null
  const last = lastReview(entry.reviews, 'audit-check')
  return last ? last.nextOn : add(entry.fields.settingCheckedOn ?? entry.standing.on, entry.fields.auditEvery)
}

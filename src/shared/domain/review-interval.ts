import type { EntryClass } from './class.ts'
import { addPeriod, type IsoDate } from './date.ts'
import { entryClassOf, type EntryRecord } from './entry-record.ts'
import type { Policy } from './practice.ts'
import type { ReviewKind } from './review.ts'

/** Months between reviews where the practice has not said otherwise: sooner where it is not clear what a flow is for. */
export const usualReviewMonths: Readonly<Record<EntryClass, number>> = Object.freeze({ 'direct-care': 24, 'secondary-use': 12, mixed: 12, undetermined: 6 })

export const reviewMonthsOf = (policy: Pick<Policy, 'reviewMonths'>): Readonly<Record<EntryClass, number>> => policy.reviewMonths ?? usualReviewMonths

const auditCheckEvery = 'P3M'
const section251For = 'P1Y'

/** The day proposed for the next look, counted from the day of this one. Whoever records it may choose another. */
export function nextReviewOn(entry: EntryRecord, policy: Pick<Policy, 'reviewMonths'>, kind: ReviewKind, on: IsoDate): IsoDate {
  switch (kind) {
    case 'review': return addPeriod(on, `P${reviewMonthsOf(policy)[entryClassOf(entry)]}M`)
    case 'audit-check': return addPeriod(on, (entry.kind === 'gp-connect-setting' ? entry.fields.auditEvery : null) ?? auditCheckEvery)
    case 'section-251': return addPeriod(on, section251For)
  }
}

/** Which looks make sense for an entry. */
export function reviewKindsFor(entry: EntryRecord): ReviewKind[] {
  return [
    'review',
    ...(entry.kind === 'gp-connect-setting' && entry.state === 'on-with-controls' ? ['audit-check' as const] : []),
    ...(entry.kind === 'sharing-agreement' && (entry.fields.section251Reference !== null || entry.fields.section251Expires !== null) ? ['section-251' as const] : []),
  ]
}

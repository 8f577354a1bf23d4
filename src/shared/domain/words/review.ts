import type { ReviewKind, ReviewOutcome } from '../review.ts'

export const reviewKindWords = Object.freeze({
  review: 'Review', 'audit-check': 'Audit check of what was written', 'section-251': 'Section 251 support',
} as const satisfies Record<ReviewKind, string>)

export const reviewOutcomeWords = Object.freeze({
  unchanged: 'Nothing has changed', changed: 'Something has changed', decide: 'The partners have to decide',
} as const satisfies Record<ReviewOutcome, string>)

import { reviewFacts } from '../../domain/review.ts'

/** Somebody looked at an entry again on its day. The subject is the entry. */
export const reviewEvents = { 'review.recorded': reviewFacts } as const

import { dateInWords } from '../../../shared/domain/words/date.ts'
import { instantInWords } from '../page/times.ts'
import type { AuditTrail } from './input.ts'

/** The parts of the documents by the titles they are announced and bookmarked under. */
export const sectionTitles = Object.freeze({
  register: 'Register as at the date',
  entry: 'The entry as at the date',
  touched: 'Entries that were touched',
  entries: 'Entries',
  decision: 'The decision',
  decisions: 'Decisions, with grounds and answers',
  positions: 'Positions used, with sources',
  events: 'Events in order',
  inPeriod: 'Events in these days',
  earlier: 'Earlier events that explain them',
  check: 'How to check this document',
})

/** The day for which the register is told. */
export const asAtDay = (audit: AuditTrail): string => dateInWords(audit.day)

/** "30 November 2026, 16:48 UTC", or for a day that is over "the end of 31 March 2026". */
export const asAtInWords = (audit: AuditTrail): string => (audit.isPast ? `the end of ${asAtDay(audit)}` : instantInWords(audit.asAt))

/** "Whole register" or what a filtered document holds, in words. */
export function scopeInWords({ trail: { scope } }: AuditTrail): string {
  switch (scope.kind) {
    case 'whole': return 'Whole register'
    case 'entry': return `One entry, ${scope.ref ?? ''}`
    case 'decision': return `One decision, ${scope.ref ?? ''}`
    case 'period': return `${scope.from ? dateInWords(scope.from) : 'The start'} to ${scope.to ? dateInWords(scope.to) : 'the date'}`
  }
}

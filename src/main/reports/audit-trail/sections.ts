import { dateInWords } from '../../../shared/domain/words/date.ts'
import type { AuditTrail } from './input.ts'

/** The parts of the document by the titles they are announced and bookmarked under. */
export const sectionTitles = Object.freeze({
  register: 'Register as at the date',
  entry: 'The entry as at the date',
  decisions: 'Decisions, with grounds and answers',
  positions: 'Positions used, with sources',
  events: 'Events in order',
  check: 'How to check this document',
})

export const asAtDay = (audit: AuditTrail): string => dateInWords(audit.asAt.slice(0, 10))

/** "Whole register" or what a filtered document holds, in words. */
export function scopeInWords({ trail: { scope } }: AuditTrail): string {
  switch (scope.kind) {
    case 'whole': return 'Whole register'
    case 'entry': return `One entry, ${scope.ref ?? ''}`
    case 'decision': return `One decision, ${scope.ref ?? ''}`
    case 'period': return `${scope.from ? dateInWords(scope.from) : 'The start'} to ${scope.to ? dateInWords(scope.to) : 'the date'}`
  }
}

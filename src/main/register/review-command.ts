import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { activeEvidence } from '../../shared/domain/evidence-record.ts'
import { reviewKindsFor } from '../../shared/domain/review-interval.ts'
import type { Acting, Decided } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { withVoidedStatements } from './void-statements.ts'

const nothing = { done: true } as const

/** Somebody looked again. What they found and when the next look is due goes on the entry; what changes is changed there. */
export function recordReview(acting: Acting, { id, ...review }: CallParsed<'review.record'>): Decided<typeof nothing> {
  const entry = entryOf(acting, id)
  const { kind, on, outcome, note, evidence, nextOn } = review
  const fields: Record<string, string[]> = {}
  if (!reviewKindsFor(entry).includes(kind)) fields['kind'] = ['Choose what was looked at']
  if (on > acting.today) fields['on'] = ['Enter the day somebody looked. It cannot be in the future']
  // Support that has ended has no next day; everything else is looked at again.
  const ends = kind === 'section-251' && outcome !== 'unchanged'
  if (nextOn === null && !ends) fields['nextOn'] = [kind === 'section-251' ? 'Enter the day on which the support ends now' : 'Enter the day of the next one']
  if (nextOn !== null && nextOn <= on) fields['nextOn'] = ['Enter a day after this one']
  if (outcome !== 'unchanged' && note.trim() === '') fields['note'] = ['Enter what was found']
  const files = new Set(activeEvidence(entry.evidence).map((file) => file.id))
  if (evidence.some((one) => !files.has(one))) fields['evidence'] = ['Choose files that are attached to this entry']
  if (Object.keys(fields).length > 0) throw refuse('invalid-input', { fields })
  return withVoidedStatements(acting, entry, [{ type: 'review.recorded', subject: { kind: 'entry', id }, data: { kind, on, outcome, note, evidence, nextOn } }], nothing)
}

import type { KindAndFields } from '../../../../shared/domain/entry-fields.ts'
import { refusal } from '../../../../shared/contract/refused.ts'
import { findNhsNumbers } from '../../../../shared/domain/nhs-number.ts'
import { AppRefusal, call } from '../../../bridge.ts'
import { withSuggestion, type Reading } from './reading-values.ts'

/**
 * Has the clause read by the rules on this computer.
 * @throws AppRefusal, for instance where the text holds what looks like an NHS number
 */
export async function readClause(reading: Reading, what: KindAndFields | null, title: string | null): Promise<Reading> {
  if (reading.text.trim() === '') return { ...withSuggestion(reading, { class: 'undetermined', purposes: [], questions: [], ruleSet: '' }), ruleSet: null }
  // Reading keeps nothing, saving would: said here, where the text still stands on the screen.
  if (findNhsNumbers(reading.text).length > 0) throw new AppRefusal(refusal('nhs-number', { fields: { text: ['This looks like an NHS number. It has not been kept'] } }))
  if (reading.text === reading.readText && reading.purposes.length > 0) return reading
  const { suggestion } = await call('classify.suggest', { text: reading.text, what, title: title === '' ? null : title })
  return withSuggestion(reading, suggestion)
}

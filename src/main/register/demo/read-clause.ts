import type { CallInput } from '../../../shared/contract/contract.ts'
import type { EntryClass } from '../../../shared/domain/class.ts'
import type { KindAndFields } from '../../../shared/domain/entry-fields.ts'
import type { SuggestedPurpose } from '../../../shared/domain/suggestion.ts'
import type { DemoEntry } from './demo-data.ts'
import type { DemoOffice } from './demo-office.ts'

type DemoClause = NonNullable<DemoEntry['clause']>
type Read = NonNullable<DemoClause['read']>[number]
type PurposesIn = Pick<CallInput<'purpose.add'>, 'clause' | 'purposes'>

/**
 * Pastes a clause, takes the suggestion and confirms it as the person reads it, as on the screen for that.
 * @param whole what the person makes of the clause as a whole, so that the demo stays the same under newer rules
 */
export async function readClause(office: DemoOffice, title: string, what: KindAndFields, { text, place, read = [] }: DemoClause, whole: EntryClass): Promise<PurposesIn> {
  const { suggestion } = await office.call('classify.suggest', { text, what, title })
  const met = new Set<Read>()
  const suggested = suggestion.purposes.map((proposal) => {
    const reading = read.find((one) => !met.has(one) && proposal.text.includes(one.words))
    if (reading) met.add(reading)
    return { text: proposal.text, proposal, classification: reading?.open ? null : confirmed(proposal, reading, whole) }
  })
  const byHand = read.filter((one) => !met.has(one)).map((one) => ({
    text: one.words, proposal: null, classification: one.open ? null : { category: one.category, class: one.class, reason: one.reason ?? null },
  }))
  return { clause: { text, place, ruleSet: suggestion.ruleSet }, purposes: [...suggested, ...byHand] }
}

function confirmed(proposal: SuggestedPurpose, reading: Read | undefined, whole: EntryClass): NonNullable<PurposesIn['purposes'][number]['classification']> {
  if (!reading) {
    const other = whole === 'mixed' || whole === 'undetermined' || proposal.class === whole
    if (other) return { category: proposal.category, class: proposal.class, reason: null }
    return { category: whole === 'direct-care' ? 'individual-care' : 'other-secondary', class: whole, reason: 'Read with the rest of the clause, which says what it is for.' }
  }
  if (reading.class === proposal.class) return { category: reading.category, class: reading.class, reason: reading.reason ?? null }
  return { category: reading.category, class: reading.class, reason: reading.reason ?? `Read again with the rest of the clause: “${reading.words}” decides it.` }
}

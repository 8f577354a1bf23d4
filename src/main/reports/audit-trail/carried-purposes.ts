import { dayInEngland } from '../../../shared/domain/date.ts'
import { classWords } from '../../../shared/domain/words/class.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import type { TrailEvent } from '../../../shared/trail/event.ts'
import type { Detail } from './event-details.ts'

/** One line for each purpose that a split took along, with who had confirmed and checked it before, and when. */
export function carriedPurposes(event: TrailEvent): Detail[] {
  if (event.type !== 'entry.split-from') return []
  return event.data.purposes.map(({ text, proposal, confirmed, checked }, index) => {
    const said = confirmed
      ? `${classWords[confirmed.classification.class]}, ${confirmed.classification.category.replaceAll('-', ' ')}, confirmed by ${confirmed.by.name}, ${dateInWords(dayInEngland(confirmed.by.at))}${confirmed.classification.reason ? `: ${confirmed.classification.reason}` : ''}`
      : 'Not confirmed'
    const proposed = proposal ? ` Rules ${proposal.ruleSet} proposed ${classWords[proposal.class].toLowerCase()}: ${proposal.reason}` : ''
    const seen = checked ? ` Checked by ${checked.by.name}, ${dateInWords(dayInEngland(checked.by.at))}.${checked.ownCheckReason ? ` ${checked.ownCheckReason}` : ''}` : ''
    return { group: `Purpose ${index + 1}`, label: '', value: `“${text}” ${said}.${seen}${proposed}` }
  })
}

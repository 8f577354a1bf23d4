import { entryClass } from '../../../../shared/domain/class.ts'
import { purposeClassOf, type EntryRecord, type PurposeRecord } from '../../../../shared/domain/entry-record.ts'
import { lowerFirst } from '../../../../shared/domain/words/event-values.ts'
import type { Categories } from '../use-categories.ts'

const themes = { 'direct-care': 'direct care', 'secondary-use': 'secondary use', mixed: 'second part', undetermined: 'second part' } as const
const longest = 300

/** The old title and the theme of what moves: its one category, else its class. Empty while nothing is ticked. */
export function suggestedTitle({ title }: Pick<EntryRecord, 'title'>, moved: readonly PurposeRecord[], categories: Pick<Categories, 'label'>): string {
  if (moved.length === 0) return ''
  const [category, ...others] = new Set(moved.map(({ confirmed, proposal }) => confirmed?.classification.category ?? proposal?.category))
  const theme = category !== undefined && others.length === 0 ? lowerFirst(categories.label(category)) : themes[entryClass(moved.map(purposeClassOf))]
  const ending = `: ${theme}`
  return `${title.slice(0, longest - ending.length).toWellFormed().trimEnd()}${ending}`
}

import type { EntryDetail } from '../../../../shared/contract/entries.ts'
import { kindWords } from '../../../../shared/domain/words.ts'
import { countOf } from '../../../components/format.ts'
import { Banner } from '../../../components/panel.tsx'

/** Why the entry has the class it has, and what follows for what can be decided. */
export function ClassBanner({ detail }: Readonly<{ detail: EntryDetail }>) {
  const { head, rest } = wordsFor(detail)
  return <div className="psr-entry__class"><Banner tone="info"><b>{head}</b> {rest}</Banner></div>
}

function wordsFor({ class: entryClass, entry }: EntryDetail): { head: string; rest: string } {
  const what = kindWords[entry.kind].one
  const agreement = entry.kind === 'sharing-agreement'
  switch (entryClass) {
    case 'direct-care': return {
      head: 'Every purpose is the care of individual patients.',
      rest: agreement ? 'The actions on data sharing do not reach it. Stopping it would affect care.' : 'Stopping it would affect care, so a safety note is asked for.',
    }
    case 'secondary-use': return {
      head: 'Every purpose is something other than care, so this is exclusively secondary use.',
      rest: agreement ? 'Only such agreements come under action 6.' : 'No purpose is the care of an individual patient.',
    }
    case 'mixed': return {
      head: `Care and secondary use in one ${what}, so this entry is mixed.`,
      rest: agreement
        ? `Action 6 covers only exclusively secondary sharing. You can restrict ${secondaryOf(entry.purposes)}, or split it into two entries; you cannot withdraw it as a whole.`
        : 'What stops the secondary use would stop the care as well.',
    }
    case 'undetermined': return { head: 'It is not settled what this is for, so it counts as neither side.', rest: openIn(entry.purposes) }
  }
}

type Purposes = EntryDetail['entry']['purposes']

function secondaryOf(purposes: Purposes): string {
  const numbers = purposes.filter(({ confirmed }) => confirmed?.classification.class === 'secondary-use').map(({ number }) => String(number))
  return numbers.length === 1 ? `purpose ${numbers.join('')}` : `purposes ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`
}

function openIn(purposes: Purposes): string {
  if (purposes.length === 0) return 'No purpose is recorded yet. Add the clause that says what the data are used for.'
  const waiting = purposes.filter(({ confirmed }) => !confirmed).length
  if (waiting > 0) return `${countOf(waiting, 'purpose waits', 'purposes wait')} to be confirmed by a person. A suggestion alone settles nothing.`
  const unclear = purposes.filter(({ confirmed }) => confirmed?.classification.class === 'undetermined').map(({ number }) => number)
  return `Nobody can place purpose ${unclear.join(', ')} yet. Ask whoever wrote the agreement.`
}

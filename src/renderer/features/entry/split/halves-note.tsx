import { Link } from 'wouter'
import type { EntryDetail } from '../../../../shared/contract/entries.ts'
import { dayInEngland } from '../../../../shared/domain/date.ts'
import { behindBothHalves, classWords, dateInWords } from '../../../../shared/domain/words.ts'
import { lowerFirst } from '../../../../shared/domain/words/event-values.ts'
import { paths } from '../../../app/paths.ts'
import { countOf } from '../../../components/format.ts'
import { Banner } from '../../../components/panel.tsx'

/** That the entry is one half of a split, and the way to the other. */
export function HalvesNote({ detail: { entry, halves } }: Readonly<{ detail: EntryDetail }>) {
  if (halves.length === 0) return null
  return (
    <div className="psr-entry__halves">
      <Banner tone="info">
        {halves.map(({ id, ref, title, class: of, way, purposes, reason, by, at }) => (
          <p key={id}>
            <b>{countOf(purposes, 'purpose')} {way === 'from' ? 'came from' : 'went to'} <Link to={paths.entry(id)}>{ref} {title}</Link></b> ({lowerFirst(classWords[of])} now) on {dateInWords(dayInEngland(at))}, by {by}: {reason}
          </p>
        ))}
        <p className="psr-small">{behindBothHalves[entry.kind]}{halves.some(({ way }) => way === 'from') && ' What was decided before the split stands with the entry it came from.'}</p>
      </Banner>
    </div>
  )
}

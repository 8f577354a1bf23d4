import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { FilterChip } from '../../components/filter-chip.tsx'
import { numberInWords } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { eventGroups, groupsWith } from './event-groups.ts'
import { periodNames, periodWords, type Span } from './periods.ts'
import type { TrailSearch } from './trail-search.ts'

type FiltersProps = Readonly<{ search: TrailSearch; list: CallOutput<'trail.list'> | undefined; onChange: (to: Partial<TrailSearch>) => void }>

/** Words, kind of event, person, period. */
export function TrailFilters({ search, list, onChange }: FiltersProps) {
  return (
    <div className="psr-chips psr-trail__filters">
      <Words words={search.words} onWords={(words) => onChange({ words })} />
      <FilterChip
        label="Kind of event" value={search.groups} onChange={(groups) => onChange({ groups })}
        options={groupsWith(list?.types ?? []).map((group) => ({ value: group, label: eventGroups[group].label }))}
      />
      <FilterChip
        label="Person" value={search.people} onChange={(people) => onChange({ people })}
        options={(list?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterChip
        label="Period" multiple={false} value={search.period ? [search.period] : []}
        options={periodNames.map((name) => ({ value: name, label: periodWords[name] }))}
        onChange={([picked]) => onChange({ period: periodNames.find((name) => name === picked) ?? null })}
      />
      {search.period === 'dates' && <Dates chosen={search.chosen} onChosen={(chosen) => onChange({ chosen })} />}
      {list && <output className="psr-small psr-quiet psr-end">{numberInWords(list.found)} of {numberInWords(list.total)}</output>}
    </div>
  )
}

const pause = 150

function Words({ words, onWords }: Readonly<{ words: string; onWords: (words: string) => void }>) {
  const [typed, setTyped] = useState(words)
  const [asked, setAsked] = useState(words)
  const latest = useRef(onWords)
  useEffect(() => { latest.current = onWords })
  if (words !== asked) { setAsked(words); setTyped(words) }
  useEffect(() => {
    if (typed === asked) return
    const waiting = setTimeout(() => { setAsked(typed); latest.current(typed) }, pause)
    return () => clearTimeout(waiting)
  }, [typed, asked])
  return (
    <search className="psr-trail__words">
      <Icon name="search" size={14} />
      <input
        type="search" aria-label="Words in the trail" placeholder="Words" autoComplete="off" maxLength={200} value={typed}
        onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') setTyped('') }}
      />
    </search>
  )
}

function Dates({ chosen, onChosen }: Readonly<{ chosen: Span; onChosen: (chosen: Span) => void }>) {
  const field = (which: keyof Span, label: string) => (
    <label className="psr-small psr-row">
      {label}
      <input
        type="date" className="nhsuk-input psr-trail__day" value={chosen[which] ?? ''} min={which === 'to' ? chosen.from ?? undefined : undefined}
        max={which === 'from' ? chosen.to ?? undefined : undefined} onChange={(event) => onChosen({ ...chosen, [which]: event.target.value || null })}
      />
    </label>
  )
  return <div className="psr-row">{field('from', 'From')}{field('to', 'to')}</div>
}

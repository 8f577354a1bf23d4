import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { EntryFilter } from '../../../shared/contract/entries.ts'
import { entryClasses } from '../../../shared/domain/class.ts'
import { entryKinds } from '../../../shared/domain/kind.ts'
import { legalForces } from '../../../shared/domain/legal-force.ts'
import { entryStates, type EntryState } from '../../../shared/domain/state.ts'
import { classWords, kindWords, legalForceWords, stateWord } from '../../../shared/domain/words.ts'
import { TextButton } from '../../components/button.tsx'
import { FilterChip } from '../../components/filter-chip.tsx'
import { isNarrowed, usual } from './register-search.ts'

type List = CallOutput<'entry.list'>
type FiltersProps = Readonly<{ filter: EntryFilter; list: List | undefined; onChange: (change: Partial<EntryFilter>) => void; children: React.ReactNode }>

const kindOptions = entryKinds.map((value) => ({ value, label: kindWords[value].title }))
const classOptions = entryClasses.map((value) => ({ value, label: classWords[value] }))
const forceOptions = legalForces.map((value) => ({ value, label: legalForceWords[value] }))

/** The chips that narrow the list; the search box stands before them. */
export function RegisterFilters({ filter, list, onChange, children }: FiltersProps) {
  const owners = (list?.owners ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const tags = (list?.tags ?? []).map((tag) => ({ value: tag, label: tag }))
  return (
    <div className="psr-chips psr-reg__filters">
      {children}
      <FilterChip label="Kind" options={kindOptions} value={filter.kinds} onChange={(value) => onChange({ kinds: among(entryKinds, value) })} />
      <FilterChip label="Class" options={classOptions} value={filter.classes} onChange={(value) => onChange({ classes: among(entryClasses, value) })} />
      <FilterChip label="Legal force" options={forceOptions} value={filter.forces} onChange={(value) => onChange({ forces: among(legalForces, value) })} />
      <StateChip filter={filter} onChange={onChange} />
      <FilterChip label="Owner" options={owners} value={filter.owners} onChange={(value) => onChange({ owners: [...value] })} />
      {(tags.length > 0 || filter.tags.length > 0) && <FilterChip label="Tag" options={tags} value={filter.tags} onChange={(value) => onChange({ tags: [...value] })} />}
      {isNarrowed(filter) && <TextButton className="psr-small psr-end" onClick={() => onChange({ ...usual.filter, view: filter.view })}>Clear all</TextButton>}
    </div>
  )
}

const among = <T extends string>(codes: readonly T[], value: readonly string[]): T[] => codes.filter((code) => value.includes(code))

const notClosed = 'not-closed'
const stateOptions = [{ value: notClosed, label: 'not closed' }, ...entryStates.map((value) => ({ value, label: stateWord('sharing-agreement', value) }))]

/** "Not closed" is the usual; it gives way to any state that is picked, and comes back when it is picked itself. */
function StateChip({ filter, onChange }: Pick<FiltersProps, 'filter' | 'onChange'>) {
  const before: readonly string[] = filter.states.length > 0 ? filter.states : filter.closedToo ? [] : [notClosed]
  return <FilterChip label="State" options={stateOptions} value={before} onChange={(value) => onChange(stateFilter(before, value))} />
}

export function stateFilter(before: readonly string[], value: readonly string[]): Pick<EntryFilter, 'states' | 'closedToo'> {
  if (value.includes(notClosed) && !before.includes(notClosed)) return { states: [], closedToo: false }
  const states = among<EntryState>(entryStates, value)
  if (states.length === 0) return { states, closedToo: !value.includes(notClosed) }
  return { states, closedToo: states.includes('closed') || states.includes('withdrawn') }
}

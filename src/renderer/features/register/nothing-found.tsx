import type { EntryFilter } from '../../../shared/contract/entries.ts'
import { TextButton } from '../../components/button.tsx'
import { usual } from './register-search.ts'

type NothingFoundProps = Readonly<{ filter: EntryFilter; onChange: (filter: Partial<EntryFilter>) => void }>

/** Says what was searched and the ways out. */
export function NothingFound({ filter, onChange }: NothingFoundProps) {
  const words = filter.search.trim()
  return (
    <div className="psr-reg__none">
      <p>
        {words === ''
          ? <><b>No entry fits these filters.</b>{!filter.closedToo && ' Closed and withdrawn entries are left out.'}</>
          : <><b>No entry has “{words}”.</b> Titles, parties, purposes and notes were searched{filter.closedToo ? '.' : ', but not in closed and withdrawn entries.'}</>}
      </p>
      <div className="psr-buttons">
        {!filter.closedToo && <TextButton onClick={() => onChange({ closedToo: true, states: [] })}>{words === '' ? 'Show closed entries too' : 'Search closed entries too'}</TextButton>}
        <TextButton onClick={() => onChange(usual.filter)}>Clear all</TextButton>
      </div>
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { EntryFilter } from '../../../shared/contract/entries.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { LinkButton } from '../../components/button.tsx'
import { numberInWords, todayInEngland } from '../../components/format.ts'
import { NoEntriesYet } from './no-entries-yet.tsx'
import { NothingFound } from './nothing-found.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { RegisterFoot, useRowChoice } from './register-foot.tsx'
import { addressOf, searchFromAddress, type RegisterSearch } from './register-search.ts'
import { RegisterTable } from './register-table.tsx'
import { RegisterViews } from './register-views.tsx'
import { SearchBox } from './search-box.tsx'
import { rememberShownList } from './shown-list.ts'
import { useRowsThatFit } from './use-rows-that-fit.ts'
import './register.scss'

const rowHeight = 44

/** Every entry in one table: found by words, narrowed by chips, sorted by its heads, in pages. */
export function RegisterScreen() {
  const [params, setParams] = useSearchParams()
  const search = searchFromAddress(params)
  const box = useRef<HTMLDivElement>(null)
  const fit = useRowsThatFit(box, rowHeight)
  const [rowChoice, setRowChoice] = useRowChoice()
  const limit = rowChoice === 'fit' ? fit : Number(rowChoice)
  const list = useAnswer('entry.list', {
    filter: search.filter, sort: search.sort, descending: search.descending, offset: (search.page - 1) * (limit ?? 1), limit: limit ?? 1,
  }, { enabled: limit !== null, keepLast: true })
  const change = (to: Partial<RegisterSearch>) => setParams(addressOf({ ...search, page: 1, ...to }), { replace: true })
  const narrow = (filter: Partial<EntryFilter>) => change({ filter: { ...search.filter, ...filter } })
  const mayAdd = useMay('entry.add')
  const shown = list.data
  return (
    <Page
      title="Register" note={shown && shown.total > 0 && <output>{numberInWords(shown.found)} of {numberInWords(shown.total)} entries</output>}
      acts={mayAdd && <LinkButton to={paths.add} look="primary" icon="add">Add an entry</LinkButton>}
    >
      {shown?.total === 0 ? <NoEntriesYet /> : (
        <>
          <RegisterViews here={search.filter.view} counts={shown?.views} />
          <RegisterFilters filter={search.filter} list={shown} onChange={narrow}>
            <SearchBox words={search.filter.search} onWords={(words) => narrow({ search: words })} onDown={() => box.current?.querySelector<HTMLElement>('tbody tr')?.focus()} />
          </RegisterFilters>
          <div ref={box} className="psr-reg__box">
            {limit !== null && (
              <Answer of={list} loading="Opening the register">
                {(value) => <Rows list={value} search={search} limit={limit} onChange={change} />}
              </Answer>
            )}
          </div>
          {shown && shown.found > 0 && limit !== null && (
            <RegisterFoot search={search} found={shown.found} limit={limit} rowChoice={rowChoice} onRowChoice={(choice) => { setRowChoice(choice); change({}) }} onPage={(page) => change({ page })} />
          )}
        </>
      )}
    </Page>
  )
}

type RowsProps = Readonly<{ list: CallOutput<'entry.list'>; search: RegisterSearch; limit: number; onChange: (to: Partial<RegisterSearch>) => void }>

function Rows({ list, search, limit, onChange }: RowsProps) {
  const client = useQueryClient()
  const [, go] = useLocation()
  const [today] = useState(todayInEngland)
  useEffect(() => {
    const address = addressOf(search).toString()
    rememberShownList(client, { ids: list.rows.map(({ id }) => id), offset: (search.page - 1) * limit, found: list.found, address: address === '' ? paths.register : `${paths.register}?${address}` })
  }, [client, list, search, limit])
  if (list.found === 0) return <NothingFound filter={search.filter} onChange={(filter) => onChange({ filter: { ...search.filter, ...filter } })} />
  return (
    <RegisterTable
      rows={list.rows} search={search.filter.search} sort={{ by: search.sort, descending: search.descending }} today={today}
      onSort={({ by, descending }) => onChange({ sort: by, descending })} onOpen={({ id }) => go(paths.entry(id))}
    />
  )
}

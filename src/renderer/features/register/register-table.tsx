import { Link } from 'wouter'
import type { EntryRow } from '../../../shared/contract/entries.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { paths } from '../../app/paths.ts'
import { DataTable, type Column, type Sort } from '../../components/data-table.tsx'
import { dayMonthYear, dueInWords, isOver, numberInWords } from '../../components/format.ts'
import { Marked, markPattern } from '../../components/marked.tsx'
import { ClassTag, ForceTag, StateWord } from '../../components/tags.tsx'
import type { EntrySort } from './register-search.ts'

export const sortWords = {
  ref: 'reference', title: 'title', class: 'class', force: 'legal force', state: 'state', gaps: 'gaps', owner: 'owner', 'next-date': 'next date',
} as const satisfies Record<EntrySort, string>

type TableProps = Readonly<{ rows: readonly EntryRow[]; search: string; sort?: Sort<EntrySort>; today: IsoDate; onSort?: (sort: Sort<EntrySort>) => void; onOpen: (row: EntryRow) => void }>

export function RegisterTable({ rows, search, sort, today, onSort, onOpen }: TableProps) {
  const caption = sort ? `Register, sorted by ${sortWords[sort.by]}${sort.descending ? ', last first' : ', first first'}` : 'Register, by reference'
  return (
    <DataTable
      caption={caption} columns={columnsFor(search, today)} rows={rows} rowKey={rowKey} sort={sort} onSort={onSort} onOpen={onOpen}
      className="psr-reg" minWidth="62rem"
    />
  )
}

const rowKey = ({ id }: EntryRow) => id

function columnsFor(search: string, today: IsoDate): readonly Column<EntryRow, EntrySort>[] {
  const pattern = markPattern(search)
  return [
    { key: 'ref', head: 'Ref', sort: 'ref', width: 5.4, className: 'psr-reg__ref', cell: (row) => <Marked text={row.ref} pattern={pattern} /> },
    { key: 'title', head: search === '' ? 'Entry' : 'Entry, and where it matched', sort: 'title', rowHead: true, cell: (row) => <Title row={row} pattern={pattern} /> },
    { key: 'class', head: 'Class', sort: 'class', width: 8.5, cell: (row) => <ClassTag of={row.class} /> },
    { key: 'force', head: 'Legal force', sort: 'force', width: 7, cell: (row) => <ForceTag of={row.force} bare /> },
    { key: 'state', head: 'State', sort: 'state', width: 8.9, cell: (row) => <StateWord kind={row.kind} state={row.state} /> },
    { key: 'gaps', head: 'Gaps', sort: 'gaps', width: 2.9, number: true, cell: ({ gaps }) => (gaps === 0 ? <span className="psr-quiet">0</span> : <b>{numberInWords(gaps)}</b>) },
    { key: 'owner', head: 'Owner', sort: 'owner', width: 7, className: 'psr-reg__owner', cell: ({ owner }) => owner ?? <span className="psr-warn">Nobody</span> },
    { key: 'next', head: 'Next date', sort: 'next-date', width: 6.7, cell: (row) => <NextDate row={row} today={today} /> },
  ]
}

/** Where the words were found, by the name of the part of the entry that was searched. */
const matchWords: Readonly<Record<string, string>> = { purposes: 'Purpose', summary: 'Summary', details: 'Details', tags: 'Tag' }

function Title({ row, pattern }: Readonly<{ row: EntryRow; pattern: RegExp | null }>) {
  const { match } = row
  return (
    <span className="psr-two">
      <b><Link to={paths.entry(row.id)} tabIndex={-1}><Marked text={row.title} pattern={pattern} /></Link></b>
      {match
        ? <small>{matchWords[match.field] ?? match.field}: “<Marked text={match.text} pattern={pattern} />”</small>
        : <small title={row.party}><Marked text={row.party} pattern={pattern} /></small>}
    </span>
  )
}

/** The date that counts next, and under it what it is; what has to be found out first comes before that. */
function NextDate({ row, today }: Readonly<{ row: EntryRow; today: IsoDate }>) {
  const { next } = row
  const over = next !== null && isOver(next.on, today)
  const ask = row.class === 'undetermined' ? 'Find out the class' : row.force === 'unknown' ? 'Find out the force' : null
  return (
    <span className="psr-two psr-reg__next">
      {next ? dayMonthYear(next.on) : 'No date'}
      {over && <small className="psr-bad" title={next.what}>{dueInWords(next.on, today)}</small>}
      {!over && ask && <small className="psr-warn">{ask}</small>}
      {!over && !ask && next && <small className={next.on === today ? 'psr-warn' : undefined}>{next.on === today ? `${next.what} today` : next.what}</small>}
    </span>
  )
}

import classNames from 'classnames'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Sort<K extends string> = Readonly<{ by: K; descending: boolean }>

export type Column<Row, K extends string> = Readonly<{
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** The name to sort by; a column without one cannot be sorted. */
  sort?: K
  /** In rem; the rest share what is left. */
  width?: number
  number?: boolean
  /** The cell that names the row for a screen reader. One a table. */
  rowHead?: boolean
  className?: string
}>

type DataTableProps<Row, K extends string> = Readonly<{
  caption: string
  columns: readonly Column<Row, K>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort<K>
  onSort?: (sort: Sort<K>) => void
  /** Called on Enter and on a click outside a link. The row's own link must lead to the same place. */
  onOpen?: (row: Row) => void
  density?: 'two' | 'one' | 'small'
  className?: string
  minWidth?: string
}>

/**
 * A plain table with sorting heads and rows that the arrow keys walk through: one row is a tab stop, up and down
 * move, Home and End jump, Enter opens. Scrolls in its own box when the window is narrow.
 */
export function DataTable<Row, K extends string = never>(props: DataTableProps<Row, K>) {
  const { caption, columns, rows, rowKey, sort, onSort, onOpen, density = 'two', className, minWidth } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const fixed = columns.some(({ width }) => width !== undefined)
  return (
    <div className="psr-table-box">
      <table
        className={classNames('nhsuk-table', { 'psr-table--one': density === 'one', 'psr-table--small': density === 'small', 'psr-table--fixed': fixed }, className)}
        style={{ minWidth }}
      >
        <caption className="psr-vh">{caption}</caption>
        <thead><tr>{columns.map((column) => <Head key={column.key} column={column} sort={sort} onSort={onSort} />)}</tr></thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={rowKey(row)} tabIndex={onOpen ? (index === 0 ? 0 : -1) : undefined} data-row={index}
              onClick={onOpen ? (event) => { if (!isOwnControl(event.target)) onOpen(row) } : undefined}
              onKeyDown={onOpen ? (event) => moveOrOpen(event, body.current, rows, onOpen) : undefined}
              onFocus={(event) => { event.currentTarget.dataset['here'] = '' }}
              onBlur={(event) => { delete event.currentTarget.dataset['here'] }}
            >
              {columns.map((column) => <Cell key={column.key} column={column} row={row} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head<Row, K extends string>({ column, sort, onSort }: Readonly<{ column: Column<Row, K>; sort?: Sort<K>; onSort?: (sort: Sort<K>) => void }>) {
  const style = column.width ? { width: `${column.width}rem` } : undefined
  const classes = classNames({ 'psr-num': column.number })
  const { sort: name } = column
  if (!name || !onSort) return <th scope="col" className={classes} style={style}>{column.head}</th>
  const here = sort?.by === name
  const direction = here ? (sort.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" className={classes} style={style} aria-sort={direction}>
      <button type="button" onClick={() => onSort({ by: name, descending: here ? !sort.descending : false })}>
        {column.head}{here && <Icon name={sort.descending ? 'down' : 'up'} size={14} />}
      </button>
    </th>
  )
}

function Cell<Row, K extends string>({ column, row }: Readonly<{ column: Column<Row, K>; row: Row }>) {
  const classes = classNames({ 'psr-num': column.number }, column.className) || undefined
  return column.rowHead ? <th scope="row" className={classes}>{column.cell(row)}</th> : <td className={classes}>{column.cell(row)}</td>
}

const isOwnControl = (target: EventTarget): boolean => target instanceof Element && target.closest('a, button, input, select') !== null

function moveOrOpen<Row>(event: KeyboardEvent, body: HTMLTableSectionElement | null, rows: readonly Row[], onOpen: (row: Row) => void): void {
  const here = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-row]') : null
  if (!here || !body) return
  const index = Number(here.dataset['row'])
  const row = rows[index]
  if (event.key === 'Enter' && row !== undefined && !isOwnControl(event.target)) {
    event.preventDefault()
    onOpen(row)
    return
  }
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
  const next = to === undefined ? null : body.querySelector<HTMLElement>(`tr[data-row="${to}"]`)
  if (!next) return
  event.preventDefault()
  // The tab stop goes along, so that Tab comes back to the row last looked at.
  here.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

import { Link } from 'wouter'
import type { TrailRow } from '../../../shared/contract/register.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { clockTime, longDay, numberInWords } from '../../components/format.ts'

/** Events, newest first, under the day they fell on in England. */
export function TrailTable({ rows }: Readonly<{ rows: readonly TrailRow[] }>) {
  return (
    <div className="psr-table-box" tabIndex={-1}>
      <table className="nhsuk-table psr-trail__table">
        <caption className="psr-vh">Events, newest first</caption>
        <thead>
          <tr>
            <th scope="col" className="psr-num">No.</th><th scope="col">Time</th><th scope="col">Person</th>
            <th scope="col">What happened</th><th scope="col">About</th><th scope="col">Hash</th>
          </tr>
        </thead>
        {byDay(rows).map(({ day, rows: ofDay }) => (
          <tbody key={day}>
            <tr className="psr-day"><th colSpan={6} scope="rowgroup">{longDay(day)}</th></tr>
            {ofDay.map((row) => <EventRow key={row.seq} row={row} />)}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function EventRow({ row }: Readonly<{ row: TrailRow }>) {
  return (
    <tr>
      <td className="psr-num psr-quiet">{numberInWords(row.seq)}</td>
      <td className="psr-quiet">{clockTime(row.at)}</td>
      <td className="psr-trail__who">{row.who}</td>
      <th scope="row" className="psr-trail__what"><Stressed text={row.text} emphasis={row.emphasis} /></th>
      <td className="psr-nowrap">{row.about && <Link to={row.about.link} className="psr-trail__about">{row.about.text}</Link>}</td>
      <td className="psr-mono psr-quiet" title={row.hash}>{row.hash.slice(0, 8)}</td>
    </tr>
  )
}

/** A sentence with the part that matters most in bold. */
export function Stressed({ text, emphasis }: Readonly<{ text: string; emphasis: string | null }>) {
  const at = emphasis ? text.indexOf(emphasis) : -1
  if (!emphasis || at < 0) return <>{text}</>
  return <>{text.slice(0, at)}<b>{emphasis}</b>{text.slice(at + emphasis.length)}</>
}

export function byDay(rows: readonly TrailRow[]): readonly { day: string; rows: readonly TrailRow[] }[] {
  const days: { day: string; rows: TrailRow[] }[] = []
  for (const row of rows) {
    const day = dayInEngland(row.at)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}

import { Link } from 'wouter'
import type { BoardRow } from '../../../shared/contract/follow-through.ts'
import { daysBetween, type IsoDate } from '../../../shared/domain/date.ts'
import { paths } from '../../app/paths.ts'
import { capital, countOf, dueInWords, weekdayAndDay } from '../../components/format.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { boardGroups, groupedRows, type BoardGroup } from './board-groups.ts'

type Rows = Readonly<{ rows: readonly BoardRow[]; today: IsoDate }>

/** The way that decisions take, with how many stand at each place, and under it what has to be done at each. */
export function Board({ rows, today }: Rows) {
  const { now, later } = groupedRows(rows)
  return (
    <>
      <Way now={now} />
      {now.map(([name, found]) => found.length > 0 && <Group key={name} id={name} title={boardGroups[name].title} rows={found} today={today} />)}
      {later.length > 0 && (
        <details className="psr-follow__later">
          <summary>{countOf(later.length, 'step')} {later.length === 1 ? 'waits' : 'wait'} for another step to be done first</summary>
          <Group id="later" title="Comes after" rows={later} today={today} />
        </details>
      )}
    </>
  )
}

function Way({ now }: Readonly<{ now: readonly (readonly [BoardGroup, readonly BoardRow[]])[] }>) {
  return (
    <nav aria-label="Places on the way" className="psr-way">
      <ol>
        {now.map(([name, rows]) => {
          const late = rows.filter((row) => row.late).length
          const cell = <><b>{rows.length}</b> <span>{boardGroups[name].title}</span>{late > 0 && <small className="psr-bad"><Icon name="bad" size={14} />{late} late</small>}</>
          return <li key={name}>{rows.length === 0 ? <span className="psr-way__cell">{cell}</span> : <a className="psr-way__cell" href={`#${name}`} onClick={(event) => { event.preventDefault(); goTo(name) }}>{cell}</a>}</li>
        })}
      </ol>
    </nav>
  )
}

function goTo(id: string): void {
  const part = document.getElementById(id)
  part?.scrollIntoView({ block: 'start' })
  part?.focus({ preventScroll: true })
}

function Group({ id, title, rows, today }: Rows & Readonly<{ id: string; title: string }>) {
  return (
    <section className="psr-follow" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <div className="psr-ruled"><h2 id={`${id}-title`}>{title} <span>{rows.length}</span></h2></div>
      <ul>{rows.map((row) => <li key={`${row.decision}${row.what}`}><Line row={row} today={today} /></li>)}</ul>
    </section>
  )
}

function Line({ row, today }: Readonly<{ row: BoardRow; today: IsoDate }>) {
  const { icon, tone, said } = lookOf(row, today)
  return (
    <Link to={`${paths.decide(row.decision)}#carrying-out`} className="psr-follow__line">
      <span className={tone}><Icon name={icon} /><span className="psr-vh">{said}: </span></span>
      <span className="psr-follow__what"><b>{row.task}</b><small>{row.title}, {row.ref} about {row.entry.ref}</small></span>
      <span className="psr-follow__who"><Who row={row} /></span>
      <Due row={row} today={today} />
    </Link>
  )
}

function Who({ row: { owner, what, mayCheck } }: Readonly<{ row: BoardRow }>) {
  const elsewhere = what === 'checked' && !mayCheck && <small>Not by you: you did a step</small>
  if (owner === null) return <><b className="psr-warn">Nobody yet</b>{elsewhere}</>
  return owner.active ? <>{owner.name}{elsewhere}</> : <><b className="psr-warn">Nobody now</b><small>{owner.name} has left</small></>
}

const soonDays = 14

function lookOf({ late, waits, due }: BoardRow, today: IsoDate): { icon: IconName; tone: string; said: string } {
  if (late) return { icon: 'bad', tone: 'psr-bad', said: 'Late' }
  if (waits) return { icon: 'unsure', tone: 'psr-quiet', said: 'Waits for another step' }
  return daysBetween(today, due) <= soonDays ? { icon: 'warn', tone: 'psr-warn', said: 'Soon' } : { icon: 'clock', tone: 'psr-quiet', said: 'In time' }
}

/** A late day says first by how much, one to come says first when. */
function Due({ row: { due, late }, today }: Readonly<{ row: BoardRow; today: IsoDate }>) {
  const day = weekdayAndDay(due, today)
  const left = capital(dueInWords(due, today))
  const [first, second] = late || due === today ? [left, day] : [day, dueInWords(due, today)]
  return <span className={late ? 'psr-follow__when psr-bad' : 'psr-follow__when'}><b>{first}</b><small>{second}</small></span>
}

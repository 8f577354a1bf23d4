import { useState } from 'react'
import { Link } from 'wouter'
import type { Home } from '../../../shared/contract/register.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { paths } from '../../app/paths.ts'
import { TextButton } from '../../components/button.tsx'
import { capital, dueInWords, isOver, weekdayAndDay } from '../../components/format.ts'
import { Icon, type IconName } from '../../components/icon.tsx'

type Group = Home['groups'][number]
type Line = Group['lines'][number]
const shownAtFirst = { 'follow-through': 3, 'sign-off': 2, drafts: 2, letters: 3, dates: 3, gaps: 3 } as const satisfies Record<Group['group'], number>

/** What to act on, the most pressing first, each with its owner and its date. */
export function Attention({ groups, today, empty }: Readonly<{ groups: readonly Group[]; today: IsoDate; empty: boolean }>) {
  const some = groups.filter(({ lines }) => lines.length > 0)
  if (some.length > 0) return <>{some.map((group) => <AttentionGroup key={group.group} group={group} today={today} />)}</>
  if (empty) return null
  return (
    <p className="psr-row psr-row--top psr-att__none">
      <span className="psr-ok"><Icon name="ok" size={20} /></span>
      <span><b>Nothing is waiting.</b> No statement to answer, no date close, no gap in the register.</span>
    </p>
  )
}

function AttentionGroup({ group, today }: Readonly<{ group: Group; today: IsoDate }>) {
  const [all, setAll] = useState(false)
  const lines = all ? group.lines : group.lines.slice(0, shownAtFirst[group.group])
  const more = group.lines.length - lines.length
  return (
    <section className="psr-att">
      <div className="psr-ruled">
        <h2>{group.title} <span>{group.count}</span></h2>
        {(more > 0 || all) && <TextButton aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Fewer' : `${more} more`}</TextButton>}
      </div>
      <ul>{lines.map((line) => <li key={`${line.link}${line.title}${line.about}`}><AttentionLine line={line} today={today} /></li>)}</ul>
    </section>
  )
}

const looks = {
  late: { icon: 'bad', className: 'psr-bad', said: 'Late' },
  soon: { icon: 'warn', className: 'psr-warn', said: 'Soon' },
  note: { icon: 'info', className: 'psr-quiet', said: 'For information' },
} as const satisfies Record<Line['urgency'], { icon: IconName; className: string; said: string }>

function AttentionLine({ line, today }: Readonly<{ line: Line; today: IsoDate }>) {
  const { icon, className, said } = looks[line.urgency]
  const cells = (
    <>
      <span className={className}><Icon name={icon} /><span className="psr-vh">{said}: </span></span>
      <span className="psr-att__what"><b>{line.title}</b><small>{line.about}</small></span>
      <span className="psr-att__who">{line.who}</span>
      <DueDate on={line.on} today={today} />
    </>
  )
  // A line that would lead to where the person already is only tells.
  if (line.link === paths.home) return <div className="psr-att__line">{cells}</div>
  return <Link to={line.link} className="psr-att__line">{cells}</Link>
}

/** A late date says first by how much; one to come says first when. */
function DueDate({ on, today }: Readonly<{ on: IsoDate | null; today: IsoDate }>) {
  if (on === null) return <span className="psr-att__when"><b>No date</b></span>
  const due = capital(dueInWords(on, today))
  if (isOver(on, today)) return <span className="psr-att__when psr-bad"><b>{due}</b><small>{weekdayAndDay(on, today)}</small></span>
  if (on === today) return <span className="psr-att__when"><b>{due}</b><small>{weekdayAndDay(on, today)}</small></span>
  return <span className="psr-att__when"><b>{weekdayAndDay(on, today)}</b><small>{dueInWords(on, today)}</small></span>
}

import type { PositionPage } from '../../../shared/contract/positions.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import type { PositionSubject } from '../../../shared/domain/position.ts'
import { positionSubjectWords } from '../../../shared/domain/words.ts'
import { countOf, dayMonthYear } from '../../components/format.ts'
import { Timeline } from '../../components/panel.tsx'
import { PositionRow } from './position-row.tsx'
import { rowsOf } from './position-words.ts'

/** One subject through time: each dated row with its sources, newest first, and what was ever changed about them. */
export function SubjectRows({ page, subject }: Readonly<{ page: PositionPage; subject: PositionSubject }>) {
  const rows = rowsOf(page, subject)
  return (
    <section aria-labelledby="subject-title">
      <div className="psr-ruled"><h2 id="subject-title">{positionSubjectWords[subject]} <span>{countOf(rows.length, 'dated row')}</span></h2></div>
      {rows.length === 0
        ? <p className="psr-quiet psr-pos__none">Nothing is recorded about it, so nothing can be said about any day.</p>
        : <ol className="psr-pos__rows">{rows.map((row) => <li key={row.id}><PositionRow row={row} page={page} /></li>)}</ol>}
      <History page={page} subject={subject} />
    </section>
  )
}

const icons = { 'positions.loaded': 'bring', 'position.recorded': 'edit', 'position.retired': 'struck' } as const satisfies Record<string, string>

function History({ page, subject }: Readonly<{ page: PositionPage; subject: PositionSubject }>) {
  const lines = page.history.filter(({ subjects }) => subjects.includes(subject))
  if (lines.length === 0) return null
  return (
    <details className="psr-pos__history">
      <summary>What was changed, by whom and why ({lines.length})</summary>
      <Timeline items={lines.map(({ seq, at, who, text, type, changes }) => ({
        key: String(seq), on: dayMonthYear(dayInEngland(at)), dateTime: at, icon: Object.hasOwn(icons, type) ? icons[type as keyof typeof icons] : 'edit', what: text,
        more: <>{who}{changes?.map(({ label, from, to }) => <span key={label} className="psr-pos__change"><b>{label}:</b> {from} → {to}</span>)}</>,
      }))} />
    </details>
  )
}

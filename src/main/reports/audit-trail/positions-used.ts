import type { Position } from '../../../shared/domain/position.ts'
import { canonical } from '../../../shared/trail/canonical.ts'
import { legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { positionSubjectWords } from '../../../shared/domain/words/position.ts'
import { heading, paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { counted } from '../page/numbers.ts'
import { space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { table, type Row } from '../page/table.ts'
import { shortDate } from '../page/times.ts'
import { positionFinding, positionSources, withSources } from './decision-grounds.ts'
import type { AuditTrail } from './input.ts'
import { asAtDay } from './sections.ts'

/** The positions that decisions relied on, as they were then, and those that hold on the date. */
export function positionsUsed(sheet: Sheet, audit: AuditTrail): void {
  const relied = reliedOn(audit)
  const now = audit.whole ? inForce(audit) : []
  paragraph(sheet, 'Each has its source and the day it was checked. Sources that disagree stand one under the other. What a position says was copied into each decision as it was then.', styles.quiet)
  heading(sheet, 'H2', 'Relied on in decisions', 'section')
  if (relied.size === 0) paragraph(sheet, 'No decision here relied on a position.', styles.quiet)
  else positionTable(sheet, [...relied.values()].flatMap(({ position, refs }) => rowsOf(position, refs)))
  if (!audit.whole) return
  heading(sheet, 'H2', `In force on ${asAtDay(audit)}`, 'section')
  if (now.length === 0) return paragraph(sheet, 'No position is recorded for that day.', styles.quiet)
  const version = audit.register.head?.positionsVersion
  if (version) paragraph(sheet, `Version ${version}, ${counted(audit.register.head?.positions.length ?? 0)} positions in all.`, styles.small)
  space(sheet, mm(2))
  positionTable(sheet, now.flatMap((position) => rowsOf(position, [])))
}

function positionTable(sheet: Sheet, rows: readonly Row[]): void {
  table(sheet, [{ head: 'About', width: mm(38), namesRow: true }, { head: 'Position', width: mm(38) }, { head: 'What it says, and who says so' }], rows)
}

function rowsOf(position: Position, refs: readonly string[]): Row[] {
  const { subject, from, to, appliesToForce, perPractice } = position
  const time = from ? `${shortDate(from)} to ${to ? shortDate(to) : 'no end known'}` : to ? `Until ${shortDate(to)}` : 'At any time'
  const forces = appliesToForce.map((force) => legalForceWords[force]).join(', ')
  const about = [
    { text: positionSubjectWords[subject], style: styles.tableStrong }, { text: time, style: styles.small },
    ...(forces ? [{ text: `Where it exists by: ${forces}`, style: styles.small }] : []),
    ...(perPractice ? [{ text: 'May bind this practice later', style: styles.small }] : []),
    ...(refs.length > 0 ? [{ text: `In ${refs.join(', ')}`, style: styles.small }] : []),
  ]
  return withSources([about, positionFinding(position)], [{ text: position.text }, ...positionSources(position)])
}

function reliedOn({ register }: AuditTrail): Map<string, { position: Position; refs: string[] }> {
  const relied = new Map<string, { position: Position; refs: string[] }>()
  for (const { ref, statements } of [...register.decisions.values()].toSorted((a, b) => a.ref.localeCompare(b.ref))) {
    for (const { statement } of statements) {
      const { position } = statement.grounds
      if (!position) continue
      const same = relied.get(canonical(position)) ?? { position, refs: [] }
      if (!same.refs.includes(ref)) same.refs.push(ref)
      relied.set(canonical(position), same)
    }
  }
  return relied
}

function inForce({ register, asAt }: AuditTrail): Position[] {
  const day = asAt.slice(0, 10)
  return (register.head?.positions ?? []).filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
}

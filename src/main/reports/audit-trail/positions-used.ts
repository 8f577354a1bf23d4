import { dateInWords } from '../../../shared/domain/words/date.ts'
import { legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { positionSubjectWords } from '../../../shared/domain/words/position.ts'
import { heading, paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { counted } from '../page/numbers.ts'
import { space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { startHeight, table, type Column, type Passage, type Row } from '../page/table.ts'
import { positionFinding, positionSources, timeOf } from './decision-grounds.ts'
import type { AuditTrail } from './input.ts'
import { numberedPositions, type NumberedPosition } from './numbered-positions.ts'
import { asAtDay } from './sections.ts'

/** Every position there is in the events, each once: those in force, those that decisions relied on, and the others. */
export function positionsUsed(sheet: Sheet, audit: AuditTrail): void {
  const { all } = numberedPositions(audit)
  const version = audit.trail.scope.kind === 'whole' ? audit.register.head?.positionsVersion : null
  paragraph(sheet, `Each has its number, its source and the days on which it was checked. Sources that disagree stand one under the other.${version ? ` The newest version is ${version}.` : ''}`, styles.quiet)
  if (all.length === 0) return paragraph(sheet, 'No position is recorded here, and no decision relied on one.', styles.quiet)
  group(sheet, `In force on ${asAtDay(audit)}`, all.filter(({ standing }) => standing === 'in-force'))
  group(sheet, 'Relied on in decisions', all.filter(({ standing }) => standing === 'relied-on'))
  group(sheet, 'Recorded, and not in force on that day', all.filter(({ standing }) => standing === 'other'))
}

const columns: readonly Column[] = [{ head: 'No., about', width: mm(38), namesRow: true }, { head: 'Position', width: mm(36) }, { head: 'What it says, and who says so' }]

function group(sheet: Sheet, title: string, positions: readonly NumberedPosition[]): void {
  const rows = positions.flatMap(rowsOf)
  const [first] = rows
  if (!first) return
  heading(sheet, 'H2', title, 'section', mm(1) + startHeight(sheet, columns, first))
  space(sheet, mm(1))
  table(sheet, columns, rows)
}

function rowsOf({ number, position, checkedOn, refs, events }: NumberedPosition): Row[] {
  const { id, subject, appliesToForce, perPractice, text } = position
  const forces = appliesToForce.map((force) => legalForceWords[force]).join(', ')
  const about: Passage[] = [
    { text: `P${number}  ${positionSubjectWords[subject]}`, style: styles.tableStrong }, small(timeOf(position, dateInWords)),
    ...(forces ? [small(`Where it exists by: ${forces}`)] : []),
    ...(perPractice ? [small('May bind this practice later')] : []),
    ...(refs.size > 0 ? [small(`In ${[...refs].join(', ')}`)] : []),
    ...(events.size > 0 ? [small(`${events.size === 1 ? 'Event' : 'Events'} ${[...events].map(counted).join(', ')}`)] : []),
  ]
  const days = [...checkedOn].toSorted().map(dateInWords).join(', ')
  const [first, ...others] = [...positionSources(position, false), { text: `Checked ${days}. Listed as ${id}`, style: styles.small }]
  // The first source stands with the text, because the cell beside them is as high as both.
  return [
    { cells: [about, positionFinding(position), [{ text }, ...(first ? [{ ...first, before: mm(1.2) }] : [])]], goesOn: others.length > 0 },
    ...others.map((source, index) => ({ cells: ['', '', source], goesOn: index < others.length - 1 })),
  ]
}

const small = (words: string): Passage => ({ text: words, style: styles.small })

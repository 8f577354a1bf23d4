import type { EntryClass } from '../../../shared/domain/class.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import type { Position } from '../../../shared/domain/position.ts'
import type { Statement } from '../../../shared/domain/statement.ts'
import { classWords } from '../../../shared/domain/words/class.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { lowerFirst } from '../../../shared/domain/words/event-values.ts'
import { gateAnswerWords } from '../../../shared/domain/words/gate.ts'
import { forceSaid, legalForceLines, legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { positionCodeWords, positionSubjectWords, sourceGradeWords } from '../../../shared/domain/words/position.ts'
import type { GlyphName } from '../page/glyphs.ts'
import { mm, styles } from '../page/measures.ts'
import type { Sheet } from '../page/sheet.ts'
import { table, type Cell, type Passage, type Row } from '../page/table.ts'
import { shortDate } from '../page/times.ts'

/** What the decision rests on: what the flow is for, why it exists, the position then, and what the gate said. */
export function groundsTable(sheet: Sheet, { grounds }: Statement): void {
  table(sheet, [{ head: 'Ground', width: mm(28), namesRow: true }, { head: 'Finding', width: mm(42) }, { head: 'Source and date' }], [
    ...classRows(grounds), forceRow(grounds), ...(grounds.position ? positionRows(grounds.position) : []), ...gateRows(grounds),
  ])
}

type Grounds = Statement['grounds']

const finding = (glyph: GlyphName, text: string): Passage => ({ text: [{ glyph }, { text }] })

function classRows({ class: of, purposes }: Grounds): Row[] {
  const told = purposes.map((purpose): Passage => ({
    text: `“${purpose.text}” ${classWords[purpose.class]}, ${purpose.category.replaceAll('-', ' ')}. ${purpose.why} ${confirmed(purpose)}`,
  }))
  return withSources(['What it is for', finding(`class-${of}`, wholeClass[of])], told.length > 0 ? told : [{ text: 'No purpose is recorded.' }])
}

/** Each source stands in a row of its own, so that a long list of them does not have to stay on one page. */
export function withSources(cells: readonly [Cell, Cell], sources: readonly Passage[]): Row[] {
  return sources.map((source, index) => ({ cells: index === 0 ? [...cells, source] : ['', '', source], goesOn: index < sources.length - 1 }))
}

const wholeClass = Object.freeze({ ...classWords, 'secondary-use': 'Exclusively secondary use' } as const satisfies Record<EntryClass, string>)

function confirmed({ confirmedBy, ruleSet }: Grounds['purposes'][number]): string {
  const rules = ruleSet ? `Rules ${ruleSet}` : 'Typed by hand'
  return confirmedBy ? `${rules}, confirmed by ${confirmedBy}.` : `${rules}, not confirmed.`
}

function forceRow({ force }: Grounds): Row {
  const checked = force.checkedOn ? ` ${forceSaid(force.force)} ${dateInWords(force.checkedOn)}${force.checkedBy ? ` by ${force.checkedBy}` : ''}.` : ''
  const reference = force.reference ? sentence(force.reference) : legalForceLines[force.force]
  return { cells: ['Why it exists', finding(`force-${force.force}`, legalForceWords[force.force]), reference + checked] }
}

const small = (text: string): Passage => ({ text, style: styles.small })

function positionRows(position: Position): Row[] {
  const { id, subject, appliesToForce, perPractice } = position
  return withSources(
    [[{ text: 'Position then' }, small(positionSubjectWords[subject])], positionFinding(position)],
    [{ text: position.text }, ...positionSources(position), small([
      `${timeOf(position, dateInWords)}.`,
      appliesToForce.length > 0 ? `Where it exists by: ${appliesToForce.map((force) => legalForceWords[force]).join(', ')}.` : '',
      perPractice ? 'May bind this practice later.' : '', id,
    ].filter(Boolean).join(' '))],
  )
}

/** "28 Jun 2024 to 30 Sep 2025" */
export function timeOf({ from, to }: Position, inWords: (date: IsoDate) => string = shortDate): string {
  if (from) return `${inWords(from)} to ${to ? inWords(to) : 'no end known'}`
  return to ? `Until ${inWords(to)}` : 'At any time'
}

/** A `permitted` whose sources disagree is shown as one to check, with all of them beside it. */
export function positionFinding({ code, sourcesDiffer }: Position): Passage {
  return sourcesDiffer && code === 'permitted' ? finding('position-verify', 'Check: sources differ')
    : finding(`position-${code}`, sourcesDiffer ? `${positionCodeWords[code]}; sources differ` : positionCodeWords[code])
}

export function positionSources({ sources, checkedOn }: Position, withCheck = true): Passage[] {
  return [
    ...sources.map(({ party, says, address, grade }): Passage => ({
      text: [{ text: party, face: 'bold' }, { text: ` (${lowerFirst(sourceGradeWords[grade])}): ${says} ` }, { text: address, colour: 'quiet' }],
    })),
    ...(withCheck ? [{ text: `Checked ${dateInWords(checkedOn)}.`, style: styles.tableQuiet }] : []),
  ]
}

function gateRows({ gate }: Grounds): Row[] {
  const reasons = gate.reasons.map(({ text, source }): Passage => ({ text: [{ text: `${sentence(text)} ` }, ...(source ? [{ text: source, colour: 'quiet' as const }] : [])] }))
  return withSources(['What may be done', finding(`gate-${gate.answer}`, gateAnswerWords[gate.answer])], [{ text: `Judged for ${dateInWords(gate.judgedFor)}.` }, ...reasons])
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

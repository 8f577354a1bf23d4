import { eventAbout, eventSentence, type EventSentence } from '../../../shared/domain/words/event-sentence.ts'
import { lowerFirst } from '../../../shared/domain/words/event-values.ts'
import { roleWords } from '../../../shared/domain/words/role.ts'
import type { TrailEvent } from '../../../shared/trail/event.ts'
import { paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { counted, grouped } from '../page/numbers.ts'
import { space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { openTable, type Passage, type Row } from '../page/table.ts'
import { dayInFull } from '../page/times.ts'
import type { Span } from '../page/typeset.ts'
import { eventDetails, type Detail } from './event-details.ts'
import type { AuditTrail, PrintedEvent } from './input.ts'

const columns = [
  { head: 'No.', width: mm(12), namesRow: true }, { head: 'Time, UTC', width: mm(22) }, { head: 'Person', width: mm(34) },
  { head: 'What happened' }, { head: 'About', width: mm(19) }, { head: 'Hash', width: mm(15) },
] as const
/** Details start under the person, so that they have room and their number stands out. */
const detailsFrom = 2
const pauseEvery = 100

/** @param pause is called now and then with how many are written; it may throw to stop the work. */
export async function eventsInOrder(sheet: Sheet, audit: AuditTrail, pause: (written: number) => Promise<void>): Promise<void> {
  paragraph(sheet, introduction(audit), styles.quiet)
  if (audit.events.length === 0) return
  space(sheet, mm(4))
  const table = openTable(sheet, columns, { gap: mm(2), padding: mm(1.1) })
  const fixedInFull = statementsPrinted(audit)
  let lastDay = ''
  let lastAt = ''
  for (const [index, printed] of audit.events.entries()) {
    if (index % pauseEvery === 0) await pause(index)
    if (printed.known) {
      const { at } = printed.event
      const day = at.slice(0, 10)
      if (day !== lastDay) table.band(dayInFull(at))
      table.row(knownRow(printed.event, printed.hash, audit, at < lastAt, fixedInFull))
      lastDay = day
      lastAt = at
    } else table.row(unknownRow(printed))
  }
  table.end()
}

function introduction({ whole, events, trail }: AuditTrail): string {
  const all = counted(trail.head.seq)
  const count = whole ? `${all} ${trail.head.seq === 1 ? 'event' : 'events'}` : `${counted(events.length)} of the ${all} events of the trail`
  return `${count}, oldest first. Each is tied to the one before it; the first eight digits of its hash stand at the right. All that was recorded is printed.`
}

/** Statements that stand in full on their decision's own page; only those that were voided are printed here. */
function statementsPrinted({ register }: AuditTrail): ReadonlySet<string> {
  return new Set([...register.decisions.values()].flatMap(({ statements }) => {
    const last = statements.at(-1)
    return last?.voided === null ? [last.hash] : []
  }))
}

function knownRow(event: TrailEvent, hash: string, audit: AuditTrail, clockWentBack: boolean, fixedInFull: ReadonlySet<string>): Row {
  const { names } = audit
  const role = event.actor.role === 'system' ? 'the app itself' : lowerFirst(roleWords[event.actor.role])
  const [time, milliseconds] = [event.at.slice(11, 19), event.at.slice(19, 23)]
  const flag: Passage[] = clockWentBack ? [{ text: 'The computer’s clock had gone back.', style: { ...styles.small, colour: 'warning' } }] : []
  const sentence = eventSentence(event, names)
  const passages = detailPassages(notYetTold(sentence, detailsOf(event, audit, fixedInFull)))
  return {
    cells: [
      { text: counted(event.seq), style: styles.tableQuiet },
      { text: [{ text: time }, { text: milliseconds, colour: 'quiet' }] },
      [{ text: event.actor.name }, ...(sameWords(event.actor.name, role) ? [] : [{ text: role, style: styles.small }])],
      [{ text: stressedSpans(sentence) }, ...flag],
      eventAbout(event, names),
      { text: hash.slice(0, 8), style: styles.tableHash },
    ],
    ...(passages.length > 0 ? { beneath: { from: detailsFrom, passages } } : {}),
  }
}

function detailsOf(event: TrailEvent, { names }: AuditTrail, fixedInFull: ReadonlySet<string>): Detail[] {
  if (event.type === 'decision.fixed' && fixedInFull.has(event.data.statementHash)) {
    return [...eventDetails(event.data, names, ['statement', 'entry']), { group: '', label: 'Text', value: `printed in full under decision ${event.data.statement.decision.ref}` }]
  }
  return eventDetails(event.data, names)
}

function unknownRow(printed: Extract<PrintedEvent, { known: false }>): Row {
  return {
    cells: [printed.seq === null ? '?' : counted(printed.seq), '', '', `An event this version of the app does not know: ${printed.type}`, '', { text: printed.hash.slice(0, 8), style: styles.tableHash }],
    beneath: { from: detailsFrom, passages: [{ text: JSON.stringify(printed.raw), style: styles.small }] },
  }
}

function stressedSpans({ text, emphasis }: EventSentence): Span[] {
  const at = emphasis === undefined ? -1 : text.indexOf(emphasis)
  if (emphasis === undefined || at < 0) return [{ text }]
  return [{ text: text.slice(0, at) }, { text: emphasis, face: 'bold' as const }, { text: text.slice(at + emphasis.length) }].filter((span) => span.text !== '')
}

/** What the sentence tells in full, and a long text that stands above already, need not be told twice. */
function notYetTold({ text }: EventSentence, details: readonly Detail[]): Detail[] {
  const told = new Set<string>()
  return details.filter(({ label, from, value, group }) => {
    if (from !== undefined) return !text.startsWith(`${label}: ${from} → ${value}`)
    const again = value.length > 20 && (told.has(value) || (group === '' && text.includes(value)))
    told.add(value)
    return !again
  })
}

/** Short values run on in one line with dots between; a long one has its own. */
function detailPassages(details: readonly Detail[]): Passage[] {
  const passages: Passage[] = []
  let line: Span[] = []
  let group = ''
  const close = () => {
    if (line.length > 0) passages.push({ text: line, style: styles.small, before: passages.length === 0 ? 2 : 0 })
    line = []
  }
  for (const detail of details) {
    const long = detail.hash === true || detail.value.length + (detail.from?.length ?? 0) > 70 || detail.value.includes('\n')
    if (long || detail.group !== group) close()
    if (detail.group !== group) {
      group = detail.group
      if (group) line.push({ text: `${group}  `, face: 'bold' })
    } else if (line.length > 0) line.push({ text: '  ·  ' })
    line.push(...detailSpans(detail))
    if (long) close()
  }
  close()
  return passages
}

function detailSpans({ label, value, from, hash }: Detail): Span[] {
  const shown: Span = hash ? { text: /^[0-9a-f]+$/.test(value) ? grouped(value) : value, face: 'mono', colour: 'ink' } : { text: value, colour: 'ink' }
  const before: Span[] = from === undefined ? [] : [{ text: from }, { text: ' → ' }]
  return [{ text: `${label}: ` }, ...before, shown]
}

const sameWords = (name: string, role: string): boolean => name.toLowerCase() === role.toLowerCase()

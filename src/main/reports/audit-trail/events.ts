import { eventAbout, eventSentence, type EventSentence } from '../../../shared/domain/words/event-sentence.ts'
import { lowerFirst } from '../../../shared/domain/words/event-values.ts'
import { roleWords } from '../../../shared/domain/words/role.ts'
import type { TrailEvent } from '../../../shared/trail/event.ts'
import type { Progress } from '../document/write-document.ts'
import { paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { counted } from '../page/numbers.ts'
import { space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { openTable, type Passage, type Row } from '../page/table.ts'
import { dayInFull } from '../page/times.ts'
import type { Span } from '../page/typeset.ts'
import { detailPassages } from './detail-passages.ts'
import { detailsBeside } from './details-beside.ts'
import type { AuditTrail, PrintedEvent } from './input.ts'
import { numberedPositions } from './numbered-positions.ts'
import { printedElsewhere } from './printed-elsewhere.ts'

const columns = [
  { head: 'No.', width: mm(11), namesRow: true }, { head: 'Time, UTC', width: mm(20.5) }, { head: 'Person', width: mm(30.5) },
  { head: 'What happened' }, { head: 'About', width: mm(16.5) }, { head: 'Hash', width: mm(14.5) },
] as const
/** Details start under the time, so that they have room and their number stands out. */
const detailsFrom = 1
const pauseEvery = 100

export async function eventsInOrder(sheet: Sheet, audit: AuditTrail, events: readonly PrintedEvent[], progress: Progress): Promise<void> {
  paragraph(sheet, introduction(audit, events.length), styles.quiet)
  if (events.length === 0) return
  space(sheet, mm(4))
  const table = openTable(sheet, columns, { gap: mm(2), padding: mm(0.85) })
  const page: Page = { audit, elsewhere: printedElsewhere(audit), positions: numberedPositions(audit), printed: [], roles: new Map() }
  let lastDay = ''
  let lastAt = ''
  for (const [index, printed] of events.entries()) {
    if (index % pauseEvery === 0) await progress(index / events.length)
    if (printed.known) {
      const { at } = printed.event
      const day = at.slice(0, 10)
      if (day !== lastDay) table.band(dayInFull(at))
      table.row(knownRow(printed.event, printed.hash, page, at < lastAt))
      lastDay = day
      lastAt = at
    } else table.row(unknownRow(printed))
  }
  table.end()
}

type Page = Readonly<{
  audit: AuditTrail
  elsewhere: ReturnType<typeof printedElsewhere>
  positions: ReturnType<typeof numberedPositions>
  printed: string[]
  /** The role last printed beside each person. */
  roles: Map<string, string>
}>

function introduction({ whole, trail, events: attached }: AuditTrail, events: number): string {
  const all = counted(trail.head.seq)
  const count = whole ? `${all} ${trail.head.seq === 1 ? 'event' : 'events'}` : `${counted(events)} of the ${all} events of the trail`
  const others = attached.length === events ? '' : ` The attached trail holds ${counted(attached.length - events)} more.`
  return `${count}, oldest first. Each is tied to the one before it; the first eight digits of its hash stand at the right. All that they recorded is printed: here, or where it says.${others}`
}

function knownRow(event: TrailEvent, hash: string, page: Page, clockWentBack: boolean): Row {
  const { names } = page.audit
  const [time, milliseconds] = [event.at.slice(11, 19), event.at.slice(19, 23)]
  const flag: Passage[] = clockWentBack ? [{ text: 'The computer’s clock had gone back.', style: { ...styles.small, colour: 'warning' } }] : []
  const sentence = inTwoLines(event, eventSentence(event, names))
  const passages = detailPassages(detailsBeside(event, sentence, page))
  return {
    cells: [
      { text: counted(event.seq), style: styles.tableQuiet },
      { text: [{ text: time }, { text: milliseconds, colour: 'quiet' }] },
      { text: [{ text: event.actor.name }, ...roleOf(event, page)] },
      [{ text: stressedSpans(sentence) }, ...flag],
      eventAbout(event, names),
      { text: hash.slice(0, 8), style: styles.tableHash },
    ],
    ...(passages.length > 0 ? { beneath: { from: detailsFrom, passages } } : {}),
  }
}

/** Told with the first event of a person, and again when it is another one; never where the name says it. */
function roleOf({ actor }: TrailEvent, { roles }: Page): Span[] {
  const role = actor.role === 'system' ? 'the app itself' : lowerFirst(roleWords[actor.role])
  if (roles.get(actor.id) === role) return []
  roles.set(actor.id, role)
  return actor.name.toLowerCase() === role.toLowerCase() ? [] : [{ text: `, ${role}`, colour: 'quiet' }]
}

function unknownRow(printed: Extract<PrintedEvent, { known: false }>): Row {
  return {
    cells: [printed.seq === null ? '?' : counted(printed.seq), '', '', `An event this version of the app does not know: ${printed.type}`, '', { text: printed.hash.slice(0, 8), style: styles.tableHash }],
    beneath: { from: detailsFrom, passages: [{ text: JSON.stringify(printed.raw), style: styles.small }] },
  }
}

/** A purpose is known by its beginning: its whole wording stands with the clause it comes from, or beneath. */
function inTwoLines({ type }: TrailEvent, sentence: EventSentence): EventSentence {
  const most = 84
  if (!type.startsWith('purpose.') || sentence.text.length <= most) return sentence
  const cut = sentence.text.slice(0, most).toWellFormed()
  return { ...sentence, text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 15)).trimEnd()}…` }
}

function stressedSpans({ text, emphasis }: EventSentence): Span[] {
  const at = emphasis === undefined ? -1 : text.indexOf(emphasis)
  if (emphasis === undefined || at < 0) return [{ text }]
  return [{ text: text.slice(0, at) }, { text: emphasis, face: 'bold' as const }, { text: text.slice(at + emphasis.length) }].filter((span) => span.text !== '')
}

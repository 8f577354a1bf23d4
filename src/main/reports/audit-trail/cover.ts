import { classWords } from '../../../shared/domain/words/class.ts'
import { entryClasses } from '../../../shared/domain/class.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { heading, paragraph, sideBySide, tintBox } from '../page/blocks.ts'
import { stackedBars, type Bar, type Series } from '../page/chart.ts'
import { contents, type Contents } from '../page/contents.ts'
import { bodyWidth, hairline, mm, paper, rule, styles } from '../page/measures.ts'
import { countOf, counted } from '../page/numbers.ts'
import { ruleLine } from '../page/shapes.ts'
import { decorate, draw, inside, linesAt, space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { table } from '../page/table.ts'
import { instantInWords } from '../page/times.ts'
import { wrap } from '../page/typeset.ts'
import type { Counts } from './counts.ts'
import { headBoxAtFoot, headBoxHeight } from './head-box.ts'
import type { AuditTrail } from './input.ts'
import { asAtDay, asAtInWords, scopeInWords } from './sections.ts'

const series: readonly Series[] = [
  { key: 'law', label: legalForceWords.law, glyph: 'force-law', look: 'law' },
  { key: 'core', label: legalForceWords['core-contract'], glyph: 'force-core-contract', look: 'core' },
  { key: 'scheme', label: 'DES or LES', glyph: 'force-des', look: 'scheme' },
  { key: 'voluntary', label: legalForceWords.voluntary, glyph: 'force-voluntary', look: 'voluntary' },
  { key: 'unknown', label: legalForceWords.unknown, glyph: 'force-unknown', look: 'dashed' },
]

/** First page: what this is, of when and of what; the register in numbers; what is missing; where to find what. */
export function cover(sheet: Sheet, audit: AuditTrail, counts: Counts, titles: readonly string[]): Contents {
  coverTitle(sheet, audit, 'Audit trail')
  sheet.y += mm(9)
  figures(sheet, audit, counts)
  if (counts.entries > 1 || audit.trail.scope.kind === 'whole') {
    heading(sheet, 'H2', 'Entries by class and legal force', 'section')
    classByForce(sheet, counts)
  }
  const rows = Math.floor((paper.bodyBottom - headBoxHeight - mm(5) - sheet.y - 45) / 19)
  let list: Contents | null = null
  sideBySide(sheet, [
    (column) => {
      heading(column, 'H2', 'What is missing', 'section')
      missing(column, counts, Math.max(3, rows))
    },
    (column) => {
      heading(column, 'H2', 'What is in here', 'section')
      list = contents(column, titles)
    },
  ])
  headBoxAtFoot(sheet, audit)
  if (!list) throw new Error('The cover has no list of contents')
  return list
}

/** What the document is, whose, of when and of how much of the trail; then whether the check before printing passed. */
export function coverTitle(sheet: Sheet, audit: AuditTrail, name: string): void {
  const { id, practice, ods } = audit.trail.register
  sheet.y += mm(10)
  paragraph(sheet, 'Practice Sharing Register', styles.kicker)
  sheet.y += mm(1)
  paragraph(sheet, name, styles.title, 'H1')
  sheet.y += mm(1.5)
  paragraph(sheet, `${practice} (${ods})`, styles.subtitle)
  const began = audit.register.head?.id === id ? `, from ${dateInWords(audit.register.head.createdAt.slice(0, 10))}` : ''
  paragraph(sheet, `As at ${asAtInWords(audit)}. ${scopeInWords(audit)}${audit.trail.scope.kind === 'whole' ? began : ''}.`, styles.quiet)
  if (!audit.whole) onlyAPart(sheet, audit)
  if (audit.check.verdict !== 'matches') whatTheCheckSaid(sheet, audit)
}

/** A document that holds a part of the trail says so before anything else, with the count of the whole. */
function onlyAPart(sheet: Sheet, audit: AuditTrail): void {
  sheet.y += mm(4)
  const of = counted(audit.trail.head.seq)
  const { title, text } = whatPart(audit)
  tintBox(sheet, (box) => {
    paragraph(box, [
      { text: `${title} `, face: 'bold' },
      { text: `${text} The hashes of all ${of} are attached, so that each event here can be placed among them.` },
    ])
  }, [mm(4), mm(3)])
}

function whatPart(audit: AuditTrail): { title: string; text: string } {
  const { kind, asAt } = audit.trail.scope
  const of = counted(audit.trail.head.seq)
  const past = asAt === undefined ? '' : `, as it was at the end of ${asAtDay(audit)}`
  const holds = `It holds ${counted(audit.events.length)} of the ${of} events of the trail`
  switch (kind) {
    case 'whole': return { title: `This is the register as it was at the end of ${asAtDay(audit)}.`, text: `${holds}: those up to that day. It was made on ${instantInWords(audit.madeAt)}, and the register has gone on since.` }
    case 'period': {
      const own = audit.events.filter(audit.isAskedFor).length
      const before = audit.events.length - own
      return { title: `This is a part: ${scopeInWords(audit)}.`, text: `${holds}: ${counted(own)} of these days${before > 0 ? `, and ${counted(before)} from before that explain them` : ''}.` }
    }
    default: return { title: `This is a part: ${scopeInWords(audit).replace(/^One/, 'one')}${past}.`, text: `${holds}.` }
  }
}

function whatTheCheckSaid(sheet: Sheet, audit: AuditTrail): void {
  sheet.y += mm(3)
  const colour = audit.check.verdict === 'changed' ? 'bad' : 'warning'
  paragraph(sheet, [{ glyph: `verdict-${audit.check.verdict}` }, { text: `The check before printing did not pass. ${audit.check.summary}`, face: 'bold', colour }])
}

/** Five numbers between two lines. A zero is grey. */
function figures(sheet: Sheet, audit: AuditTrail, counts: Counts): void {
  const all: readonly (readonly [number, string])[] = [
    [counts.entries, counts.entries === 1 ? 'entry' : 'entries'],
    [counts.decisions, counts.decisions === 1 ? 'decision' : 'decisions'],
    [counts.signatures, counts.signatures === 1 ? 'signature' : 'signatures'],
    [audit.events.length, audit.whole ? 'events' : `of ${countOf(audit.trail.head.seq, 'event', 'events')}`],
    [counts.gaps, counts.gaps === 0 ? 'gaps' : `${counts.gaps === 1 ? 'gap' : 'gaps'} in ${countOf(counts.entriesWithGaps, 'entry', 'entries')}`],
  ]
  const step = bodyWidth / all.length
  const top = sheet.y
  decorate(sheet, ruleLine(sheet.left, top, sheet.width, rule, 'ink'))
  const label = { ...styles.tableQuiet }
  inside(sheet, 'L', () => all.forEach(([value, words], index) => inside(sheet, 'LI', () => inside(sheet, 'LBody', (owner) => {
    const figure = wrap(sheet.faces, [{ text: counted(value), colour: value === 0 ? 'quiet' : 'ink' }], styles.figure, step)
    const x = sheet.left + index * step
    draw(sheet, owner, linesAt(sheet, figure, styles.figure, x, top + mm(3)) + linesAt(sheet, wrap(sheet.faces, words, label, step), label, x, top + mm(3) + styles.figure.leading))
  }))))
  sheet.y = top + mm(6.2) + styles.figure.leading + label.leading
  decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, hairline, 'hair'))
}

export function classByForce(sheet: Sheet, counts: Counts): void {
  stackedBars(sheet, 'Entries by class and legal force', series, bars(counts))
  space(sheet, mm(2))
}

function bars({ byClassAndForce }: Counts): Bar[] {
  return entryClasses.map((of) => {
    const forces = byClassAndForce[of]
    return { label: classWords[of], glyph: `class-${of}`, values: {
      law: forces.law ?? 0, core: forces['core-contract'] ?? 0, scheme: (forces.des ?? 0) + (forces.les ?? 0),
      voluntary: forces.voluntary ?? 0, unknown: forces.unknown ?? 0,
    } }
  })
}

/** @param most rows there is room for; what does not fit is added up in the last one. */
function missing(sheet: Sheet, { missing: all }: Counts, most: number): void {
  if (all.length === 0) return paragraph(sheet, 'Nothing is missing.', styles.tableQuiet)
  const shown = all.length > most ? all.slice(0, most - 1) : all
  const others = all.slice(shown.length).reduce((sum, { count }) => sum + count, 0)
  const rows = [...shown, ...(others > 0 ? [{ title: `${all.length - shown.length} other things`, count: others }] : [])]
  table(sheet, [{ head: 'Missing', namesRow: true }, { head: 'Entries', width: mm(12), align: 'right' }],
    rows.map(({ title, count }) => ({ cells: [title, counted(count)] })), { headed: false })
}

import { dueDates } from '../../../shared/domain/due-dates.ts'
import { entryQuality } from '../../../shared/domain/entry-gaps.ts'
import { entryClassOf, entryForceOf, purposeClassOf, type EntryRecord, type PurposeRecord } from '../../../shared/domain/entry-record.ts'
import { classLines, classWords } from '../../../shared/domain/words/class.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { fieldWord } from '../../../shared/domain/words/fields.ts'
import { changedValueInWords, lowerFirst } from '../../../shared/domain/words/event-values.ts'
import { kindWords } from '../../../shared/domain/words/kind.ts'
import { legalForceLines, legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { standingWord, stateWord } from '../../../shared/domain/words/state.ts'
import { facts, heading, paragraph, type Fact } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import type { Sheet } from '../page/sheet.ts'
import { table, type Row } from '../page/table.ts'
import type { AuditTrail } from './input.ts'

/** One entry in full, for a document that is about it alone. */
export function entrySheet(sheet: Sheet, entry: EntryRecord, audit: AuditTrail): void {
  heading(sheet, 'H2', `${entry.ref}: ${entry.title}`, 'subject')
  facts(sheet, headFacts(entry, audit))
  heading(sheet, 'H3', 'What it is for', 'section')
  purposes(sheet, entry)
  heading(sheet, 'H3', 'What is recorded', 'section')
  facts(sheet, recorded(entry, audit), mm(56))
  heading(sheet, 'H3', 'What is missing', 'section')
  const { gaps } = entryQuality(entry, audit.day)
  if (gaps.length === 0) return paragraph(sheet, 'Nothing is missing.', styles.quiet)
  table(sheet, [{ head: 'Gap', width: mm(52), namesRow: true }, { head: 'Why it matters' }, { head: 'Next step', width: mm(56) }],
    gaps.map(({ title, rule, nextStep }) => ({ cells: [{ text: title, style: styles.tableStrong }, rule, nextStep] })))
}

function headFacts(entry: EntryRecord, { names }: AuditTrail): Fact[] {
  const of = entryClassOf(entry)
  const force = entryForceOf(entry)
  const due = dueDates(entry)
  const checked = entry.force ? ` Checked ${dateInWords(entry.force.checkedOn)} by ${entry.force.checkedBy}.` : ''
  return [
    ['Kind', kindWords[entry.kind].title],
    ...(entry.summary ? [['Summary', entry.summary] as const] : []),
    ['Class', [{ glyph: `class-${of}` }, { text: `${classWords[of]}. `, face: 'bold' }, { text: classLines[of] }]],
    ['Legal force', [{ glyph: `force-${force}` }, { text: `${legalForceWords[force]}. `, face: 'bold' }, { text: `${entry.force?.reference ?? legalForceLines[force]}.${checked}`.replace('..', '.') }]],
    ...(entry.force?.note ? [['Note on it', entry.force.note] as const] : []),
    ['State', stateWord(entry.kind, entry.state)],
    ['How it stands', `${standingWord(entry.kind, entry.standing.standing)}, seen on ${dateInWords(entry.standing.on)}${entry.standing.note ? `: ${entry.standing.note}` : ''}`],
    ['Owner', entry.owner ? (names.person(entry.owner) ?? entry.owner) : 'Nobody'],
    ...(entry.tags.length > 0 ? [['Tags', entry.tags.join(', ')] as const] : []),
    ...(due.length > 0 ? [['Next dates', due.map(({ on, what }) => `${dateInWords(on)} (${dueWords[what]})`).join(', ')] as const] : []),
  ]
}

const dueWords = Object.freeze({ review: 'review', 'section-251-ends': 'section 251 support ends', 'agreement-ends': 'agreement ends', 'declaration-due': 'due' } as const)

function purposes(sheet: Sheet, entry: EntryRecord): void {
  if (entry.purposes.length === 0) return paragraph(sheet, 'No purpose is recorded.', styles.quiet)
  table(sheet, [{ head: 'No.', width: mm(9) }, { head: 'Purpose as written', namesRow: true }, { head: 'Class', width: mm(32) }, { head: 'Why, and who confirmed it', width: mm(62) }],
    entry.purposes.map((purpose) => purposeRow(purpose, entry)))
}

function purposeRow(purpose: PurposeRecord, entry: EntryRecord): Row {
  const of = purposeClassOf(purpose)
  const place = entry.clauses.find(({ id }) => id === purpose.clause)?.place
  const where = place ? [place.clause && `clause ${place.clause}`, place.page && `page ${place.page}`, place.document].filter(Boolean).join(', ') : ''
  const { confirmed, checked, proposal } = purpose
  return { cells: [
    String(purpose.number),
    [{ text: `“${purpose.text}”` }, ...(where ? [{ text: where, style: styles.small }] : [])],
    [{ text: [{ glyph: `class-${of}` }, { text: classWords[of] }] }, ...(confirmed ? [{ text: confirmed.classification.category.replaceAll('-', ' '), style: styles.small }] : [])],
    [
      ...(confirmed?.classification.reason ? [{ text: confirmed.classification.reason }] : proposal ? [{ text: proposal.reason }] : []),
      { text: confirmed ? `Confirmed by ${confirmed.by.name}, ${dateInWords(confirmed.by.at.slice(0, 10))}.` : 'Not confirmed yet.', style: styles.small },
      ...(checked ? [{ text: `Checked by ${checked.by.name}, ${dateInWords(checked.by.at.slice(0, 10))}.${checked.ownCheckReason ? ` ${checked.ownCheckReason}` : ''}`, style: styles.small }] : []),
    ],
  ] }
}

/** What is filled in, field by field, and in one line what is not. */
function recorded(entry: EntryRecord, { names }: AuditTrail): Fact[] {
  const told = Object.entries(entry.fields).map(([field, value]) => ({ label: fieldWord(entry.kind, field), words: changedValueInWords(field, value, names) }))
  const empty = told.filter(({ words }) => words === 'empty').map(({ label }, index) => (index === 0 ? label : lowerFirst(label)))
  return [
    ...told.filter(({ words }) => words !== 'empty').map(({ label, words }): Fact => [label, words]),
    ...(empty.length > 0 ? [['Left empty', empty.join(', '), styles.quiet] as const] : []),
  ]
}

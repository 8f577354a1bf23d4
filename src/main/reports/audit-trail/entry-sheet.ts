import type { QualityGap } from '../../../shared/domain/quality-check.ts'
import { dueDates } from '../../../shared/domain/due-dates.ts'
import { entryQuality } from '../../../shared/domain/entry-gaps.ts'
import { entryClassOf, entryForceOf, purposeClassOf, type EntryRecord, type PurposeRecord } from '../../../shared/domain/entry-record.ts'
import { classLines, classWords } from '../../../shared/domain/words/class.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { fieldWord, fieldWords } from '../../../shared/domain/words/fields.ts'
import { changedValueInWords, lowerFirst } from '../../../shared/domain/words/event-values.ts'
import { kindWords } from '../../../shared/domain/words/kind.ts'
import { forceSaid, legalForceLines, legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { behindBothHalves, splitInWords } from '../../../shared/domain/words/split.ts'
import { standingWord, stateWord } from '../../../shared/domain/words/state.ts'
import { facts, heading, paragraph, type Fact } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { space, type Sheet } from '../page/sheet.ts'
import { table, type Passage, type Row } from '../page/table.ts'
import { evidenceList } from './evidence-list.ts'
import type { AuditTrail } from './input.ts'
import { lettersPart, reviewsPart } from './letters-part.ts'

/** One entry in full, for a document that is about it alone. */
export function entrySheet(sheet: Sheet, entry: EntryRecord, audit: AuditTrail): void {
  heading(sheet, 'H2', `${entry.ref}: ${entry.title}`, 'subject')
  entryParts(sheet, entry, audit)
}

/**
 * What stands under an entry's title: how it stands, what it is for, every field, and what is missing.
 * @param brief leaves out why each gap matters, for a document about many entries
 */
export function entryParts(sheet: Sheet, entry: EntryRecord, audit: AuditTrail, brief = false): void {
  facts(sheet, headFacts(entry, audit))
  heading(sheet, 'H3', 'What it is for', 'minor')
  space(sheet, mm(1))
  purposes(sheet, entry)
  heading(sheet, 'H3', 'What is recorded', 'minor')
  space(sheet, mm(0.6))
  inTwoColumns(sheet, recorded(entry, audit))
  if (entry.evidence.length > 0) {
    heading(sheet, 'H3', 'Evidence', 'minor')
    space(sheet, mm(1))
    evidenceList(sheet, entry.evidence)
  }
  reviewsPart(sheet, entry)
  lettersPart(sheet, entry, audit)
  heading(sheet, 'H3', 'What is missing', 'minor')
  space(sheet, mm(1))
  const { gaps } = entryQuality(entry, audit.day)
  if (gaps.length === 0) return paragraph(sheet, 'Nothing is missing.', styles.quiet)
  if (brief) return gapsInBrief(sheet, gaps)
  table(sheet, [{ head: 'Gap', width: mm(48), namesRow: true }, { head: 'Why it matters' }, { head: 'Next step', width: mm(60) }],
    gaps.map(({ title, rule, nextStep }) => ({ cells: [{ text: title, style: styles.tableStrong }, { text: rule, style: styles.tableQuiet }, nextStep] })), { padding: mm(0.9) })
}

function gapsInBrief(sheet: Sheet, gaps: readonly QualityGap[]): void {
  table(sheet, [{ head: 'Gap', width: mm(58), namesRow: true }, { head: 'Next step' }], gaps.map(({ title, nextStep }) => ({ cells: [title, nextStep] })), { headed: false, style: { ...styles.small, colour: 'ink' }, padding: mm(0.45) })
}

const label = (fact: Fact | undefined): Passage => ({ text: fact?.[0] ?? '', style: styles.tableQuiet })
const value = (fact: Fact | undefined): Passage => ({ text: fact?.[1] ?? '' })

/** Two fields in a row, in the order of the form. */
function inTwoColumns(sheet: Sheet, all: readonly Fact[]): void {
  const rows = all.flatMap((fact, index) => (index % 2 === 0 ? [[fact, all[index + 1]] as const] : []))
  table(sheet, [{ head: 'Field', width: mm(34), namesRow: true }, { head: 'Recorded' }, { head: 'Field', width: mm(34), namesRow: true }, { head: 'Recorded' }],
    rows.map(([left, right]) => ({ cells: [label(left), value(left), label(right), value(right)] })), { headed: false, padding: mm(0.7), gap: mm(3) })
}

function headFacts(entry: EntryRecord, { names }: AuditTrail): Fact[] {
  const of = entryClassOf(entry)
  const force = entryForceOf(entry)
  const due = dueDates(entry)
  const checked = entry.force ? ` ${forceSaid(force)} ${dateInWords(entry.force.checkedOn)} by ${entry.force.checkedBy}.` : ''
  return [
    ['Kind', kindWords[entry.kind].title],
    ...(entry.summary ? [['Summary', entry.summary] as const] : []),
    ['Class', [{ glyph: `class-${of}` }, { text: `${classWords[of]}. `, face: 'bold' }, { text: classLines[of] }]],
    ['Legal force', [{ glyph: `force-${force}` }, { text: `${legalForceWords[force]}. `, face: 'bold' }, { text: `${entry.force?.reference ?? legalForceLines[force]}.${checked}`.replace('..', '.') }]],
    ...(entry.force?.note ? [['Note on it', entry.force.note] as const] : []),
    ...splitFacts(entry),
    ['State', stateWord(entry.kind, entry.state)],
    ['How it stands', `${standingWord(entry.kind, entry.standing.standing)}, seen on ${dateInWords(entry.standing.on)}${entry.standing.note ? `: ${entry.standing.note}` : ''}`],
    ['Owner', entry.owner ? (names.person(entry.owner) ?? entry.owner) : 'Nobody'],
    ...(entry.tags.length > 0 ? [['Tags', entry.tags.join(', ')] as const] : []),
    ...(due.length > 0 ? [['Next dates', due.map(({ on, what }) => `${dateInWords(on)} (${dueWords[what]})`).join(', ')] as const] : []),
  ]
}

function splitFacts({ kind, splitFrom, splitInto = [] }: EntryRecord): Fact[] {
  const told = [...(splitFrom ? [splitInWords(splitFrom, 'from')] : []), ...splitInto.map((half) => splitInWords(half, 'into'))]
  return told.length === 0 ? [] : [['Split', `${told.join(' ')} ${behindBothHalves[kind]}`]]
}

const dueWords = Object.freeze({ review: 'review', 'audit-check': 'audit check of what was written', 'section-251-ends': 'section 251 support ends', 'agreement-ends': 'agreement ends', 'declaration-due': 'due', 'evidence-ends': 'evidence runs out' } as const)

function purposes(sheet: Sheet, entry: EntryRecord): void {
  if (entry.purposes.length === 0) return paragraph(sheet, 'No purpose is recorded.', styles.quiet)
  table(sheet, [{ head: 'No.', width: mm(9) }, { head: 'Purpose as written', namesRow: true }, { head: 'Class', width: mm(32) }, { head: 'Why, and who confirmed it', width: mm(62) }],
    entry.purposes.map((purpose) => purposeRow(purpose, entry)), { padding: mm(1) })
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
  // Read back from canonical text, the fields have the order of the alphabet.
  const words: Readonly<Record<string, string>> = fieldWords[entry.kind]
  const ordered = Object.entries(entry.fields).toSorted(([a], [b]) => Object.keys(words).indexOf(a) - Object.keys(words).indexOf(b))
  const told = ordered.map(([field, value]) => ({ label: fieldWord(entry.kind, field), words: changedValueInWords(field, value, names) }))
  const empty = told.filter(({ words }) => words === 'empty').map(({ label }, index) => (index === 0 ? label : lowerFirst(label)))
  return [
    ...told.filter(({ words }) => words !== 'empty').map(({ label, words }): Fact => [label, words]),
    ...(empty.length > 0 ? [['Left empty', empty.join(', '), styles.quiet] as const] : []),
  ]
}

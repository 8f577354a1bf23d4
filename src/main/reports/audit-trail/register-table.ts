import { dueDates } from '../../../shared/domain/due-dates.ts'
import { entryQuality } from '../../../shared/domain/entry-gaps.ts'
import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import { entryClassOf, entryForceOf, otherParties } from '../../../shared/domain/entry-record.ts'
import { classWords } from '../../../shared/domain/words/class.ts'
import { legalForceWords } from '../../../shared/domain/words/legal-force.ts'
import { stateWord } from '../../../shared/domain/words/state.ts'
import { paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { countOf } from '../page/numbers.ts'
import { space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { table, type Row } from '../page/table.ts'
import { shortDate } from '../page/times.ts'
import type { AuditTrail } from './input.ts'

const columns = [
  { head: 'Ref', width: mm(18), namesRow: true }, { head: 'Entry, and with whom' }, { head: 'Class', width: mm(26.5) },
  { head: 'Legal force', width: mm(25.5) }, { head: 'State, next date', width: mm(23.5) }, { head: 'Owner', width: mm(23) },
  { head: 'Gaps', width: mm(8.5), align: 'right' },
] as const

/** Every entry on one line or two, the one with the earliest date first. */
export function registerTable(sheet: Sheet, audit: AuditTrail): void {
  const entries = byNextDate([...audit.register.entries.values()])
  if (entries.length === 0) return paragraph(sheet, audit.trail.scope.kind === 'whole' ? 'There is no entry in the register yet.' : 'No entry was touched.', styles.quiet)
  paragraph(sheet, `${countOf(entries.length, 'entry', 'entries')}, by next date, earliest first. The class is what it is for; the force is why it exists.`, styles.quiet)
  space(sheet, mm(4))
  table(sheet, columns, entries.map((entry) => rowOf(entry, audit)), { gap: mm(1.5) })
  space(sheet, mm(2))
  paragraph(sheet, 'Force: four steps law, three core contract, two DES or LES, one voluntary, dashed unknown.', styles.small)
}

const nextDate = (entry: EntryRecord): string => dueDates(entry)[0]?.on ?? '9999'

export function byNextDate(entries: readonly EntryRecord[]): EntryRecord[] {
  return entries.toSorted((a, b) => nextDate(a).localeCompare(nextDate(b)) || a.ref.localeCompare(b.ref))
}

function rowOf(entry: EntryRecord, { names, day, trail }: AuditTrail): Row {
  const of = entryClassOf(entry)
  const force = entryForceOf(entry)
  const [due] = dueDates(entry)
  const gaps = entryQuality(entry, day).gaps.length
  const [first, ...others] = otherParties(entry).filter((name) => name !== trail.register.practice)
  const parties = others.length > 0 ? `${first} and ${countOf(others.length, 'other', 'others')}` : first
  return { cells: [
    { text: entry.ref, style: styles.tableQuiet },
    [{ text: entry.title, style: styles.tableStrong }, ...(parties ? [{ text: parties, style: styles.small }] : [])],
    { text: [{ glyph: `class-${of}` }, { text: classWords[of] }] },
    { text: [{ glyph: `force-${force}` }, { text: legalForceWords[force] }] },
    [{ text: stateWord(entry.kind, entry.state) }, ...(due ? [{ text: shortDate(due.on), style: styles.small }] : [])],
    entry.owner ? (names.person(entry.owner) ?? 'Not known') : { text: 'Nobody', style: styles.tableQuiet },
    gaps === 0 ? { text: '0', style: styles.tableQuiet } : { text: String(gaps), style: styles.tableStrong },
  ] }
}

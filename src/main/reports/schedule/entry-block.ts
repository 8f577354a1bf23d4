import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import { entryParts } from '../audit-trail/entry-sheet.ts'
import { howItStands, titleOf } from '../audit-trail/decisions.ts'
import type { AuditTrail } from '../audit-trail/input.ts'
import { bookmark, heading } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { need, space, type Sheet } from '../page/sheet.ts'
import { table } from '../page/table.ts'

/** One entry: all its fields, its purposes and clauses, its decisions, what is missing and what is due. */
export function entryBlock(sheet: Sheet, entry: EntryRecord, audit: AuditTrail, first: boolean): void {
  space(sheet, first ? mm(5) : mm(10))
  need(sheet, 190)
  bookmark(sheet, `${entry.ref}: ${entry.title}`, 'part')
  heading(sheet, 'H2', `${entry.ref}: ${entry.title}`, 'subject')
  entryParts(sheet, entry, audit, true)
  const decisions = [...audit.register.decisions.values()].filter((decision) => decision.entry === entry.id).toSorted((a, b) => a.ref.localeCompare(b.ref))
  if (decisions.length === 0) return
  heading(sheet, 'H3', 'Decisions', 'minor')
  table(sheet, [{ head: 'Ref', width: mm(18), namesRow: true }, { head: 'Decision' }, { head: 'How it stands', width: mm(56) }],
    decisions.map((decision) => ({ cells: [{ text: decision.ref, style: styles.tableQuiet }, titleOf(decision, audit), howItStands(decision)] })), { headed: false, padding: mm(0.9) })
}

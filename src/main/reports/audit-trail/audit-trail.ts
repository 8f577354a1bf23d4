import { paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { space, type Sheet } from '../page/sheet.ts'
import { writeDocument, type Part, type Progress } from '../document/write-document.ts'
import { countRegister } from './counts.ts'
import { cover } from './cover.ts'
import { decisions, decisionSheet } from './decisions.ts'
import { entrySheet } from './entry-sheet.ts'
import { eventsInOrder } from './events.ts'
import { howToCheck } from './how-to-check.ts'
import { prepared, type AuditTrail, type AuditTrailInput, type PrintedEvent } from './input.ts'
import { positionsUsed } from './positions-used.ts'
import { registerTable } from './register-table.ts'
import { asAtDay, sectionTitles } from './sections.ts'

export type { Progress } from '../document/write-document.ts'

/**
 * The audit trail as one PDF: what the register holds, what was decided on which grounds, every event in order, and
 * how to check it all. The same input gives the same bytes.
 */
export async function auditTrailPdf(input: AuditTrailInput, progress: Progress = () => {}): Promise<Uint8Array> {
  const audit = prepared(input)
  return writeDocument(audit, {
    name: 'Audit trail',
    cover: (sheet, titles) => cover(sheet, audit, countRegister(audit.register, audit.day), titles),
    parts: partsOf(audit),
  }, progress)
}

function partsOf(audit: AuditTrail): Part[] {
  const positions: Part = { title: sectionTitles.positions, weight: 2, write: positionsUsed }
  const check: Part = { title: sectionTitles.check, weight: 1, write: howToCheck }
  const inOrder = (title: string, events: readonly PrintedEvent[]): Part =>
    ({ title, weight: 1 + events.length / 10, write: (sheet, _, progress) => eventsInOrder(sheet, audit, events, progress) })
  const all = inOrder(sectionTitles.events, audit.events)
  const decided: Part = { title: sectionTitles.decisions, weight: 2 + audit.register.decisions.size, write: decisions }
  switch (audit.trail.scope.kind) {
    case 'whole': return [{ title: sectionTitles.register, shown: `Register as at ${asAtDay(audit)}`, weight: 4, write: registerTable }, decided, positions, all, check]
    case 'entry': return [{ title: sectionTitles.entry, shown: `The entry as at ${asAtDay(audit)}`, weight: 2, write: theEntry }, decided, positions, all, check]
    case 'decision': return [
      { title: sectionTitles.decision, weight: 2, write: theDecision },
      { title: sectionTitles.entry, shown: `The entry as at ${asAtDay(audit)}`, weight: 2, write: theEntry }, positions, all, check,
    ]
    case 'period': {
      const own = audit.events.filter(audit.isAskedFor)
      const earlier = audit.events.filter((event) => !audit.isAskedFor(event))
      return [
        inOrder(sectionTitles.inPeriod, own), { ...decided, shown: 'Decisions that were touched, with grounds and answers' },
        { title: sectionTitles.touched, shown: `Entries that were touched, as at ${asAtDay(audit)}`, weight: 4, write: registerTable }, positions,
        inOrder(sectionTitles.earlier, earlier), check,
      ]
    }
  }
}

function theEntry(sheet: Sheet, audit: AuditTrail): void {
  const { scope } = audit.trail
  const wanted = scope.kind === 'decision' ? audit.register.decisions.get(scope.id ?? '')?.entry : scope.id
  const entry = [...audit.register.entries.values()].find(({ id, ref }) => id === wanted || ref === scope.ref)
  if (entry) entrySheet(sheet, entry, audit)
  else paragraph(sheet, `There was no entry ${scope.kind === 'entry' ? (scope.ref ?? '') : 'for it'} on that day.`, styles.quiet)
}

function theDecision(sheet: Sheet, audit: AuditTrail): void {
  const { scope } = audit.trail
  const decision = audit.register.decisions.get(scope.id ?? '')
  if (!decision) return paragraph(sheet, `There was no decision ${scope.ref ?? ''} on that day.`, styles.quiet)
  space(sheet, mm(1))
  decisionSheet(sheet, decision, audit)
}

import { canonical } from '../../../shared/trail/canonical.ts'
import { bookmark, heading, paragraph } from '../page/blocks.ts'
import { styles } from '../page/measures.ts'
import { pageFurniture } from '../page/furniture.ts'
import { closeSheet, newPage, openSheet } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { instantInWords } from '../page/times.ts'
import { attachTrail } from './attachment.ts'
import { countRegister } from './counts.ts'
import { cover } from './cover.ts'
import { decisions } from './decisions.ts'
import { entrySheet } from './entry-sheet.ts'
import { eventsInOrder } from './events.ts'
import { howToCheck } from './how-to-check.ts'
import { prepared, type AuditTrail, type AuditTrailInput } from './input.ts'
import { positionsUsed } from './positions-used.ts'
import { registerTable } from './register-table.ts'
import { asAtDay, scopeInWords, sectionTitles } from './sections.ts'

/** Tells how far the work is, from 0 to 1, and lets others have their turn; throwing from it stops the work. */
export type Progress = (share: number) => void | Promise<void>

/**
 * The audit trail as one PDF: what the register holds, what was decided on which grounds, every event in order, and
 * how to check it all. The same input gives the same bytes.
 */
export async function auditTrailPdf(input: AuditTrailInput, progress: Progress = () => {}): Promise<Uint8Array> {
  const audit = prepared(input)
  const { practice, ods } = audit.trail.register
  const sheet = openSheet({
    title: `Audit trail, ${practice} (${ods}), as at ${asAtDay(audit)}`, author: practice,
    subject: `${scopeInWords(audit)}. Head of the trail: event ${audit.trail.head.seq}, ${audit.trail.head.hash}`,
    madeAt: new Date(audit.madeAt), producer: `Practice Sharing Register ${audit.app}`,
  })
  const oneEntry = audit.trail.scope.kind === 'entry'
  const titles = [oneEntry ? sectionTitles.entry : sectionTitles.register, sectionTitles.decisions, sectionTitles.positions, sectionTitles.events, sectionTitles.check]
  bookmark(sheet, 'Audit trail')
  const list = cover(sheet, audit, countRegister(audit.register, audit.asAt.slice(0, 10)), titles)
  const section = (title: string, shown: string = title): void => {
    newPage(sheet)
    list.reached(title)
    bookmark(sheet, shown)
    heading(sheet, 'H1', shown, 'subject')
  }
  await progress(0.02)
  if (oneEntry) {
    section(sectionTitles.entry, `The entry as at ${asAtDay(audit)}`)
    theEntry(sheet, audit)
  } else {
    section(sectionTitles.register, `Register as at ${asAtDay(audit)}`)
    registerTable(sheet, audit)
  }
  await progress(0.06)
  section(sectionTitles.decisions)
  decisions(sheet, audit)
  await progress(0.15)
  section(sectionTitles.positions)
  positionsUsed(sheet, audit)
  section(sectionTitles.events)
  await eventsInOrder(sheet, audit, async (written) => {
    await progress(0.2 + (0.7 * written) / audit.events.length)
    await othersTurn()
  })
  section(sectionTitles.check)
  howToCheck(sheet, audit)
  list.complete()
  attachTrail(sheet.kit, canonical(audit.trail), audit.madeAt)
  await progress(0.92)
  const running = `Audit trail, as at ${instantInWords(audit.asAt)}`
  const bytes = closeSheet(sheet, pageFurniture(sheet, {
    practice, ods, head: audit.trail.head, runningOnCover: 'Confidential',
    running: audit.whole ? running : `${running}. ${scopeInWords(audit)} only`,
    confidentiality: 'Confidential: practice business.', noPatientData: 'No patient data.',
  }))
  await progress(1)
  return bytes
}

function theEntry(sheet: Sheet, audit: AuditTrail): void {
  const { scope } = audit.trail
  const entry = [...audit.register.entries.values()].find(({ id, ref }) => id === scope.id || ref === scope.ref)
  if (entry) entrySheet(sheet, entry, audit)
  else paragraph(sheet, `There was no entry ${scope.ref ?? ''} on that day.`, styles.quiet)
}

const othersTurn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

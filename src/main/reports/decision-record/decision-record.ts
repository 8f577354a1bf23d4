import { standingStatement, type DecisionRecord, type FixedStatement } from '../../../shared/domain/decision-record.ts'
import { draftSheet } from '../audit-trail/decision-draft.ts'
import { evidenceTable, statementSheet } from '../audit-trail/decision-statement.ts'
import { cancelled, voided } from '../audit-trail/decisions.ts'
import { evidenceList } from '../audit-trail/evidence-list.ts'
import { eventsInOrder } from '../audit-trail/events.ts'
import { howToCheck } from '../audit-trail/how-to-check.ts'
import { prepared, type AuditTrail, type AuditTrailInput } from '../audit-trail/input.ts'
import { sectionTitles } from '../audit-trail/sections.ts'
import { writeDocument, type Part, type Progress } from '../document/write-document.ts'
import { heading, paragraph } from '../page/blocks.ts'
import { styles } from '../page/measures.ts'
import type { Sheet } from '../page/sheet.ts'
import { answersAndDissent } from './answers.ts'
import { recordCover } from './cover.ts'
import { followThrough } from './follow-through.ts'

/**
 * One decision in full: the statement as it was fixed, the position then, every answer and signature, what was voided,
 * what was carried out, the evidence by its hashes, and the events it is all taken from.
 * @param input its trail has the scope of that decision
 * @throws Error when there was no such decision on the day
 */
export async function decisionRecordPdf(input: AuditTrailInput, progress: Progress = () => {}): Promise<Uint8Array> {
  const audit = prepared(input)
  const decision = audit.register.decisions.get(audit.trail.scope.id ?? '')
  if (!decision) throw new Error('The decision is not in the trail')
  return writeDocument(audit, {
    name: 'Decision record', flat: true, cover: (sheet, titles) => recordCover(sheet, decision, audit, titles), parts: partsOf(decision, audit),
  }, progress)
}

/** What the statement names, and then every file that was ever attached to the decision. */
function evidence(sheet: Sheet, decision: DecisionRecord, fixed: FixedStatement | undefined): void {
  if (fixed) {
    paragraph(sheet, 'The files that the statement rests on, by their SHA-256: a file with another one is another file.', styles.quiet)
    evidenceTable(sheet, fixed.statement, false)
  }
  if (decision.evidence.length === 0) return
  heading(sheet, 'H3', 'Files attached to it, then and since', 'section')
  evidenceList(sheet, decision.evidence)
}

const part = (title: string, write: (sheet: Sheet) => void): Part => ({ title, weight: 1, flows: true, write })

function partsOf(decision: DecisionRecord, audit: AuditTrail): Part[] {
  const standing = standingStatement(decision)
  const fixed = standing ?? decision.statements.at(-1)
  const earlier = decision.statements.filter((one) => one !== standing)
  const own = audit.events.filter((printed) => !printed.known || printed.event.subject.id === decision.id)
  return [
    ...(standing
      ? [part('The statement, as it was fixed', (sheet) => statementSheet(sheet, decision, standing, audit, { outcome: false, evidence: false }))]
      : [part('The draft, which is not fixed', (sheet) => draftSheet(sheet, decision, audit))]),
    ...(standing || decision.cancelled ? [part('Answers and signatures', (sheet) => {
      if (standing) answersAndDissent(sheet, decision, standing, audit)
      cancelled(sheet, decision)
    })] : []),
    ...(earlier.length > 0 ? [part('Earlier statements, which no longer count', (sheet) => { for (const one of earlier) voided(sheet, one, audit) })] : []),
    part('Follow-through', (sheet) => followThrough(sheet, decision, audit)),
    ...(fixed || decision.evidence.length > 0 ? [part('Evidence', (sheet) => evidence(sheet, decision, fixed))] : []),
    { title: 'Events of this decision', weight: 4, flows: true, write: (sheet, _, progress) => eventsInOrder(sheet, audit, own, progress) },
    { title: sectionTitles.check, weight: 1, write: howToCheck },
  ]
}

import type { DecisionRecord } from '../../../shared/domain/decision-record.ts'
import { carryingOut } from '../audit-trail/carrying-out.ts'
import type { AuditTrail } from '../audit-trail/input.ts'
import { paragraph } from '../page/blocks.ts'
import { styles } from '../page/measures.ts'
import type { Sheet } from '../page/sheet.ts'

/** A signed decision is not a stopped flow: which steps were taken, by whom, when and with what proof, and what is still open. */
export function followThrough(sheet: Sheet, decision: DecisionRecord, audit: AuditTrail): void {
  if (!decision.followThrough) return paragraph(sheet, decision.status === 'draft' || decision.status === 'fixed' ? 'Nothing can be carried out before the decision is made.' : 'There is nothing to carry out: the decision was not made.', styles.quiet)
  carryingOut(sheet, decision, decision.followThrough, audit)
}

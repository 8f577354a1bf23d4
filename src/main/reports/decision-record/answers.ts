import type { DecisionRecord, FixedStatement } from '../../../shared/domain/decision-record.ts'
import { answersTable } from '../audit-trail/decision-answers.ts'
import { quorumInWords } from '../audit-trail/decision-statement.ts'
import type { AuditTrail } from '../audit-trail/input.ts'
import { heading, paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { space, type Sheet } from '../page/sheet.ts'

const dissent = Object.freeze({ disagree: 'disagreed', 'stand-aside': 'stood aside' } as const)

/** How it was decided: the rule and who was in office, every answer with its signature, and the dissent once more by itself. */
export function answersAndDissent(sheet: Sheet, decision: DecisionRecord, fixed: FixedStatement, audit: AuditTrail): void {
  const quorum = quorumInWords(decision)
  if (quorum) {
    paragraph(sheet, quorum)
    space(sheet, mm(3))
  } else paragraph(sheet, 'The partners have not decided yet.', styles.quiet)
  answersTable(sheet, fixed, audit, false)
  heading(sheet, 'H2', 'Dissent', 'section')
  const others = fixed.answers.filter(({ answer }) => answer !== 'agree')
  if (others.length === 0) return paragraph(sheet, fixed.answers.length === 0 ? 'Nobody has answered.' : 'Nobody disagreed or stood aside.', styles.quiet)
  for (const { signatory, answer, comment } of others) {
    if (answer === 'agree') continue
    paragraph(sheet, [{ text: audit.names.person(signatory) ?? signatory, face: 'bold' }, { text: ` ${dissent[answer]}${comment ? `: “${comment}”` : ', without a comment.'}` }])
    space(sheet, mm(1.5))
  }
}

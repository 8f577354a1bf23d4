import { standingStatement, type DecisionRecord } from '../../../shared/domain/decision-record.ts'
import { answerWords } from '../../../shared/domain/words/event-values.ts'
import { coverTitle } from '../audit-trail/cover.ts'
import { howItStands, titleOf } from '../audit-trail/decisions.ts'
import { headBoxAtFoot } from '../audit-trail/head-box.ts'
import type { AuditTrail } from '../audit-trail/input.ts'
import { facts, heading, paragraph, sideBySide } from '../page/blocks.ts'
import { contents, type Contents } from '../page/contents.ts'
import { mm, styles } from '../page/measures.ts'
import type { Sheet } from '../page/sheet.ts'
import { table } from '../page/table.ts'

const lead = { ...styles.body, size: 11, leading: 15.5 }

/** What a partner wants to know first: what was decided, how it stands, and who said what. */
export function recordCover(sheet: Sheet, decision: DecisionRecord, audit: AuditTrail, titles: readonly string[]): Contents {
  const standing = standingStatement(decision)
  coverTitle(sheet, audit, 'Decision record')
  sheet.y += mm(8)
  paragraph(sheet, `Decision ${decision.ref}`, styles.quiet)
  heading(sheet, 'H2', titleOf(decision, audit), 'subject')
  if (standing) paragraph(sheet, standing.statement.summary, lead)
  sheet.y += mm(3)
  const entry = standing?.statement.entry ?? audit.register.entries.get(decision.entry)
  facts(sheet, [
    ['How it stands', [{ text: howItStands(decision), face: 'bold' }]],
    ...(entry ? [['Entry', `${entry.ref}, ${entry.title}`] as const] : []),
    ['Drawn up by', decision.drawnUp.name],
  ])
  let list: Contents | null = null
  sideBySide(sheet, [
    (column) => {
      heading(column, 'H2', 'What each partner said', 'section')
      const given = standing?.answers ?? []
      if (given.length === 0) paragraph(column, 'Nobody has answered yet.', styles.tableQuiet)
      else table(column, [{ head: 'Partner', namesRow: true }, { head: 'Answer', width: mm(26) }], given.map(({ signatory, answer }) => ({ cells: [audit.names.person(signatory) ?? signatory, answerWords[answer]] })), { headed: false })
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

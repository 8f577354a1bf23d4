import type { DecisionRecord, FixedStatement } from '../../../shared/domain/decision-record.ts'
import { emptyRegister } from '../../../shared/domain/register-record.ts'
import type { Statement } from '../../../shared/domain/statement.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { statementSheet } from '../audit-trail/decision-statement.ts'
import { bookmark, heading, paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { closeSheet, newPage, openSheet, space } from '../page/sheet.ts'
import { answerPage } from './answer-page.ts'
import { signingFurniture } from './furniture.ts'

export type SigningPages = Readonly<{
  decision: DecisionRecord
  fixed: FixedStatement
  statement: Statement
  hash: string
  register: string
  /** Names of those who get a page to sign, each their own. */
  signatories: readonly string[]
  /** When the file is made. */
  madeAt: string
  app: string
}>

/** The statement in full, then a page for each partner to answer on in ink. The same input gives the same bytes. */
export function signingPagesPdf(pages: SigningPages): Uint8Array {
  const { decision, fixed, statement, hash, signatories, madeAt, app } = pages
  const { practice } = statement
  const sheet = openSheet({
    title: `Statement ${statement.decision.ref} for signing on paper`, author: practice.name,
    subject: `${practice.name} (${practice.ods}). Statement ${hash}. Register ${pages.register}`, madeAt: new Date(madeAt), producer: `Practice Sharing Register ${app}`,
  })
  bookmark(sheet, 'The statement')
  paragraph(sheet, `Statement for decision ${statement.decision.ref}, printed ${dateInWords(madeAt.slice(0, 10))}. Read it before you answer; the page to sign comes after it.`, styles.quiet)
  heading(sheet, 'H1', statement.title, 'subject')
  heading(sheet, 'H2', 'The statement in full', 'section')
  space(sheet, mm(1))
  statementSheet(sheet, decision, fixed, { register: emptyRegister() }, { outcome: false, evidence: true })
  for (const name of signatories) {
    newPage(sheet)
    answerPage(sheet, pages, name)
  }
  return closeSheet(sheet, signingFurniture(sheet, pages))
}

import { keyFingerprint } from '../../identity/key-fingerprint.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import { isOnPaper, type FixedStatement, type GivenAnswer, type PaperAnswerGiven, type SignedAnswerGiven } from '../../../shared/domain/decision-record.ts'
import { signedText } from '../../../shared/trail/canonical.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { answerWords } from '../../../shared/domain/words/event-values.ts'
import { heading, paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { counted, grouped } from '../page/numbers.ts'
import type { Sheet } from '../page/sheet.ts'
import { measured, space } from '../page/sheet.ts'
import { startHeight, table, type Column, type Passage, type Row } from '../page/table.ts'
import { shortInstant } from '../page/times.ts'
import type { AuditTrail } from './input.ts'

/** Every answer ever given to a statement, each with its signature checked anew for this page. */
export function answersTable(sheet: Sheet, fixed: FixedStatement, audit: AuditTrail, titled = true): void {
  const rows = fixed.answers.map((answer) => answerRow(answer, audit))
  const [first] = rows
  if (titled) heading(sheet, 'H3', 'Answers and signatures', 'section', first ? measured(sheet, sheet.width, (trial) => shownTo(trial, fixed)) + startHeight(sheet, columns, first) : 0)
  shownTo(sheet, fixed)
  if (rows.length === 0) paragraph(sheet, 'Nobody has answered yet.', styles.quiet)
  else table(sheet, columns, rows)
}

const columns: readonly Column[] = [
  { head: 'Person', width: mm(26), namesRow: true }, { head: 'Answer', width: mm(21) }, { head: 'Signed, UTC', width: mm(30) },
  { head: 'Comment, as given' }, { head: 'Key and check, or scan', width: mm(34) },
]

/** Above the table: beneath it a single line could be left over for the next page. */
function shownTo(sheet: Sheet, { shownTo: people }: FixedStatement): void {
  if (people.length === 0) return
  paragraph(sheet, `The effects were shown to ${people.map(({ name, at }) => `${name} (${shortInstant(at)})`).join(', ')}.`, styles.small)
  space(sheet, mm(1.6))
}

function answerRow(answer: GivenAnswer, audit: AuditTrail): Row {
  return { cells: [
    { text: audit.names.person(answer.signatory) ?? authorOf(answer, audit), style: styles.tableStrong },
    answerWords[answer.answer],
    isOnPaper(answer) ? `On paper, ${dateInWords(answer.signedOn)}` : shortInstant(answer.signedAt),
    answer.comment ? `“${answer.comment}”` : { text: 'None', style: styles.tableQuiet },
    isOnPaper(answer) ? scanOf(answer) : [
      { text: grouped(keyFingerprint(answer.publicKey)), style: styles.tableHash }, signatureCheck(answer, audit),
      ...(answer.broughtBy ? [{ text: `Answered on another computer, brought back by ${answer.broughtBy.name}, ${shortInstant(answer.broughtBy.at)}`, style: styles.small }] : []),
    ],
  ] }
}

/** Ink is proved by the page itself: what stands here says where to find it, and never that it was checked. */
function scanOf({ sha256, recordedBy }: PaperAnswerGiven): Passage[] {
  return [
    { text: 'Signed in ink. Scan, SHA-256:', style: styles.small }, { text: grouped(sha256), style: styles.tableHash },
    { text: `Recorded by ${recordedBy.name}, ${shortInstant(recordedBy.at)}`, style: styles.small },
  ]
}

/** In a document that holds a part of the trail the person may be known only as the author of the answer. */
function authorOf(answer: GivenAnswer, audit: AuditTrail): string {
  const event = audit.events.find((printed) => printed.known && printed.event.seq === answer.seq)
  return event?.known && event.event.actor.id === answer.signatory ? event.event.actor.name : answer.signatory
}

function signatureCheck(answer: SignedAnswerGiven, audit: AuditTrail): Passage {
  const valid = nodeCrypto.verifyEd25519(answer.publicKey, signedText(answer), answer.signature)
  const found = audit.check.findings.some(({ seq }) => seq === answer.seq) && audit.check.verdict === 'changed'
  if (valid && !found) return { text: 'Signature valid', style: { ...styles.small, colour: 'good' } }
  return { text: valid ? `See event ${counted(answer.seq)}` : 'Signature not valid', style: { ...styles.small, face: 'bold', colour: 'bad' } }
}

import type { CallParsed } from '../../shared/contract/contract.ts'
import { refuse } from '../../shared/contract/refused.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import { isOnPaper, standingStatement, type DecisionRecord, type FixedStatement } from '../../shared/domain/decision-record.ts'
import { evidenceName, isActive } from '../../shared/domain/evidence-record.ts'
import { isInOffice, partnersInOffice, type PersonRecord } from '../../shared/domain/person-record.ts'
import { dateInWords } from '../../shared/domain/words.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import type { ReadEvidence } from '../exchange/evidence-file.ts'
import type { SigningPages } from '../reports/signing-page/signing-pages.ts'
import type { Acting, Decided, Reading } from './desk.ts'
import { decisionOf } from './decision-commands.ts'
import { settlesDecision } from './settling.ts'
import { statementsAsked } from './sign-off-queue.ts'

const nothing = { done: true } as const

/** What is printed to be signed: for one partner, or for everybody who is still asked. @throws Refused where nobody can answer it */
export function signingPages(reading: Reading, { decision: id, signatory }: CallParsed<'paper.print'>): SigningPages {
  const { decision, fixed } = openStatement(decisionOf(reading, id))
  const asked = partnersInOffice(reading.store.records.people(), reading.today).filter((partner) => !fixed.answers.some((answer) => answer.signatory === partner.id))
  const chosen = signatory === null ? asked : asked.filter((partner) => partner.id === signatory)
  if (chosen.length === 0) throw refuse('not-in-this-state', { happened: signatory === null ? 'Every partner has answered this statement.' : 'This partner is not asked, or has answered already.', todo: 'Choose a partner who is still asked.' })
  return { decision, fixed, statement: fixed.statement, hash: fixed.hash, register: reading.head.id, signatories: chosen.map(({ name }) => name), madeAt: reading.now, app: reading.store.appVersion }
}

function openStatement(decision: DecisionRecord): { decision: DecisionRecord; fixed: FixedStatement } {
  const fixed = standingStatement(decision)
  if (decision.status !== 'fixed' || !fixed) throw refuse('not-in-this-state', { happened: 'There is no statement of this decision that can be answered now.', todo: 'Open the decision to see where it stands.' })
  return { decision, fixed }
}

/**
 * Records what a partner signed in ink, with the scan of the page, by somebody else; with it, in the same transaction,
 * the decision where this answer settles it.
 */
export function recordPaperAnswer(acting: Acting, { file, ...input }: CallParsed<'paper.record'> & { file: ReadEvidence }): Decided<typeof nothing> {
  const { decision, fixed } = openStatement(decisionOf(acting, input.decision))
  const code = input.code.replaceAll(/[\s-]/g, '').toLowerCase()
  if (fixed.hash !== input.statementHash) throw refuse('stale', { happened: 'This statement was changed after you opened it, so pages with the old text no longer count.', safe: 'Nothing was recorded.', todo: 'Print the new text and have that signed.' })
  refuseCode(acting, decision, fixed, code)
  const signatory = signatoryOf(acting, input.signatory, fixed)
  refuseDay(acting, signatory, fixed, input.signedOn)
  const { signedOn, answer } = input
  const comment = input.comment?.trim() ? input.comment.trim() : null
  const subject = { kind: 'decision', id: decision.id } as const
  const scan = scanOf(acting, decision, file, signatory, signedOn)
  const answered: NewEvent = { type: 'decision.answered-on-paper', subject, data: {
    statementHash: fixed.hash, decision: decision.id, signatory: signatory.id, answer, comment, signedOn, code, evidence: scan.id, sha256: file.sha256,
  } }
  const partners = partnersInOffice(acting.store.records.people(), acting.today)
  const settled = settlesDecision(acting, decision, fixed, [...fixed.answers, { signatory: signatory.id, answer }], partners)
  return { events: [...scan.events, answered, ...settled], result: nothing, files: { keep: [{ sha256: file.sha256, content: file.content }] } }
}

/** The code is what ties the ink to the text, so one that does not fit says whose it is where that is known. */
function refuseCode(acting: Acting, { ref, statements }: DecisionRecord, fixed: FixedStatement, code: string): void {
  if (fixed.hash.startsWith(code)) return
  const earlier = statements.some(({ hash }) => hash.startsWith(code))
  const other = statementsAsked(acting).find((asked) => asked.fixed.hash.startsWith(code))
  const whose = earlier ? ` It is that of an earlier text of ${ref}, which was changed since.` : other ? ` It is that of ${other.decision.ref}.` : ''
  throw refuse('invalid-input', { happened: 'This page belongs to another text.', safe: 'Nothing was recorded.', todo: 'Look at the code on the page again. If it is right, the page was not signed for this statement.', fields: { code: [`This page belongs to another text: the code is not that of this statement.${whose}`] } })
}

function signatoryOf({ store, today, person }: Acting, id: string, fixed: FixedStatement): PersonRecord {
  const signatory = store.records.person(id)
  if (!signatory || signatory.role !== 'partner' || !isInOffice(signatory, today)) throw refuse('invalid-input', { fields: { signatory: ['Choose a partner who is in office'] } })
  if (signatory.id === person.id) throw refuse('not-permitted', { happened: 'Somebody else records your page, so that two people have seen it.', todo: 'Ask a colleague to record it, or sign here with your passphrase.' })
  if (fixed.answers.some((answer) => answer.signatory === id)) throw refuse('already-answered', { happened: `${signatory.name} has answered this statement already.`, safe: 'The first answer stands. Nothing was changed.' })
  return signatory
}

const badDay = (text: string) => refuse('invalid-input', { fields: { signedOn: [text] } })

function refuseDay({ today }: Acting, signatory: PersonRecord, fixed: FixedStatement, signedOn: string): void {
  const fixedOn = dayInEngland(fixed.fixed.at)
  if (signedOn > today) throw badDay('Enter the day on the page. It cannot be in the future')
  if (signedOn < fixedOn) throw badDay(`Enter a day on or after ${dateInWords(fixedOn)}, when the statement was fixed`)
  if (!isInOffice(signatory, signedOn)) throw badDay(`${signatory.name} was not in office on that day`)
}

/** The scan as evidence of the decision. One file may hold the pages of several partners; it is then attached once. */
function scanOf({ newId }: Acting, { id: decision, evidence, statements }: DecisionRecord, { content: _content, ...found }: ReadEvidence, signatory: PersonRecord, signedOn: string): { id: string; events: NewEvent[] } {
  const same = evidence.find((one) => isActive(one) && one.sha256 === found.sha256)
  if (same) {
    if (statements.some(({ answers }) => answers.some((answer) => isOnPaper(answer) && answer.evidence === same.id))) return { id: same.id, events: [] }
    throw refuse('not-in-this-state', { happened: `This very file is attached to the decision already, as ${evidenceName(same)}, and the statement may rest on it.`, safe: 'Nothing was recorded.', todo: 'Scan the signed page by itself and choose that file.' })
  }
  const id = newId()
  return { id, events: [{ type: 'evidence.attached', subject: { kind: 'decision', id: decision }, data: {
    evidence: id, ...found, category: 'signed-page', note: `Answer of ${signatory.name}, signed on paper`, evidenceOn: signedOn, expiresOn: null,
  } }] }
}

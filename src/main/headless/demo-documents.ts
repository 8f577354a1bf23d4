import path from 'node:path'
import type { DecisionRecord } from '../../shared/domain/decision-record.ts'
import { otherParties } from '../../shared/domain/entry-record.ts'
import type { Reading } from '../register/desk.ts'
import { draftNotice, exportLetter } from '../register/export-letter.ts'
import { exportReport, wishOf, type MadeFile } from '../register/export-report.ts'
import { reportChoice } from '../../shared/contract/register.ts'

/** One of each document about the demo register: of the decision with most in it the record, and the notice it asks for. @returns file names */
export async function demoDocuments(reading: Reading, folder: string): Promise<string[]> {
  const make = (choice: unknown, name: string): Promise<MadeFile> => exportReport(reading, wishOf(reading, reportChoice.parse(choice)), path.join(folder, name))
  const made = [
    await make({ report: 'trail', scope: { kind: 'whole' } }, 'audit-trail.pdf'),
    await make({ report: 'schedule', scope: { kind: 'whole' } }, 'register-schedule.pdf'),
  ]
  const decision = withdrawn(reading)
  if (decision) {
    made.push(await make({ report: 'decision', scope: { kind: 'decision', id: decision.id } }, 'decision-record.pdf'), await notice(reading, decision, path.join(folder, 'notice-letter.pdf')))
  }
  return made.map(({ fileName }) => fileName)
}

const withdrawn = ({ store }: Reading): DecisionRecord | undefined =>
  store.records.decisions().findLast(({ verb, status }) => verb === 'withdraw' && status === 'made')

async function notice(reading: Reading, decision: DecisionRecord, file: string): Promise<MadeFile> {
  const { practice } = reading.head
  const entry = reading.store.records.entry(decision.entry)
  const other = entry ? otherParties(entry).find((name) => name !== practice.name) : undefined
  const partner = reading.store.records.people().find(({ role }) => role === 'partner')?.name ?? 'Partner'
  const letter = draftNotice(reading, decision, {
    sender: { address: '1 Example Street, Exampletown, EX1 1EX', contact: 'Data protection lead, 01632 960 000' },
    addressee: ['The Information Governance Lead', other ?? 'The other party', '2 Example Square', 'Exampletown EX1 2EX'],
    on: decision.draft.noticeSentOn ?? reading.today, yourReference: null, sentBy: 'Email and first class post',
    signedBy: { name: partner, capacity: `for the partners of ${practice.name}` }, copies: ['data protection officer'], enclosures: [],
  })
  return exportLetter(reading, letter, { kind: 'decision', ref: decision.ref }, file)
}

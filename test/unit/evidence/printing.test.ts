import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attach, smallPdf, type Subject } from '../../fixtures/evidence.ts'
import { answer, fix, fixedWithdrawal } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'
import { readPdf, squeezed } from '../reports/read-pdf.ts'

let office: TestOffice
let [entryText, decisionText] = ['', '']
let [onEntry, removed, onDecision, later] = ['', '', '', '']

beforeAll(async () => {
  office = await openOffice()
  const { entry: entryId, id } = await fixedWithdrawal(office)
  const entry: Subject = { kind: 'entry', id: entryId }
  const decision: Subject = { kind: 'decision', id }
  onEntry = (await attach(office, entry, { content: smallPdf('1'), fileName: 'Agreement v4.pdf', category: 'signed-copy', evidenceOn: '2025-03-12', expiresOn: '2028-03-31' })).sha256
  const wrong = await attach(office, entry, { content: smallPdf('2'), fileName: 'Letter in the name that had to go.pdf' })
  removed = wrong.sha256
  await office.call('evidence.set-aside', { subject: entry, evidence: wrong.id, kind: 'removed', patientData: true, nameToo: true, reason: 'It was about a patient.' })
  onDecision = (await attach(office, decision, { content: smallPdf('3'), fileName: 'Minutes.pdf', category: 'minutes' })).sha256
  const hash = await fix(office, id)
  for (const name of ['Partner A', 'Partner B']) await answer(office, name, { id, hash }, 'agree')
  await office.seat('Data protection lead')
  later = (await attach(office, decision, { content: smallPdf('4'), fileName: 'Certificate.pdf', category: 'ending-certificate' })).sha256
  entryText = await printed('trail', { kind: 'entry', id: entryId })
  decisionText = await printed('decision', { kind: 'decision', id })
}, 60_000)
afterAll(() => office.close())

async function printed(report: 'trail' | 'decision', scope: { kind: 'entry' | 'decision'; id: string }): Promise<string> {
  const file = path.join(office.folder, `${report}.pdf`)
  office.dialogs.push(file)
  await office.call('report.export', { report, scope })
  return squeezed((await readPdf(new Uint8Array(readFileSync(file)))).body)
}

describe('evidence on paper', () => {
  it('stands on the sheet of its entry with its hash, both its dates and what it shows', () => {
    for (const words of ['Agreement v4.pdf', 'Signed copy. What the ICB wrote.', 'From 12 March 2025', 'by Data protection lead', 'Runs out 31 March 2028']) expect(entryText).toContain(squeezed(words))
    expect(entryText).toContain(onEntry)
  })

  it('leaves its hash, its size and the reason where the file was removed, and no name that had to go', () => {
    expect(entryText).toContain(removed)
    expect(entryText).toContain(squeezed('Removed, file deleted'))
    expect(entryText).toContain(squeezed('it held patient data. It was about a patient.'))
    expect(entryText).not.toContain(squeezed('in the name that had to go'))
  })

  it('stands in the decision record as the statement names it, and apart from that what came later', () => {
    expect(decisionText.split(onDecision).length).toBeGreaterThan(2)
    for (const words of ['Files attached to it, then and since', 'Certificate.pdf', 'Certificate of return or destruction. What the ICB wrote.']) expect(decisionText).toContain(squeezed(words))
    expect(decisionText).toContain(later)
  })
})

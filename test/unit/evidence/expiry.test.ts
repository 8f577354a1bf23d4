import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attach, facts, smallPdf, type Subject } from '../../fixtures/evidence.ts'
import { fixedWithdrawal } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
let [entry, decision] = [{ kind: 'entry', id: '' } as Subject, { kind: 'decision', id: '' } as Subject]
beforeEach(async () => {
  office = await openOffice({ at: '2026-11-23T09:00:00.000Z' })
  const made = await fixedWithdrawal(office)
  entry = { kind: 'entry', id: made.entry }
  decision = { kind: 'decision', id: made.id }
})
afterEach(() => office.close())

const linesAtHome = async () => ((await office.call('home.get', {})).groups.find(({ group }) => group === 'dates')?.lines ?? []).filter(({ title }) => title.startsWith('Evidence'))

describe('evidence that runs out', () => {
  it('stands on the home page file by file, late or soon, and leads to what it is attached to', async () => {
    await attach(office, entry, { content: smallPdf('1'), fileName: 'DPIA.pdf', expiresOn: '2026-11-22' })
    await attach(office, entry, { content: smallPdf('2'), fileName: 'Agreement.pdf', expiresOn: '2027-02-21' })
    await attach(office, entry, { content: smallPdf('3'), fileName: 'Later.pdf', expiresOn: '2027-02-22' })
    await attach(office, decision, { content: smallPdf('4'), fileName: 'Certificate.pdf', expiresOn: '2026-12-01' })
    expect((await linesAtHome()).map(({ title, urgency, on, link }) => [title, urgency, on, link])).toEqual([
      ['Evidence has run out: DPIA.pdf', 'late', '2026-11-22', `/entry/${entry.id}`],
      ['Evidence runs out: Certificate.pdf', 'soon', '2026-12-01', `/decision/${decision.id}`],
      ['Evidence runs out: Agreement.pdf', 'note', '2027-02-21', `/entry/${entry.id}`],
    ])
  })

  it('gives the entry a date that is due, until it is set aside or its end is put off', async () => {
    const first = await attach(office, entry, { content: smallPdf('1'), fileName: 'DPIA.pdf', expiresOn: '2026-11-30' })
    const second = await attach(office, entry, { content: smallPdf('2'), fileName: 'Agreement.pdf', expiresOn: '2026-12-31' })
    const due = async () => (await office.call('entry.get', { id: entry.id })).due
    expect(await due()).toEqual([{ on: '2026-11-30', what: 'Evidence runs out' }])
    await office.call('evidence.set-aside', { subject: entry, evidence: first.id, kind: 'superseded', patientData: false, nameToo: false, reason: 'A newer one came.' })
    expect(await due()).toEqual([{ on: '2026-12-31', what: 'Evidence runs out' }])
    await office.call('evidence.describe', { subject: entry, evidence: second.id, ...facts, expiresOn: null })
    expect(await due()).toEqual([])
    expect(await linesAtHome()).toEqual([])
  })

  it('is asked for by the quality check while none counts', async () => {
    const asked = async () => (await office.call('entry.get', { id: entry.id })).gaps.some(({ code }) => code === 'no-evidence')
    expect(await asked()).toBe(true)
    const { id } = await attach(office, entry)
    expect(await asked()).toBe(false)
    await office.call('evidence.set-aside', { subject: entry, evidence: id, kind: 'superseded', patientData: false, nameToo: false, reason: 'The wrong version.' })
    expect(await asked()).toBe(true)
  })
})

import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEvidenceFiles } from '../../../src/main/store/evidence-files.ts'
import { attach, facts, fileWith, smallPdf, type Subject } from '../../fixtures/evidence.ts'
import { answer, fix, fixedWithdrawal, secondaryAgreement } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const kept = () => office.look(({ sqlite }) => createEvidenceFiles(sqlite).kept())
const content = (hash: string) => office.look(({ sqlite }) => createEvidenceFiles(sqlite).content(hash))
const onEntry = async (): Promise<Subject> => ({ kind: 'entry', id: (await office.call('entry.add', secondaryAgreement())).id })
const evidenceOf = async ({ kind, id }: Subject) => (kind === 'entry' ? (await office.call('entry.get', { id })).entry : (await office.call('decision.get', { id })).decision).evidence
const aside = (subject: Subject, evidence: string, more: object = {}) =>
  ({ subject, evidence, kind: 'superseded' as const, patientData: false, nameToo: false, reason: 'A newer one came.', ...more })
const voidings = async () => (await office.events()).filter(({ type }) => type === 'decision.voided')

describe('a file attached to an entry', () => {
  it('is kept byte for byte under its hash, with what is said about it and who attached it', async () => {
    const entry = await onEntry()
    const { id } = await attach(office, entry, { content: smallPdf('Version 4') })
    expect(await evidenceOf(entry)).toEqual([{
      id, sha256: sha256(smallPdf('Version 4')), bytes: smallPdf('Version 4').byteLength, mediaType: 'application/pdf', locked: false, fileName: 'Letter from the ICB.pdf',
      ...facts, attached: { id: await office.id('Data protection lead'), name: 'Data protection lead', at: expect.any(String) }, setAside: null,
    }])
    expect(Buffer.from(await content(sha256(smallPdf('Version 4'))) ?? [])).toEqual(smallPdf('Version 4'))
    expect(await office.differing()).toEqual([])
  })

  it('is what was read when it was chosen, whatever became of the file since', async () => {
    const entry = await onEntry()
    const file = fileWith(smallPdf('Before'), 'Letter.pdf')
    office.dialogs.push(file)
    const chosen = await office.call('evidence.choose', {})
    writeFileSync(file, smallPdf('After'))
    await office.call('evidence.attach', { subject: entry, token: chosen?.token ?? '', fileName: 'Letter.pdf', ...facts })
    rmSync(file)
    expect(await kept()).toEqual([sha256(smallPdf('Before'))])
    expect(Buffer.from(await content(sha256(smallPdf('Before'))) ?? [])).toEqual(smallPdf('Before'))
  })

  it('leaves a form about the entry that is open as good as it was', async () => {
    const entry = await onEntry()
    const { entry: { changedAt } } = await office.call('entry.get', { id: entry.id })
    await attach(office, entry)
    expect((await office.call('entry.get', { id: entry.id })).entry.changedAt).toBe(changedAt)
  })

  it('is stored once, however often it is attached, and told where it is already', async () => {
    const [one, other] = [await onEntry(), await onEntry()]
    await attach(office, one)
    office.dialogs.push(fileWith(smallPdf(), 'The same under another name.pdf'))
    const chosen = await office.call('evidence.choose', {})
    expect(chosen?.alsoAt).toEqual(['DSA-0001'])
    await office.call('evidence.attach', { subject: other, token: chosen?.token ?? '', fileName: 'Again.pdf', ...facts })
    expect(await kept()).toEqual([sha256(smallPdf())])
    office.dialogs.push(fileWith(smallPdf(), 'Letter.pdf'))
    const again = await office.call('evidence.choose', {})
    const refused = await office.refused('evidence.attach', { subject: other, token: again?.token, fileName: 'Letter.pdf', ...facts })
    expect(refused.happened).toBe('This very file is attached here already, as Again.pdf.')
  })

  it('is not attached a second time by the same press, nor by somebody else who sits down', async () => {
    const entry = await onEntry()
    office.dialogs.push(fileWith(smallPdf(), 'Letter.pdf'))
    const chosen = await office.call('evidence.choose', {})
    const input = { subject: entry, token: chosen?.token ?? '', fileName: 'Letter.pdf', ...facts }
    await office.seat('Practice manager')
    expect((await office.refused('evidence.attach', input)).code).toBe('stale')
    await office.seat('Data protection lead')
    await office.call('evidence.attach', input)
    expect((await office.refused('evidence.attach', input)).code).toBe('stale')
    expect(await evidenceOf(entry)).toHaveLength(1)
  })

  it.each([
    ['from a day to come', { evidenceOn: '2030-01-01' }, 'evidenceOn'],
    ['that runs out before it began', { evidenceOn: '2026-11-02', expiresOn: '2026-11-01' }, 'expiresOn'],
    ['without what it shows', { note: ' ' }, 'note'],
    ['with a path for a name', { fileName: '../Letter.pdf' }, 'fileName'],
  ])('%s is refused, and nothing is kept', async (_, said, field) => {
    const entry = await onEntry()
    office.dialogs.push(fileWith(smallPdf(), 'Letter.pdf'))
    const chosen = await office.call('evidence.choose', {})
    const { code, fields } = await office.refused('evidence.attach', { subject: entry, token: chosen?.token, fileName: 'Letter.pdf', ...facts, ...said })
    expect([code, Object.keys(fields ?? {})]).toEqual(['invalid-input', [field]])
    expect(await kept()).toEqual([])
  })

  it('is described anew, old and new in the trail', async () => {
    const entry = await onEntry()
    const { id } = await attach(office, entry)
    await office.call('evidence.describe', { subject: entry, evidence: id, ...facts, category: 'dpia', expiresOn: '2027-11-02' })
    const event = (await office.events()).at(-1)
    expect(event?.type === 'evidence.described' && event.data.changes).toEqual([
      { field: 'category', from: 'correspondence', to: 'dpia' }, { field: 'expiresOn', from: null, to: '2027-11-02' },
    ])
    expect((await evidenceOf(entry))[0]).toMatchObject({ category: 'dpia', expiresOn: '2027-11-02', note: facts.note })
    await office.call('evidence.describe', { subject: entry, evidence: id, ...facts, category: 'dpia', expiresOn: '2027-11-02' })
    expect((await office.events()).at(-1)).toEqual(event)
  })
})

describe('evidence set aside', () => {
  it('stays on the list with the reason, and keeps its bytes where it is superseded', async () => {
    const entry = await onEntry()
    const { id, sha256: hash } = await attach(office, entry)
    expect(await office.call('evidence.set-aside', aside(entry, id))).toEqual({ voided: null, stillAt: [] })
    expect((await evidenceOf(entry))[0]).toMatchObject({ id, fileName: 'Letter from the ICB.pdf', setAside: { kind: 'superseded', reason: 'A newer one came.', by: { name: 'Data protection lead' } } })
    expect(await kept()).toEqual([hash])
    expect((await office.refused('evidence.set-aside', aside(entry, id))).code).toBe('not-in-this-state')
    expect((await office.refused('evidence.describe', { subject: entry, evidence: id, ...facts })).code).toBe('not-in-this-state')
    // The very file may count again.
    await attach(office, entry)
    expect((await evidenceOf(entry)).map(({ setAside }) => setAside === null)).toEqual([false, true])
  })

  it('loses its bytes where it is removed; hash, size, name and reason stay', async () => {
    const entry = await onEntry()
    const { id, sha256: hash } = await attach(office, entry)
    await office.call('evidence.set-aside', aside(entry, id, { kind: 'removed', reason: 'The wrong file.' }))
    expect(await kept()).toEqual([])
    expect((await evidenceOf(entry))[0]).toMatchObject({ sha256: hash, bytes: smallPdf().byteLength, fileName: 'Letter from the ICB.pdf', setAside: { kind: 'removed', reason: 'The wrong file.' } })
    expect((await office.refused('evidence.open', { subject: entry, evidence: id })).code).toBe('not-in-this-state')
    expect((await office.refused('evidence.set-aside', aside(entry, id, { kind: 'removed' }))).code).toBe('not-in-this-state')
    expect(await office.differing()).toEqual([])
  })

  it('loses its name too where the name holds patient data, and after it was only set aside at first', async () => {
    const entry = await onEntry()
    const { id } = await attach(office, entry, { name: 'Letter about somebody.pdf' })
    await office.call('evidence.set-aside', aside(entry, id))
    await office.call('evidence.set-aside', aside(entry, id, { kind: 'removed', patientData: true, nameToo: true, reason: 'A patient’s letter.' }))
    expect((await evidenceOf(entry))[0]).toMatchObject({ fileName: null, setAside: { kind: 'removed', patientData: true } })
    expect(await kept()).toEqual([])
    const { history } = await office.call('entry.get', { id: entry.id })
    expect(history.map(({ text }) => text).join(' ')).not.toContain('somebody')
  })

  it('keeps the bytes while the same file is evidence elsewhere, and says where', async () => {
    const [one, other] = [await onEntry(), await onEntry()]
    const first = await attach(office, one)
    const second = await attach(office, other)
    expect(await office.call('evidence.set-aside', aside(one, first.id, { kind: 'removed' }))).toEqual({ voided: null, stillAt: ['DSA-0002'] })
    expect(await kept()).toEqual([first.sha256])
    expect(await office.call('evidence.set-aside', aside(other, second.id, { kind: 'removed' }))).toEqual({ voided: null, stillAt: [] })
    expect(await kept()).toEqual([])
  })

  it.each([
    ['patient data that would be kept', { patientData: true }, 'kind'],
    ['a name that holds no patient data', { kind: 'removed', nameToo: true }, 'nameToo'],
    ['no reason', { reason: '' }, 'reason'],
  ])('is refused with %s', async (_, more, field) => {
    const entry = await onEntry()
    const { id } = await attach(office, entry)
    const { code, fields } = await office.refused('evidence.set-aside', aside(entry, id, more))
    expect([code, Object.keys(fields ?? {})]).toEqual(['invalid-input', [field]])
  })
})

describe('a file attached to a decision', () => {
  it('stands in the statement by name and hash', async () => {
    const { id } = await fixedWithdrawal(office)
    const subject: Subject = { kind: 'decision', id }
    const { voided, sha256: hash } = await attach(office, subject)
    expect(voided).toBe('D-0001')
    const [event] = await voidings()
    expect(event?.type === 'decision.voided' && event.data.changes).toEqual([{ field: 'evidence', from: [], to: [{ name: 'Letter from the ICB.pdf', sha256: hash }] }])
    await fix(office, id)
    expect((await office.call('decision.get', { id })).statement.evidence).toEqual([{ name: 'Letter from the ICB.pdf', sha256: hash }])
  })

  it('voids the fixed statement when it is set aside, and not when it is described', async () => {
    const { id } = await fixedWithdrawal(office)
    const subject: Subject = { kind: 'decision', id }
    const { id: evidence } = await attach(office, subject)
    await fix(office, id)
    await office.call('evidence.describe', { subject, evidence, ...facts, category: 'minutes' })
    expect(await voidings()).toHaveLength(1)
    expect(await office.call('evidence.set-aside', aside(subject, evidence))).toEqual({ voided: 'D-0001', stillAt: [] })
    expect((await office.call('decision.get', { id })).decision.status).toBe('draft')
  })

  it('is not removed where a statement names it, unless it holds patient data', async () => {
    const { id } = await fixedWithdrawal(office)
    const subject: Subject = { kind: 'decision', id }
    const { id: evidence, sha256: hash } = await attach(office, subject)
    await fix(office, id)
    const refused = await office.refused('evidence.set-aside', aside(subject, evidence, { kind: 'removed' }))
    expect([refused.code, refused.happened]).toEqual(['not-in-this-state', 'The statement of D-0001 names this file, so it has to stay: it shows what the partners were asked about.'])
    expect(await kept()).toEqual([hash])
    expect(await office.call('evidence.set-aside', aside(subject, evidence, { kind: 'removed', patientData: true }))).toEqual({ voided: 'D-0001', stillAt: [] })
    expect(await kept()).toEqual([])
  })

  it('voids nothing once the decision is made, and is refused once it was dropped', async () => {
    const decision = await fixedWithdrawal(office)
    const subject: Subject = { kind: 'decision', id: decision.id }
    for (const name of ['Partner A', 'Partner B']) await answer(office, name, decision, 'agree')
    expect((await office.call('decision.get', { id: decision.id })).decision.status).toBe('made')
    expect((await attach(office, subject, { category: 'proof-of-sending' })).voided).toBeNull()
    const after = await office.call('decision.get', { id: decision.id })
    expect([after.decision.status, after.statementHash, after.statement.evidence]).toEqual(['made', decision.hash, []])

    const other = await fixedWithdrawal(office, { title: 'Another' })
    await office.call('decision.cancel', { id: other.id, reason: 'Not needed.' })
    office.dialogs.push(fileWith(smallPdf(), 'Letter.pdf'))
    const chosen = await office.call('evidence.choose', {})
    expect((await office.refused('evidence.attach', { subject: { kind: 'decision', id: other.id }, token: chosen?.token, fileName: 'Letter.pdf', ...facts })).happened).toBe('This decision was dropped.')
  })
})

describe('who may attach what', () => {
  it.each([
    ['Partner A', 'entry', 'minutes', 'Your role does not attach files here.'],
    ['DPO', 'entry', 'advice', 'Your role does not attach files here.'],
    ['DPO', 'decision', 'minutes', 'You attach your own advice only.'],
    ['Partner A', 'decision', 'minutes', null], ['Caldicott Guardian', 'decision', 'advice', null], ['Practice manager', 'entry', 'signed-copy', null],
  ] as const)('%s on a %s: %s', async (name, kind, category, refusal) => {
    const { entry, id } = await fixedWithdrawal(office)
    await office.seat(name)
    const subject: Subject = { kind, id: kind === 'entry' ? entry : id }
    if (refusal === null) return expect((await attach(office, subject, { category })).id).not.toBe('')
    office.dialogs.push(fileWith(smallPdf(), 'Letter.pdf'))
    const chosen = await office.call('evidence.choose', {})
    const { code, happened } = await office.refused('evidence.attach', { subject, token: chosen?.token, fileName: 'Letter.pdf', ...facts, category })
    expect([code, happened]).toEqual(['not-permitted', refusal])
  })

  it('lets nobody but the keepers delete a file', async () => {
    const { id } = await fixedWithdrawal(office)
    await office.seat('Partner A')
    const subject: Subject = { kind: 'decision', id }
    const { id: evidence } = await attach(office, subject)
    expect((await office.refused('evidence.set-aside', aside(subject, evidence, { kind: 'removed', patientData: true }))).code).toBe('not-permitted')
    await office.seat('Practice manager')
    await office.call('evidence.set-aside', aside(subject, evidence, { kind: 'removed', patientData: true }))
  })
})

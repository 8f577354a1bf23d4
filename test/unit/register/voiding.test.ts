import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreementFields, answer, fix, fixedWithdrawal, purpose, wholeDraft } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'
import { demoPractice, majority } from '../../fixtures/practice.ts'

let office: TestOffice
let decision: { entry: string; id: string; hash: string }
beforeEach(async () => {
  office = await openOffice()
  decision = await fixedWithdrawal(office)
})
afterEach(() => office.close())

/** What the newest voiding said changed, or null while the statement stands. */
async function voidedBy(act: () => Promise<unknown>): Promise<{ field: string; from: unknown; to: unknown }[] | null> {
  await act()
  const events = await office.events()
  const voided = events.findLast(({ type }) => type === 'decision.voided')
  const { decision: record } = await office.call('decision.get', { id: decision.id })
  expect(record.status).toBe(voided ? 'draft' : 'fixed')
  return voided?.type === 'decision.voided' ? voided.data.changes : null
}

async function changeEntry(change: (entry: { title: string; summary: string; owner: string | null; tags: string[] }) => object, fields = agreementFields()) {
  const { entry } = await office.call('entry.get', { id: decision.entry })
  const { title, summary, owner, tags } = entry
  return office.call('entry.change', { id: entry.id, seen: entry.changedAt, title, summary, owner, tags, what: fields, ...change({ title, summary, owner, tags }) })
}
const purposeOf = async (): Promise<string> => (await office.call('entry.get', { id: decision.entry })).entry.purposes[0]?.id ?? ''

describe('a statement that partners are asked to sign', () => {
  it('is voided when the entry’s title changes, naming each field with both values', async () => {
    expect(await voidedBy(() => changeEntry(() => ({ title: 'Risk scoring' })))).toEqual([
      { field: 'entry.title', from: 'Risk scoring for planning', to: 'Risk scoring' },
      { field: 'title', from: 'Withdraw from Risk scoring for planning', to: 'Withdraw from Risk scoring' },
    ])
  })

  it('is voided when the notice period changes, because the dates do', async () => {
    const changes = await voidedBy(() => changeEntry(() => ({}), agreementFields({ noticePeriod: 'P6M' })))
    expect(changes?.map(({ field }) => field)).toEqual(expect.arrayContaining(['summary', 'grounds.gate.judgedFor', 'dates']))
    expect(changes?.find(({ field }) => field === 'grounds.gate.judgedFor')).toEqual({ field: 'grounds.gate.judgedFor', from: '2027-03-03', to: '2027-06-03' })
  })

  it.each([
    ['the force changes', () => office.call('entry.record-force', { id: decision.entry, force: { force: 'les', reference: 'LES 12', checkedOn: '2026-11-20', note: null } }), ['grounds.force.force', 'grounds.force.reference', 'grounds.gate.reasons']],
    ['a purpose is added', async () => office.call('purpose.add', { entry: decision.entry, clause: null, purposes: [purpose('Care of patients', 'direct-care')] }), ['grounds.class', 'grounds.purposes', 'grounds.gate.answer']],
    ['a purpose is worded otherwise', async () => office.call('purpose.change', { entry: decision.entry, purpose: await purposeOf(), text: 'Planning' }), ['grounds.class', 'grounds.purposes']],
    ['a purpose is taken out', async () => office.call('purpose.remove', { entry: decision.entry, purpose: await purposeOf(), reason: 'Not in it.' }), ['grounds.class', 'grounds.purposes']],
    ['a purpose is classified otherwise', async () => office.call('purpose.classify', { entry: decision.entry, purpose: await purposeOf(), category: 'individual-care', class: 'direct-care', reason: 'Read again.' }), ['grounds.class', 'grounds.purposes']],
    ['it is seen that the entry has ended', () => office.call('entry.record-standing', { id: decision.entry, standing: { standing: 'ended', on: '2026-11-20', note: null } }), ['grounds.gate.answer', 'grounds.gate.reasons']],
    ['the draft changes', () => office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: 'Another reason.' }) }), ['reason']],
    ['advice comes in', () => office.call('decision.record-advice', { id: decision.id, advice: { role: 'dpo', name: 'DPO', view: 'against', text: 'Wait.', on: '2026-11-20' } }), ['advice']],
    ['the practice’s name changes', () => office.call('practice.change', { practice: { ...demoPractice, name: 'Demo Health Centre' } }), ['practice.name']],
  ])('is voided when %s', async (_, act, fields) => {
    const changes = await voidedBy(act)
    expect(changes?.map(({ field }) => field)).toEqual(expect.arrayContaining(fields))
    for (const { from, to } of changes ?? []) expect(from).not.toEqual(to)
  })

  it.each([
    ['the summary, tags and owner change', async () => { const owner = await office.id('Partner A'); await changeEntry(() => ({ summary: 'Other words.', tags: ['x'], owner })) }],
    ['a field changes that it does not speak of', () => changeEntry(() => ({}), agreementFields({ method: 'Secure transfer', reviewOn: '2027-01-01', dataItems: ['Diagnoses'] }))],
  ])('stands when %s', async (_, act) => {
    expect(await voidedBy(act)).toBeNull()
    await answer(office, 'Partner A', decision, 'agree')
  })

  it('stands when the same draft is saved again, in whatever Unicode form it was typed', async () => {
    await office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: 'Cafe\u0301' }) })
    decision = { ...decision, hash: await fix(office, decision.id) }
    const before = (await office.events()).length
    await office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: 'Caf\u00e9' }) })
    await office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: '  Cafe\u0301  ' }) })
    expect(await office.events()).toHaveLength(before)
    await answer(office, 'Partner A', decision, 'agree')
  })

  it('stands when a class is checked, when the sign-off rule changes and when another entry changes', async () => {
    await office.call('policy.change', { policy: { ...majority, waitForAll: true }, reason: 'As the deed says.' })
    await office.seat('Partner B')
    await office.call('purpose.check', { entry: decision.entry, purpose: await purposeOf() })
    expect((await office.call('decision.get', { id: decision.id })).decision.status).toBe('fixed')
    await answer(office, 'Partner A', decision, 'agree')
  })

  it('keeps the answers it had, voided, and asks everybody again for the new text', async () => {
    await answer(office, 'Partner A', decision, 'agree')
    await office.seat('Data protection lead')
    await changeEntry(() => ({ title: 'Risk scoring' }))
    const hash = await fix(office, decision.id)
    const detail = await office.call('decision.get', { id: decision.id })
    expect(detail.answers).toMatchObject([{ name: 'Partner A', answer: 'agree', voided: true }])
    expect(detail).toMatchObject({ answersGiven: 0, partners: [{ answered: false }, { answered: false }, { answered: false }] })
    await answer(office, 'Partner A', { id: decision.id, hash }, 'agree')
    expect((await answer(office, 'Partner B', { id: decision.id, hash }, 'agree')).decision.status).toBe('made')
    expect((await office.call('trail.check', {})).verdict).toMatchObject({ verdict: 'matches', checked: { signatures: 3, statements: 2 } })
    expect(await office.differing()).toEqual([])
  })

  it('that is fixed again word for word is answered anew', async () => {
    await answer(office, 'Partner A', decision, 'agree')
    await office.seat('Data protection lead')
    await changeEntry(() => ({ title: 'Risk scoring' }))
    await changeEntry(() => ({ title: 'Risk scoring for planning' }))
    expect(await fix(office, decision.id)).toBe(decision.hash)
    expect((await office.call('decision.get', { id: decision.id })).answersGiven).toBe(0)
    await answer(office, 'Partner A', decision, 'agree')
    expect((await answer(office, 'Partner B', decision, 'agree')).decision.status).toBe('made')
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyFields } from '../../../src/shared/domain/entry-fields.ts'
import { agreementFields, purpose, secondaryAgreement, settingFields, updateRecord, type AddEntry } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const add = async (more: Partial<AddEntry> = {}) => (await office.call('entry.add', secondaryAgreement(more))).id
const get = async (id: string) => (await office.call('entry.get', { id })).entry
const whole = async (id: string, more: object = {}) => {
  const { changedAt, title, summary, owner, tags } = await get(id)
  return { id, seen: changedAt, title, summary, owner, tags, what: agreementFields(), ...more }
}
const count = async (): Promise<number> => (await office.events()).length

const only = async (id: string) => (await get(id)).purposes[0]

describe('an entry', () => {
  it('is numbered within its kind, and no number is used twice', async () => {
    const refs: string[] = []
    for (const form of [secondaryAgreement(), updateRecord(), secondaryAgreement(), { ...secondaryAgreement(), standing: { standing: 'offered' as const, on: '2026-11-01', note: null }, what: emptyFields('declaration'), purposes: [] }]) refs.push((await office.call('entry.add', form)).ref)
    expect(refs).toEqual(['DSA-0001', 'GPC-0001', 'DSA-0002', 'DEC-0001'])
  })

  it('records only what changed, field by field', async () => {
    const id = await add()
    await office.call('entry.change', await whole(id, { title: 'Another', what: agreementFields({ noticePeriod: 'P6M' }) }))
    expect((await office.events()).at(-1)).toMatchObject({ type: 'entry.changed', data: { changes: [{ field: 'title', from: 'Risk scoring for planning', to: 'Another' }, { field: 'fields.noticePeriod', from: 'P3M', to: 'P6M' }] } })
    const before = await count()
    await office.call('entry.change', await whole(id, { what: agreementFields({ noticePeriod: 'P6M' }) }))
    expect(await count()).toBe(before)
  })

  it('is not overwritten by somebody who looked at it before another change', async () => {
    const id = await add()
    const [mine, theirs] = [await whole(id, { title: 'Mine' }), await whole(id, { title: 'Theirs' })]
    await office.call('entry.change', theirs)
    const before = await count()
    expect(await office.refused('entry.change', mine)).toMatchObject({ code: 'stale', safe: expect.stringContaining('not saved') })
    expect(await count()).toBe(before)
    expect((await get(id)).title).toBe('Theirs')
  })

  it('keeps its kind, and stands only as its kind can', async () => {
    const id = await add()
    expect((await office.refused('entry.change', await whole(id, { what: settingFields() }))).code).toBe('invalid-input')
    expect((await office.refused('entry.record-standing', { id, standing: { standing: 'off', on: '2026-11-01', note: null } })).fields).toHaveProperty(['standing.standing'])
    expect((await office.refused('entry.add', { ...updateRecord(), standing: { standing: 'signed', on: '2026-11-01', note: null } })).code).toBe('invalid-input')
  })

  it('is not seen, checked or advised on in the future', async () => {
    const id = await add()
    const tomorrow = '2026-11-24'
    expect((await office.refused('entry.record-standing', { id, standing: { standing: 'signed', on: tomorrow, note: null } })).code).toBe('invalid-input')
    expect((await office.refused('entry.record-force', { id, force: { force: 'les', reference: null, checkedOn: tomorrow, note: null } })).code).toBe('invalid-input')
    const before = await count()
    expect(await office.refused('entry.add', secondaryAgreement({ standing: { standing: 'in-use', on: tomorrow, note: null } }))).toMatchObject({ code: 'invalid-input', fields: { 'standing.on': [expect.any(String)] } })
    expect(await office.refused('entry.add', secondaryAgreement({ force: { force: 'les', reference: null, checkedOn: tomorrow, note: null } }))).toMatchObject({ code: 'invalid-input', fields: { 'force.checkedOn': [expect.any(String)] } })
    expect(await count()).toBe(before)
  })

  it('is owned by somebody who works here', async () => {
    expect((await office.refused('entry.add', secondaryAgreement({ owner: '99999999-9999-4999-8999-999999999999' }))).fields).toHaveProperty('owner')
    const id = await add({ owner: await office.id('Partner C') })
    await office.call('people.leave', { person: await office.id('Partner C'), on: '2026-11-23', reason: null })
    // Whoever left stays named until somebody changes it, and cannot be chosen anew.
    await office.call('entry.change', await whole(id, { title: 'Another' }))
    expect((await get(id)).title).toBe('Another')
  })
})

describe('a purpose', () => {
  it('that differs from the suggestion says why', async () => {
    const text = 'The data are shared to plan services.'
    const { suggestion } = await office.call('classify.suggest', { text, what: null, title: null })
    const [proposal] = suggestion.purposes
    if (!proposal) throw new Error('Nothing suggested')
    const other = proposal.class === 'direct-care' ? 'secondary-use' as const : 'direct-care' as const
    const clause = { text, place: { document: null, page: null, clause: null }, ruleSet: suggestion.ruleSet }
    const form = (reason: string | null) => secondaryAgreement({ clause, purposes: [{ text: proposal.text, proposal, classification: { category: 'individual-care', class: other, reason } }] })
    expect(await office.refused('entry.add', form(null))).toMatchObject({ code: 'invalid-input', fields: { 'purposes.0.classification.reason': [expect.any(String)] } })
    const { id } = await office.call('entry.add', form('Read with clause 4.'))
    expect(await only(id)).toMatchObject({ confirmed: { classification: { class: other, reason: 'Read with clause 4.' } }, proposal: { class: proposal.class } })
  })

  it('points at its words in the clause, in whatever form the text was pasted', async () => {
    const typed = 'At the cafe\u0301 the data are shared to plan services, as the de\u0301claration says.'
    const { suggestion } = await office.call('classify.suggest', { text: typed, what: null, title: null })
    const clause = { text: typed, place: { document: null, page: null, clause: null }, ruleSet: suggestion.ruleSet }
    expect(suggestion.purposes.length).toBeGreaterThan(0)
    const { id } = await office.call('entry.add', secondaryAgreement({ clause, purposes: suggestion.purposes.map((proposal) => ({ text: proposal.text, proposal, classification: null })) }))
    const { clauses, purposes } = await get(id)
    for (const { proposal } of purposes) expect(clauses[0]?.text.slice(proposal?.start, proposal?.end)).toBe(proposal?.text)
  })

  it('that does not stand where it is said to stand is refused', async () => {
    const clause = { text: 'The data are shared to plan.', place: { document: null, page: null, clause: null }, ruleSet: '2026-11' }
    const proposal = { text: 'plan', start: 3, end: 7, category: 'planning', class: 'secondary-use' as const, evidence: [], reason: 'So.' }
    expect((await office.refused('entry.add', secondaryAgreement({ clause, purposes: [{ text: 'plan', proposal, classification: null }] }))).code).toBe('invalid-input')
  })

  it('has to be confirmed again when its words change, and checked again when its class does', async () => {
    const id = await add()
    const which = (await only(id))?.id ?? ''
    await office.seat('Partner A')
    await office.call('purpose.check', { entry: id, purpose: which })
    expect(await only(id)).toMatchObject({ checked: { by: { name: 'Partner A' } } })
    expect((await office.refused('purpose.check', { entry: id, purpose: which })).code).toBe('not-in-this-state')
    await office.seat('Data protection lead')
    await office.call('purpose.classify', { entry: id, purpose: which, category: 'commissioning', class: 'secondary-use', reason: null })
    expect(await only(id)).toMatchObject({ checked: null, confirmed: { classification: { class: 'secondary-use' } } })
    await office.call('purpose.change', { entry: id, purpose: which, text: 'Other words' })
    expect(await only(id)).toMatchObject({ checked: null, confirmed: null })
    expect((await office.call('entry.get', { id })).class).toBe('undetermined')
    expect((await office.refused('purpose.check', { entry: id, purpose: which })).code).toBe('not-in-this-state')
  })

  it('keeps its number when another is taken out', async () => {
    const id = await add({ purposes: [purpose('One', 'secondary-use'), purpose('Two', 'secondary-use')] })
    const [first] = (await get(id)).purposes
    await office.call('purpose.remove', { entry: id, purpose: first?.id ?? '', reason: 'Not in it.' })
    await office.call('purpose.add', { entry: id, clause: null, purposes: [purpose('Three', 'secondary-use')] })
    expect((await get(id)).purposes.map(({ number, text }) => [number, text])).toEqual([[2, 'Two'], [3, 'Three']])
    expect(await office.differing()).toEqual([])
  })
})

describe('a form that cannot be saved', () => {
  it('is told by field, and nothing of it is recorded', async () => {
    const before = await count()
    const form = secondaryAgreement({ title: ' ', what: agreementFields({ noticePeriod: 'three months', endsOn: '2026-02-30', parties: [{ name: '', role: null, odsCode: null }] }), summary: 'x'.repeat(10_001) })
    const { code, fields } = await office.refused('entry.add', form)
    expect(code).toBe('invalid-input')
    expect(Object.keys(fields ?? {}).toSorted()).toEqual(['summary', 'title', 'what.fields.endsOn', 'what.fields.noticePeriod', 'what.fields.parties.0.name'])
    expect(await count()).toBe(before)
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextReviewOn, usualReviewMonths } from '../../../src/shared/domain/review-interval.ts'
import { agreementFields, purpose, secondaryAgreement, settingFields, updateRecord } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'
import { majority } from '../../fixtures/practice.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const review = { kind: 'review', on: '2026-11-23', outcome: 'unchanged', note: '', evidence: [], nextOn: '2027-11-23' } as const
const due = async (id: string) => (await office.call('entry.get', { id })).due

describe('a review', () => {
  it('moves the day of the next one, and stands in the history', async () => {
    const { id } = await office.call('entry.add', secondaryAgreement({ what: agreementFields({ reviewOn: '2026-11-01' }) }))
    expect(await due(id)).toEqual([{ on: '2026-11-01', what: 'Review' }])
    await office.call('review.record', { id, ...review, evidence: [] })
    const { entry, history } = await office.call('entry.get', { id })
    expect(entry.fields.reviewOn).toBe('2027-11-23')
    expect(entry.reviews).toMatchObject([{ kind: 'review', outcome: 'unchanged', by: { name: 'Data protection lead' } }])
    expect(await due(id)).toEqual([{ on: '2027-11-23', what: 'Review' }])
    expect(history[0]?.text).toBe('Review on 23 November 2026: nothing has changed, next on 23 November 2027')
    expect(await office.differing()).toEqual([])
  })

  it.each([
    [{ nextOn: null }, 'nextOn'], [{ nextOn: '2026-11-23' }, 'nextOn'], [{ on: '2026-11-24', nextOn: '2027-11-24' }, 'on'], [{ outcome: 'changed' }, 'note'],
    [{ kind: 'audit-check' }, 'kind'], [{ kind: 'section-251' }, 'kind'], [{ evidence: ['99999999-9999-4999-8999-999999999999'] }, 'evidence'],
  ])('is refused with %o', async (more, field) => {
    const { id } = await office.call('entry.add', secondaryAgreement())
    expect((await office.refused('review.record', { id, ...review, ...more })).fields).toHaveProperty([field])
    expect((await office.call('entry.get', { id })).entry.reviews).toBeUndefined()
  })

  it('of section 251 support sets the day on which that ends, or ends it', async () => {
    const { id } = await office.call('entry.add', secondaryAgreement({ what: agreementFields({ section251Reference: 'CAG 1', section251Expires: '2026-12-01' }) }))
    await office.call('review.record', { id, ...review, kind: 'section-251', evidence: [] })
    expect(await due(id)).toEqual([{ on: '2027-11-23', what: 'Section 251 ends' }])
    await office.call('review.record', { id, ...review, kind: 'section-251', outcome: 'decide', note: 'It was not renewed.', nextOn: null, evidence: [] })
    expect(await due(id)).toEqual([])
  })

  it('of what was written through a setting follows its own interval while the setting is on with controls', async () => {
    const { id } = await office.call('entry.add', { ...updateRecord(), what: settingFields({ auditEvery: 'P1M', settingCheckedOn: '2026-11-10' }) })
    expect(await due(id)).toEqual([])
    await office.call('entry.record-standing', { id, standing: { standing: 'on-with-controls', on: '2026-11-20', note: null } })
    expect(await due(id)).toEqual([{ on: '2026-12-10', what: 'Audit check of what was written' }])
    expect((await office.call('entry.get', { id })).reviewable).toEqual([{ kind: 'review', nextOn: '2028-11-23' }, { kind: 'audit-check', nextOn: '2026-12-23' }])
    await office.call('review.record', { id, ...review, kind: 'audit-check', nextOn: '2026-12-23', evidence: [] })
    expect(await due(id)).toEqual([{ on: '2026-12-23', what: 'Audit check of what was written' }])
    expect(await office.differing()).toEqual([])
  })
})

describe('the interval', () => {
  it('goes by class, as the practice or else the usual rule says', async () => {
    const { id } = await office.call('entry.add', secondaryAgreement())
    const next = async () => (await office.call('entry.get', { id })).reviewable[0]?.nextOn
    expect(await next()).toBe('2027-11-23')
    await office.seat('Partner A')
    await office.call('policy.change', { policy: { ...majority, reviewMonths: { ...usualReviewMonths, 'secondary-use': 3 } }, reason: 'More often.' })
    expect(await next()).toBe('2027-02-23')
    expect((await office.events()).at(-1)).toMatchObject({ type: 'policy.changed', data: { to: { reviewMonths: { 'secondary-use': 3 } } } })
    expect((await office.refused('policy.change', { policy: { ...majority, reviewMonths: { ...usualReviewMonths, mixed: 0 } }, reason: 'Never.' })).code).toBe('invalid-input')
    expect(await office.differing()).toEqual([])
  })

  it('keeps the end of a short month, and is longest for care', async () => {
    const { id } = await office.call('entry.add', secondaryAgreement({ purposes: [purpose('Care', 'direct-care')] }))
    const { entry } = await office.call('entry.get', { id })
    expect(nextReviewOn(entry, {}, 'review', '2026-02-28')).toBe('2028-02-28')
    expect(nextReviewOn({ ...entry, purposes: [] }, {}, 'review', '2026-08-31')).toBe('2027-02-28')
    expect(nextReviewOn(entry, {}, 'section-251', '2028-02-29')).toBe('2029-02-28')
  })
})

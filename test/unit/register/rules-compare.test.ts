import { afterEach, beforeEach, expect, it } from 'vitest'
import { classificationRules } from '../../../src/main/exchange/classification-rules.ts'
import { suggestPurposes } from '../../../src/shared/domain/classification/suggest.ts'
import type { PurposeClass } from '../../../src/shared/domain/class.ts'
import { secondaryAgreement } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

const text = 'The data are shared with the integrated care board to commission and plan services across the area.'
const place = { document: 'Agreement.pdf', page: 2, clause: '3.1' }

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

/** An entry whose purpose some rules proposed as a class, confirmed as it was proposed. */
async function entryReadAs(proposed: PurposeClass, ruleSet: string) {
  const [found] = suggestPurposes({ purposeText: text }, classificationRules).purposes
  if (!found) throw new Error('The rules see no purpose')
  const proposal = { ...found, class: proposed, category: proposed === 'direct-care' ? 'individual-care' : found.category, reason: 'As the old rules read it.' }
  const { id } = await office.call('entry.add', secondaryAgreement({
    clause: { text, place, ruleSet }, purposes: [{ text: found.text, proposal, classification: { category: proposal.category, class: proposed, reason: null } }],
  }))
  return { id, now: found, purpose: (await office.call('entry.get', { id })).entry.purposes[0]?.id ?? '' }
}
const purposeOf = async (id: string) => (await office.call('entry.get', { id })).entry.purposes[0]

it('tells which purposes the rules of now read differently, with the words, and changes nothing', async () => {
  const { id, now, purpose } = await entryReadAs('direct-care', '2025-01')
  await entryReadAs('direct-care', classificationRules.version)
  const same = await entryReadAs('secondary-use', '2025-01')
  const before = await office.events()
  const { ruleSet, olderPurposes, entries } = await office.call('rules.compare', {})
  expect({ ruleSet, olderPurposes }).toEqual({ ruleSet: classificationRules.version, olderPurposes: 2 })
  expect(entries.map((entry) => entry.id)).toEqual([id])
  expect(entries[0]?.purposes).toMatchObject([{
    purpose, number: 1, confirmed: 'direct-care', from: { class: 'direct-care', ruleSet: '2025-01', reason: 'As the old rules read it.' },
    to: { class: 'secondary-use', ruleSet: classificationRules.version, reason: now.reason },
  }])
  for (const words of entries[0]?.purposes[0]?.to?.words ?? []) expect(text).toContain(words)
  expect(await office.events()).toEqual(before)
  expect((await purposeOf(same.id))?.proposal?.ruleSet).toBe('2025-01')
})

it('puts the new proposal beside what was confirmed, until somebody confirms or changes it', async () => {
  const { id, purpose } = await entryReadAs('direct-care', '2025-01')
  await office.call('purpose.propose-again', { entry: id, purpose, ruleSet: classificationRules.version })
  expect(await purposeOf(id)).toMatchObject({
    confirmed: { classification: { class: 'direct-care' } }, proposal: { class: 'secondary-use', ruleSet: classificationRules.version }, proposedAgain: { name: 'Data protection lead' },
  })
  expect((await office.call('entry.get', { id })).class).toBe('direct-care')
  expect((await office.call('rules.compare', {})).entries).toEqual([])
  expect(await office.differing()).toEqual([])
  await office.call('purpose.classify', { entry: id, purpose, category: 'commissioning', class: 'secondary-use', reason: null })
  expect(await purposeOf(id)).not.toHaveProperty('proposedAgain')
  expect((await office.call('entry.get', { id })).class).toBe('secondary-use')
  const { verdict } = await office.call('trail.check', {})
  expect(verdict.verdict).toBe('matches')
})

it('asks nobody to look again where the new proposal is what was confirmed', async () => {
  const { id, purpose } = await entryReadAs('secondary-use', '2025-01')
  await office.call('purpose.propose-again', { entry: id, purpose, ruleSet: classificationRules.version })
  expect(await purposeOf(id)).not.toHaveProperty('proposedAgain')
  expect((await purposeOf(id))?.proposal?.ruleSet).toBe(classificationRules.version)
})

it('refuses rules that are not those of the app, and what is not there', async () => {
  const { id, purpose } = await entryReadAs('direct-care', '2025-01')
  expect((await office.refused('purpose.propose-again', { entry: id, purpose, ruleSet: '2031-01' })).code).toBe('stale')
  expect((await office.refused('purpose.propose-again', { entry: id, purpose: crypto.randomUUID(), ruleSet: classificationRules.version })).code).toBe('not-found')
})

it('is a line on the home page until somebody has compared, and then for as long as entries read differently', async () => {
  const line = async () => (await office.call('home.get', {})).groups.flatMap(({ lines }) => lines).find(({ link }) => link === '/positions/rules')?.title
  await entryReadAs('secondary-use', classificationRules.version)
  expect(await line()).toBeUndefined()
  const { id, purpose } = await entryReadAs('direct-care', '2025-01')
  expect(await line()).toBe('The app has newer rules that read purposes')
  await office.call('rules.compare', {})
  expect(await line()).toBe('Newer rules read 1 entry differently')
  await office.call('purpose.propose-again', { entry: id, purpose, ruleSet: classificationRules.version })
  await office.call('rules.compare', {})
  expect(await line()).toBeUndefined()
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { shippedCatalogue } from '../../../src/main/exchange/catalogue.ts'
import { standingsOfKind } from '../../../src/shared/domain/state.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

it('is added with nothing confirmed, whichever item it is', async () => {
  for (const item of shippedCatalogue.items) {
    const { id } = await office.call('catalogue.add', { item: item.id, standing: standingsOfKind[item.kind][0] })
    const { entry, class: of, force, gaps } = await office.call('entry.get', { id })
    expect(of, item.id).toBe('undetermined')
    expect(force, item.id).toBe('unknown')
    expect(entry.purposes.map(({ text }) => text)).toEqual(item.purposes.map(({ text }) => text))
    expect(entry.purposes.every(({ confirmed, checked }) => confirmed === null && checked === null), item.id).toBe(true)
    expect(entry.owner).toBeNull()
    expect(entry.force).toMatchObject({ force: 'unknown', reference: null, note: expect.stringMatching(/^Catalogue suggests: .*Not confirmed for this practice\.$/) })
    expect(entry.clauses[0]?.place.document).toBe(`Catalogue of common flows, ${shippedCatalogue.version}`)
    if (entry.kind === 'sharing-agreement') expect([entry.fields.identifiability, entry.fields.article6, entry.fields.article9, entry.fields.confidentialityBasis, entry.fields.directionReference]).toEqual([null, null, null, null, null])
    expect(gaps.length, item.id).toBeGreaterThan(0)
  }
  const types = new Set((await office.events()).map(({ type }) => type))
  expect(types.has('purpose.classified')).toBe(false)
  expect(await office.differing()).toEqual([])
}, 60_000)

it('asks how it stands, and takes only what its kind can be', async () => {
  expect(await office.refused('catalogue.add', { item: 'qresearch', standing: 'on' })).toMatchObject({ code: 'invalid-input', fields: { 'standing.standing': [expect.any(String)] } })
  expect((await office.refused('catalogue.add', { item: 'not-there', standing: 'in-use' })).code).toBe('not-found')
  const { id, ref } = await office.call('catalogue.add', { item: 'gpc-access-html', standing: 'off' })
  expect(ref).toBe('GPC-0001')
  expect((await office.call('entry.get', { id })).entry).toMatchObject({ state: 'off', fields: { mechanism: 'access-record-html', direction: 'read' } })
})

it('is confirmed like any other entry', async () => {
  const { id } = await office.call('catalogue.add', { item: 'qresearch', standing: 'in-use' })
  const purpose = (await office.call('entry.get', { id })).entry.purposes[0]
  if (!purpose?.proposal) throw new Error('Nothing is proposed')
  await office.call('purpose.classify', { entry: id, purpose: purpose.id, category: purpose.proposal.category, class: purpose.proposal.class, reason: null })
  expect((await office.call('entry.get', { id })).class).toBe('secondary-use')
})

it('is searched by words, and looking writes nothing', async () => {
  const before = (await office.events()).length
  const { items, total, version } = await office.call('catalogue.search', { words: 'scriptswitch' })
  expect(items.map(({ kind }) => kind)).toEqual(['medicines-tool', 'medicines-tool', 'medicines-tool'])
  expect([total, version]).toEqual([shippedCatalogue.items.length, shippedCatalogue.version])
  expect((await office.events()).length).toBe(before)
})

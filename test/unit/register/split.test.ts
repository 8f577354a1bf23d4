import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DecisionDraft } from '../../../src/shared/domain/decision-draft.ts'
import { emptyFields } from '../../../src/shared/domain/entry-fields.ts'
import type { Verb } from '../../../src/shared/domain/verb.ts'
import { attach, smallPdf } from '../../fixtures/evidence.ts'
import { answer, draftedDecision, fix, purpose, secondaryAgreement, settingFields, wholeDraft, type AddEntry } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const text = 'The data are shared to treat patients. The data are also used to plan services.'
const proposal = {
  text: 'The data are also used to plan services.', start: 39, end: 79, category: 'commissioning', class: 'secondary-use' as const,
  evidence: [{ start: 61, end: 65, words: 'plan', points: 'secondary-use' as const }], reason: 'The word “plan”.',
}
const mixed = (more: Partial<AddEntry> = {}): AddEntry => secondaryAgreement({
  title: 'Shared care record', summary: 'Care and planning.', tags: ['ICB'],
  clause: { text, ruleSet: '2026-11', place: { document: 'Agreement.pdf', page: 3, clause: '3.1' } },
  purposes: [purpose('Treat patients', 'direct-care'), { text: proposal.text, proposal, classification: { category: 'commissioning', class: 'secondary-use', reason: null } }, purpose('Pay for services', 'secondary-use')],
  ...more,
})
const get = async (id: string) => office.call('entry.get', { id })
const add = async (more: Partial<AddEntry> = {}) => get((await office.call('entry.add', mixed(more))).id)
type Detail = Awaited<ReturnType<typeof get>>
const input = ({ entry }: Detail, more: object = {}) => ({
  id: entry.id, seen: entry.changedAt, purposes: entry.purposes.slice(1).map(({ id }) => id), title: 'Shared care record: planning', reason: 'To decide about planning alone.', ...more,
})
const split = async (detail: Detail) => get((await office.call('entry.split', input(detail))).id)
const verb = ({ judged }: Detail, which: string) => judged.find((one) => one.verb === which)?.result.answer

/** A decision that the partners have made, with the lead at the PC again. */
async function made(entry: string, verb: Verb, draft: Partial<DecisionDraft>): Promise<string> {
  const id = await draftedDecision(office, entry, verb, wholeDraft({ noticeSentOn: null, noticeReceivedOn: null, ...draft }))
  const hash = await fix(office, id)
  for (const partner of ['Partner A', 'Partner B']) await answer(office, partner, { id, hash }, 'agree')
  await office.seat('Data protection lead')
  return id
}

const refusals = async (name: string, detail: Detail, more: object) => {
  const before = (await office.events()).length
  const refusal = await office.refused('entry.split', input(detail, more))
  expect((await office.events()).length, name).toBe(before)
  return refusal
}

describe('a mixed agreement', () => {
  it('becomes two entries, each judged by its own class', async () => {
    const before = await add()
    expect([before.class, verb(before, 'withdraw')]).toEqual(['mixed', 'not-available'])
    const other = await split(before)
    const first = await get(before.entry.id)
    expect([first.class, first.entry.purposes.map(({ text }) => text), verb(first, 'withdraw')]).toEqual(['direct-care', ['Treat patients'], 'needs-override'])
    expect([other.class, other.entry.purposes.map(({ number, text }) => `${number} ${text}`), verb(other, 'withdraw')]).toEqual(['secondary-use', [`1 ${proposal.text}`, '2 Pay for services'], 'warn'])
    const { title: _title, ref: _ref, id: _id, purposes: _purposes, clauses, purposesEver: _ever, evidence: _evidence, addedAt: _added, changedAt: _changed, splitFrom, ...rest } = other.entry
    expect(before.entry).toMatchObject(rest)
    expect(clauses).toEqual(before.entry.clauses)
    expect(splitFrom).toMatchObject({ id: before.entry.id, ref: 'DSA-0001', purposes: 2, reason: 'To decide about planning alone.' })
    expect(other.entry.ref).toBe('DSA-0002')
    expect(await office.differing()).toEqual([])
  })

  it('keeps who confirmed and checked each purpose, and who found out why it exists', async () => {
    const added = await add()
    const moved = added.entry.purposes[1]?.id ?? ''
    await office.seat('Partner A')
    await office.call('purpose.check', { entry: added.entry.id, purpose: moved })
    await office.seat('Practice manager')
    const before = await get(added.entry.id)
    const other = await split(before)
    const [purposeBefore, purposeAfter] = [before, other].map(({ entry }) => entry.purposes.find(({ id }) => id === moved))
    expect(purposeAfter).toEqual({ ...purposeBefore, number: 1 })
    expect([purposeAfter?.confirmed?.by.name, purposeAfter?.checked?.by.name, other.entry.force?.checkedBy]).toEqual(['Data protection lead', 'Partner A', 'Data protection lead'])
    expect(other.entry.splitFrom?.by.name).toBe('Practice manager')
    // The second person still may not check what they confirmed, although it now stands in another entry.
    expect((await office.refused('purpose.check', { entry: other.entry.id, purpose: moved })).code).toBe('not-in-this-state')
    expect((await office.refused('purpose.check', { entry: before.entry.id, purpose: moved })).code).toBe('not-found')
  })

  it('is told in both histories, and each leads to the other by the name it has now', async () => {
    const before = await add()
    const other = await split(before)
    const first = await get(before.entry.id)
    expect(first.history[0]?.text).toBe('Split: 2 purposes went to DSA-0002 Shared care record: planning')
    expect(other.history.map(({ text }) => text)).toEqual(['Split from DSA-0001 Shared care record, with 2 purposes', 'Added Shared care record: planning'])
    expect(first.halves).toMatchObject([{ id: other.entry.id, way: 'into', class: 'secondary-use', purposes: 2, by: 'Data protection lead' }])
    await office.call('entry.change', { id: other.entry.id, seen: other.entry.changedAt, title: 'Planning only', summary: '', owner: null, tags: [], what: { kind: 'sharing-agreement', fields: other.entry.fields } as AddEntry['what'] })
    expect((await get(before.entry.id)).halves[0]?.title).toBe('Planning only')
    expect((await get(other.entry.id)).halves).toMatchObject([{ id: before.entry.id, way: 'from', title: 'Shared care record', class: 'direct-care' }])
    expect((await office.call('trail.list', { words: '', types: ['entry.split', 'entry.split-from'], people: [], from: null, to: null, offset: 0, limit: 10 })).rows.map(({ about }) => about?.text)).toEqual(['DSA-0002', 'DSA-0001'])
  })

  it('takes along how it stood after an earlier decision, and can be split once more', async () => {
    const { entry } = await add()
    const decision = await made(entry.id, 'continue-under-protest', { effectiveOn: '2026-12-01' })
    expect(await refusals('under way', await get(entry.id), {})).toMatchObject({ code: 'not-in-this-state', happened: 'Decision D-0001 is made and still being carried out.' })
    for (const step of ['instructed', 'acknowledged'] as const) await office.call('decision.step-not-needed', { id: decision, step, reason: 'They sat at the table.' })
    await office.seat('Practice manager')
    expect((await refusals('to check', await get(entry.id), {})).happened).toBe('Decision D-0001 is carried out and waits to be checked.')
    await office.call('decision.check', { id: decision, on: '2026-11-23', how: 'Read the minutes.', evidence: [] })
    const before = await get(entry.id)
    const other = await split(before)
    expect([other.entry.state, other.decisions]).toEqual(['under-protest', []])
    const third = await get((await office.call('entry.split', input(other, { purposes: [other.entry.purposes[0]?.id] }))).id)
    expect([third.entry.splitFrom?.id, (await get(other.entry.id)).halves.map(({ way }) => way)]).toEqual([other.entry.id, ['from', 'into']])
    expect(await office.differing()).toEqual([])
  })

  it('takes only the clauses along that its purposes are quoted from', async () => {
    const before = await add()
    const other = await get((await office.call('entry.split', input(before, { purposes: [before.entry.purposes[2]?.id] }))).id)
    expect(other.entry.clauses).toEqual([])
    expect((await get(before.entry.id)).entry.clauses).toHaveLength(1)
  })

  it('has the same files of evidence in both halves, but for what was set aside', async () => {
    const { entry } = await add()
    const subject = { kind: 'entry', id: entry.id } as const
    const [agreement, old] = [await attach(office, subject, { name: 'Agreement.pdf', category: 'signed-copy' }), await attach(office, subject, { content: smallPdf('Draft'), name: 'Draft.pdf' })]
    await office.call('evidence.set-aside', { subject, evidence: old.id, kind: 'superseded', patientData: false, nameToo: false, reason: 'A newer one is there.' })
    const other = await split(await get(entry.id))
    expect(other.entry.evidence).toMatchObject([{ fileName: 'Agreement.pdf', sha256: agreement.sha256, category: 'signed-copy', attached: { name: 'Data protection lead' }, setAside: null }])
    expect((await get(entry.id)).entry.evidence).toHaveLength(2)
    expect(await office.differing()).toEqual([])
  })

  it('takes the catalogue’s text along with a purpose that the catalogue named', async () => {
    const { id } = await office.call('catalogue.add', { item: 'gm-care-record', standing: 'signed' })
    const before = await get(id)
    const moved = before.entry.purposes.slice(1)
    expect(moved.length).toBeGreaterThan(0)
    const other = await get((await office.call('entry.split', input(before, { purposes: moved.map(({ id: purposeId }) => purposeId) }))).id)
    expect(other.entry.clauses).toEqual(before.entry.clauses)
    expect(other.class).toBe('undetermined')
  })
})

describe('a split', () => {
  it('leaves at least one purpose and moves at least one, of this entry', async () => {
    const [one, another] = [await add(), await add()]
    expect((await refusals('all', one, { purposes: one.entry.purposes.map(({ id }) => id) })).fields).toEqual({ purposes: ['Leave at least one purpose where it is'] })
    expect((await refusals('none', one, { purposes: [] })).fields).toEqual({ purposes: ['Tick the purposes that move'] })
    expect((await refusals('foreign', one, { purposes: [another.entry.purposes[0]?.id] })).fields).toEqual({ purposes: ['Choose purposes of this entry'] })
    expect((await refusals('untold', one, { title: ' ', reason: '' })).fields).toEqual({ title: ['Enter a title'], reason: ['Enter why the entry is split'] })
    expect((await refusals('a number', one, { reason: 'About 943 476 5919.' })).code).toBe('nhs-number')
    expect((await refusals('twice', await add({ purposes: [purpose('Treat', 'direct-care')] }), { purposes: [one.entry.purposes[0]?.id] })).happened).toContain('two purposes')
  })

  it('waits for an open decision, and says which', async () => {
    const { entry } = await add()
    await office.call('decision.draft', { entry: entry.id, verb: 'restrict', replaces: null })
    expect(await refusals('open', await get(entry.id), {})).toMatchObject({ code: 'not-in-this-state', happened: 'Decision D-0001 is still open, and it speaks of the whole entry.', todo: expect.stringContaining('to its end first') })
  })

  it('is not made by somebody who looked at it before another change', async () => {
    const stale = await add()
    await office.call('purpose.change', { entry: stale.entry.id, purpose: stale.entry.purposes[0]?.id ?? '', text: 'Treat the patients here' })
    expect((await refusals('stale', stale, {})).code).toBe('stale')
  })

  it('is not for a switch or a signature, nor for what has ended; a tool can be split', async () => {
    const setting = await add({ what: settingFields(), standing: { standing: 'on', on: '2026-11-01', note: null } })
    expect((await refusals('setting', setting, {})).happened).toBe('A record setting is decided about as a whole, so it is not split.')
    const ended = await add({ standing: { standing: 'ended', on: '2026-11-01', note: null } })
    expect((await refusals('ended', ended, {})).happened).toContain('It has ended')
    const tool = await add({ what: emptyFields('medicines-tool'), standing: { standing: 'on', on: '2026-11-01', note: null } })
    expect((await split(tool)).class).toBe('secondary-use')
  })
})

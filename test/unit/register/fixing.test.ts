import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyDraft, type DecisionDraft } from '../../../src/shared/domain/decision-draft.ts'
import { statementHash } from '../../../src/shared/trail/canonical.ts'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { agreementFields, draftedDecision, purpose, secondaryAgreement, updateRecord, wholeDraft, type AddEntry } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'
import { majority } from '../../fixtures/practice.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const drafted = async (entry: AddEntry, verb: 'withdraw' | 'freeze' | 'switch-off' | 'restrict', draft: DecisionDraft): Promise<{ id: string; entry: string }> => {
  const added = await office.call('entry.add', entry)
  return { id: await draftedDecision(office, added.id, verb, draft), entry: added.id }
}
/** Fields that stand in the way of fixing, as the refusal and as the page say it: they have to be the same. */
async function inTheWay(id: string): Promise<string[]> {
  const { missing } = await office.call('decision.get', { id })
  const { code, fields } = await office.refused('decision.fix', { id })
  expect(code).toBe('requirements-missing')
  expect(Object.keys(fields ?? {}).toSorted()).toEqual([...new Set(missing.map(({ field }) => field))].toSorted())
  return Object.keys(fields ?? {}).toSorted()
}
const settled = { noticeSentOn: null, noticeReceivedOn: null, dataEnding: null, dataEndingBy: null } as const

describe('a decision is not fixed', () => {
  it('while anything is missing, and says all of it at once', async () => {
    const { id } = await drafted(secondaryAgreement(), 'withdraw', { ...emptyDraft, reason: '   ' })
    expect(await inTheWay(id)).toEqual(['draft.effects.contract', 'draft.effects.money', 'draft.effects.patients', 'draft.effects.service', 'draft.noticeSentOn', 'draft.reason'])
    expect((await office.events()).some(({ type }) => type === 'decision.fixed')).toBe(false)
  })

  it('without the notice period, for a withdrawal from an agreement that states none', async () => {
    const { id } = await drafted(secondaryAgreement({ what: agreementFields({ noticePeriod: null, noticeClause: null }) }), 'withdraw', wholeDraft())
    expect(await inTheWay(id)).toEqual(['draft.noticePeriodWording', 'draft.noticeSentOn'])
    await office.call('decision.change', { id, draft: wholeDraft({ noticePeriodWording: 'A quarter, clause 9', effectiveOn: '2027-04-01' }) })
    expect((await office.call('decision.fix', { id })).statement.dates).toEqual(expect.arrayContaining([{ label: 'Takes effect', date: '2027-04-01', working: 'Chosen by you' }]))
  })

  it('without an end and an exit, for a freeze', async () => {
    const { id } = await drafted(secondaryAgreement({ standing: { standing: 'offered', on: '2026-11-01', note: null } }), 'freeze', wholeDraft({ ...settled, effectiveOn: '2026-12-01' }))
    expect(await inTheWay(id)).toEqual(['draft.endsOn', 'draft.exitCondition'])
    await office.call('decision.change', { id, draft: wholeDraft({ ...settled, effectiveOn: '2026-12-01', endsOn: '2026-11-01', exitCondition: 'A DPIA is there.' }) })
    expect(await inTheWay(id)).toEqual(['draft.endsOn'])
  })

  it('without what an override asks for: reason, second partner, safety note', async () => {
    const { id } = await drafted(updateRecord(), 'switch-off', wholeDraft({ ...settled, effectiveOn: '2026-12-01' }))
    expect(await inTheWay(id)).toEqual(['draft.clinicalSafetyNote', 'draft.overrideReason', 'draft.secondPartner'])
    const filled = { ...settled, effectiveOn: '2026-12-01', clinicalSafetyNote: 'By letter.', overrideReason: 'Harm.' }
    // A second partner has to be a partner.
    await office.call('decision.change', { id, draft: wholeDraft({ ...filled, secondPartner: await office.id('Practice manager') }) })
    expect(await inTheWay(id)).toEqual(['draft.secondPartner'])
    await office.call('decision.change', { id, draft: wholeDraft({ ...filled, secondPartner: await office.id('Partner B') }) })
    expect((await office.call('decision.fix', { id })).statement).toMatchObject({ secondPartner: { name: 'Partner B' }, grounds: { gate: { answer: 'needs-override' } } })
  })

  it('without the DPO’s advice where law requires the sharing', async () => {
    const { id } = await drafted(secondaryAgreement({ force: { force: 'law', reference: 'DPN 7', checkedOn: '2026-11-02', note: null } }), 'withdraw', wholeDraft({ overrideReason: 'The direction has ended.' }))
    expect(await inTheWay(id)).toEqual(['advice'])
    const advice = { role: 'dpo', name: 'DPO', text: '', on: '2026-11-20' } as const
    await office.call('decision.record-advice', { id, advice: { ...advice, view: 'not-asked' } })
    expect(await inTheWay(id)).toEqual(['advice'])
    await office.call('decision.record-advice', { id, advice: { ...advice, view: 'for', text: 'It has ended.' } })
    await office.call('decision.fix', { id })
  })

  it('against advice without a word why', async () => {
    const { id } = await drafted(secondaryAgreement(), 'withdraw', wholeDraft())
    await office.call('decision.record-advice', { id, advice: { role: 'caldicott-guardian', name: 'Caldicott Guardian', view: 'against', text: 'Wait.', on: '2026-11-20' } })
    expect(await inTheWay(id)).toEqual(['draft.overrideReason'])
  })

  it('while nobody knows what the entry is for, or why it exists, and nobody says why it cannot wait', async () => {
    const { id } = await drafted(secondaryAgreement({ purposes: [], force: null }), 'withdraw', wholeDraft())
    expect(await inTheWay(id)).toEqual(['draft.overrideReason'])
  })

  it('while a second check is owed, where the practice asks for one', async () => {
    await office.call('policy.change', { policy: { ...majority, secondCheck: true }, reason: 'As the deed says.' })
    const { id, entry } = await drafted(secondaryAgreement(), 'withdraw', wholeDraft())
    expect(await inTheWay(id)).toEqual(['purposes'])
    const which = (await office.call('entry.get', { id: entry })).entry.purposes[0]?.id ?? ''
    expect(await office.refused('purpose.check', { entry, purpose: which })).toMatchObject({ code: 'not-permitted', happened: expect.stringContaining('yourself') })
    await office.seat('Partner A')
    await office.call('purpose.check', { entry, purpose: which })
    await office.call('decision.fix', { id })
  })

  it('when part of it is kept, without saying which part', async () => {
    const { id, entry } = await drafted(secondaryAgreement({ purposes: [purpose('Care', 'direct-care'), purpose('Planning', 'secondary-use')] }), 'restrict', wholeDraft({ ...settled, effectiveOn: '2026-12-01' }))
    expect(await inTheWay(id)).toEqual(['draft.purposesKept'])
    const [care, planning] = (await office.call('entry.get', { id: entry })).entry.purposes.map((one) => one.id)
    const keep = (...purposesKept: string[]) => ({ id, draft: wholeDraft({ ...settled, effectiveOn: '2026-12-01', purposesKept }) })
    await office.call('decision.change', keep(care ?? '', planning ?? ''))
    expect(await inTheWay(id)).toEqual(['draft.purposesKept'])
    expect((await office.refused('decision.change', keep(entry))).code).toBe('invalid-input')
    await office.call('decision.change', keep(care ?? ''))
    expect((await office.call('decision.fix', { id })).statement.summary).toContain('purpose 1')
  })
})

describe('a decision is not drawn up', () => {
  it('where the gate does not let it: a mixed agreement is not withdrawn from', async () => {
    const { id } = await office.call('entry.add', secondaryAgreement({ purposes: [purpose('Care', 'direct-care'), purpose('Planning', 'secondary-use')] }))
    const before = (await office.events()).length
    expect(await office.refused('decision.draft', { entry: id, verb: 'withdraw', replaces: null })).toMatchObject({ code: 'gate-refuses', happened: expect.stringContaining('serves care') })
    expect((await office.refused('decision.draft', { entry: id, verb: 'switch-off', replaces: null })).code).toBe('gate-refuses')
    expect(await office.events()).toHaveLength(before)
  })

  it('beside another that is still open about the same entry, nor about an entry that is not there', async () => {
    const { entry } = await drafted(secondaryAgreement(), 'withdraw', wholeDraft())
    expect((await office.refused('decision.draft', { entry, verb: 'withdraw', replaces: null })).code).toBe('not-in-this-state')
    expect((await office.refused('decision.draft', { entry: await office.id('Partner A'), verb: 'withdraw', replaces: null })).code).toBe('not-found')
    expect((await office.refused('decision.draft', { entry, verb: 'withdraw', replaces: entry })).code).toBe('not-in-this-state')
  })

  it('and is not fixed any more when the gate has closed meanwhile', async () => {
    const { id, entry } = await drafted(secondaryAgreement(), 'withdraw', wholeDraft())
    await office.call('purpose.add', { entry, clause: null, purposes: [purpose('Care', 'direct-care')] })
    expect((await office.refused('decision.fix', { id })).code).toBe('gate-refuses')
  })
})

describe('a fixed statement', () => {
  it('stands whole in its event, with the hash of its text, and says what the draft said', async () => {
    const { id } = await drafted(secondaryAgreement(), 'withdraw', wholeDraft())
    const before = await office.call('decision.get', { id })
    const fixed = await office.call('decision.fix', { id })
    expect(fixed.statement).toEqual(before.statement)
    const event = (await office.events()).at(-1)
    if (event?.type !== 'decision.fixed') throw new Error('Not fixed')
    expect(event.data.statement).toEqual(fixed.statement)
    expect(event.data.statementHash).toBe(statementHash(event.data.statement, nodeCrypto))
    expect(fixed.statementHash).toBe(event.data.statementHash)
    expect(fixed.statement.dates.map(({ label, date }) => [label, date])).toEqual([['Notice sent', '2026-12-01'], ['Notice received', '2026-12-03'], ['Notice ends', '2027-03-03'], ['Takes effect', '2027-03-03'], ['Data destroyed by', '2027-04-30']])
    expect((await office.refused('decision.fix', { id })).code).toBe('not-in-this-state')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Policy } from '../../../src/shared/domain/practice.ts'
import { answer, draftedDecision, fix, fixedWithdrawal, secondaryAgreement, updateRecord, wholeDraft } from '../../fixtures/forms.ts'
import { openOffice, passphraseOf, type TestOffice } from '../../fixtures/office.ts'
import { majority, rule } from '../../fixtures/practice.ts'

let office: TestOffice
const open = async (policy: Policy = majority): Promise<TestOffice> => (office = await openOffice({ policy }))
beforeEach(async () => { await open() })
afterEach(() => office.close())

const types = async (from = 0): Promise<string[]> => (await office.events()).slice(from).map(({ type }) => type)
const input = (decision: { id: string; hash: string }, name: string, more: object = {}) => ({ id: decision.id, statementHash: decision.hash, answer: 'agree', comment: null, passphrase: passphraseOf(name), ...more })
const see = (decision: { id: string; hash: string }) => office.call('decision.effects-shown', { id: decision.id, statementHash: decision.hash })

describe('an answer', () => {
  it('is signed, recorded and counted; the one that settles it makes the decision in the same act', async () => {
    const decision = await fixedWithdrawal(office)
    const first = await answer(office, 'Partner A', decision, 'agree')
    expect(first).toMatchObject({ decision: { status: 'fixed' }, answersGiven: 1, myAnswer: 'agree', needs: { agree: 2, partners: 3 } })
    const before = (await office.events()).length
    const second = await answer(office, 'Partner C', decision, 'agree')
    expect(second.decision.status).toBe('made')
    expect(await types(before)).toEqual(['person.key-added', 'session.signed-in', 'decision.effects-shown', 'decision.answered', 'decision.made', 'decision.planned'])
    const { verdict } = await office.call('trail.check', {})
    expect(verdict).toMatchObject({ verdict: 'matches', checked: { signatures: 2, statements: 1 } })
    expect(await office.differing()).toEqual([])
  })

  it('is given once: a second one by the same partner is refused and changes nothing', async () => {
    const decision = await fixedWithdrawal(office)
    await answer(office, 'Partner A', decision, 'agree')
    const before = await types()
    expect((await office.refused('decision.answer', input(decision, 'Partner A', { answer: 'disagree', comment: 'On second thoughts.' }))).code).toBe('already-answered')
    expect(await types()).toEqual(before)
  })

  it('to a decision that is made or refused is refused', async () => {
    await open(rule('number', 1))
    const made = await fixedWithdrawal(office)
    await answer(office, 'Partner A', made, 'agree')
    await office.seat('Partner B')
    expect(await office.refused('decision.answer', input(made, 'Partner B'))).toMatchObject({ code: 'not-in-this-state', happened: expect.stringContaining('made') })
  })

  it('to a statement that no longer stands is refused as stale, before the passphrase is asked', async () => {
    const decision = await fixedWithdrawal(office)
    await office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: 'Another reason.' }) })
    const hash = await fix(office, decision.id)
    expect(hash).not.toBe(decision.hash)
    await office.seat('Partner A')
    const before = await types()
    expect((await office.refused('decision.effects-shown', { id: decision.id, statementHash: decision.hash })).code).toBe('stale')
    expect((await office.refused('decision.answer', input(decision, 'Partner A', { passphrase: 'entirely wrong words' }))).code).toBe('stale')
    expect(await types()).toEqual(before)
  })

  it('needs the effects to have been shown to that partner, and for that statement', async () => {
    const decision = await fixedWithdrawal(office)
    await office.seat('Partner A')
    await see(decision)
    await office.seat('Partner B')
    expect((await office.refused('decision.answer', input(decision, 'Partner B'))).code).toBe('not-in-this-state')
    await see(decision)
    await office.call('decision.answer', { ...input(decision, 'Partner B'), answer: 'agree' })
    // Shown once is shown: no second event for looking again.
    const before = await types()
    await see(decision)
    expect(await types()).toEqual(before)
  })

  it('that disagrees says why; a comment is signed as it is kept, in NFC', async () => {
    const decision = await fixedWithdrawal(office)
    await office.seat('Partner A')
    await see(decision)
    for (const comment of [null, '', '   ']) expect(await office.refused('decision.answer', input(decision, 'Partner A', { answer: 'disagree', comment }))).toMatchObject({ code: 'invalid-input', fields: { comment: [expect.any(String)] } })
    const { answers } = await office.call('decision.answer', { ...input(decision, 'Partner A'), answer: 'disagree', comment: '  Cafe\u0301 \ud800 not for us. ' })
    expect(answers).toMatchObject([{ answer: 'disagree', comment: 'Caf\u00e9 \ufffd not for us.' }])
    expect((await office.call('trail.check', {})).verdict).toMatchObject({ verdict: 'matches', checked: { signatures: 1 } })
  })

  it('is refused with a wrong passphrase, which is an event, and after five of them with a wait', async () => {
    const decision = await fixedWithdrawal(office)
    await office.seat('Partner A')
    await see(decision)
    for (let tries = 1; tries <= 5; tries += 1) {
      expect((await office.refused('decision.answer', input(decision, 'Partner A', { passphrase: 'entirely wrong words' }))).code).toBe('wrong-passphrase')
      expect((await office.events()).at(-1)).toMatchObject({ type: 'session.refused', actor: { id: 'system' }, data: { tries, at: 'answer' } })
    }
    const before = await types()
    expect((await office.refused('decision.answer', input(decision, 'Partner A'))).code).toBe('wait')
    expect(await types()).toEqual(before)
    office.clock.pass(61_000)
    await office.call('decision.answer', { ...input(decision, 'Partner A'), answer: 'agree' })
    // The right words wipe the slate clean.
    office.clock.pass(1000)
    await office.seat('Partner B')
    await see(decision)
    await office.refused('session.sign-in', { person: await office.id('Partner A'), passphrase: 'entirely wrong words' })
    expect((await office.events()).at(-1)).toMatchObject({ type: 'session.refused', data: { tries: 1 } })
  })

  it('is refused to whoever is no partner, and to a partner who has left', async () => {
    const decision = await fixedWithdrawal(office)
    for (const name of ['Data protection lead', 'Practice manager', 'DPO', 'Auditor']) {
      await office.seat(name)
      expect((await office.refused('decision.answer', input(decision, name))).code, name).toBe('not-permitted')
    }
    await office.seat('Partner C')
    await see(decision)
    await office.seat('Data protection lead')
    await office.call('people.leave', { person: await office.id('Partner C'), on: '2026-11-24', reason: null })
    await office.seat('Partner C')
    office.clock.moveTo('2026-11-23T23:58:00.000Z')
    await office.seat('Partner C')
    office.clock.moveTo('2026-11-24T00:02:00.000Z')
    expect((await office.refused('decision.answer', input(decision, 'Partner C'))).code).toBe('not-signed-in')
  })

  it('is hidden from partners who have not answered, and shown to them afterwards', async () => {
    const decision = await fixedWithdrawal(office)
    await answer(office, 'Partner A', decision, 'disagree', 'Not for us.')
    await office.seat('Partner B')
    const seen = await office.call('decision.get', { id: decision.id })
    expect(seen).toMatchObject({ answersShown: false, answersGiven: 1, answers: [], partners: [{ answered: true }, { answered: false }, { answered: false }] })
    expect(JSON.stringify(seen)).not.toContain('Not for us.')
    const after = await answer(office, 'Partner B', decision, 'agree')
    expect(after).toMatchObject({ answersShown: true, answers: [{ comment: 'Not for us.' }, { answer: 'agree' }] })
  })
})

describe('a decision', () => {
  it('that is refused stays refused: no answer, no change, no second fixing', async () => {
    const decision = await fixedWithdrawal(office)
    await answer(office, 'Partner A', decision, 'disagree', 'No.')
    const refused = await answer(office, 'Partner B', decision, 'disagree', 'No.')
    expect(refused.decision.status).toBe('refused')
    await office.seat('Partner C')
    expect((await office.refused('decision.answer', input(decision, 'Partner C'))).code).toBe('not-in-this-state')
    await office.seat('Data protection lead')
    const before = await types()
    for (const [call, more] of [['decision.change', { draft: wholeDraft({ reason: 'Again.' }) }], ['decision.fix', {}], ['decision.cancel', { reason: 'Dropped.' }], ['decision.record-advice', { advice: { role: 'dpo', name: 'DPO', view: 'for', text: 'Yes.', on: '2026-11-20' } }]] as const) {
      expect((await office.refused(call, { id: decision.id, ...more })).code, call).toBe('not-in-this-state')
    }
    expect(await types()).toEqual(before)
    // A change of mind is a new decision about the same entry.
    expect(await office.call('decision.draft', { entry: decision.entry, verb: 'withdraw', replaces: null })).toMatchObject({ ref: 'D-0002' })
  })

  it('that is made says what the entry is from then on, where not acting is the whole of it', async () => {
    await open(rule('number', 1))
    const { id } = await office.call('entry.add', secondaryAgreement({ standing: { standing: 'offered', on: '2026-11-01', note: null } }))
    const decision = await draftedDecision(office, id, 'freeze', wholeDraft({ noticeSentOn: null, noticeReceivedOn: null, effectiveOn: '2026-12-01', endsOn: '2027-12-01', exitCondition: 'A DPIA is there.', dataEnding: null, dataEndingBy: null }))
    const hash = await fix(office, decision)
    await answer(office, 'Partner A', { id: decision, hash }, 'agree')
    expect((await office.call('entry.get', { id })).entry.state).toBe('frozen')
    expect(await office.differing()).toEqual([])
  })

  it('is not dropped once somebody has answered it', async () => {
    const decision = await fixedWithdrawal(office)
    await answer(office, 'Partner A', decision, 'agree')
    await office.seat('Data protection lead')
    expect((await office.refused('decision.cancel', { id: decision.id, reason: 'Dropped.' })).code).toBe('not-in-this-state')
  })

  it('that overrides a contract needs the second partner to agree, whatever the count', async () => {
    await office.seat('Data protection lead')
    const { id: entry } = await office.call('entry.add', updateRecord())
    const id = await draftedDecision(office, entry, 'switch-off', wholeDraft({
      noticeSentOn: null, noticeReceivedOn: null, dataEnding: null, dataEndingBy: null, effectiveOn: '2026-12-01',
      overrideReason: 'Patients may be harmed.', clinicalSafetyNote: 'Documents arrive by letter; reception watches.', secondPartner: await office.id('Partner C'),
    }))
    const hash = await fix(office, id)
    await answer(office, 'Partner A', { id, hash }, 'agree')
    expect((await answer(office, 'Partner B', { id, hash }, 'agree')).decision.status).toBe('fixed')
    expect((await answer(office, 'Partner C', { id, hash }, 'disagree', 'Not like this.')).decision.status).toBe('refused')
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })

  it('waits for everybody where the practice says so', async () => {
    await open(rule('majority', null, true))
    const decision = await fixedWithdrawal(office)
    await answer(office, 'Partner A', decision, 'agree')
    expect((await answer(office, 'Partner B', decision, 'agree')).decision.status).toBe('fixed')
    expect((await answer(office, 'Partner C', decision, 'stand-aside')).decision.status).toBe('made')
  })
})

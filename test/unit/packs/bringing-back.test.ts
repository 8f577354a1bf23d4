import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unwrapKey } from '../../../src/main/identity/passphrase.ts'
import { privateKeyFrom, signAnswer } from '../../../src/main/identity/signing-key.ts'
import type { SealedAnswer } from '../../../src/shared/pack/answers-file.ts'
import { days, minutes } from '../../fixtures/clock.ts'
import { answer, draftedDecision, fix, fixedWithdrawal, secondaryAgreement, wholeDraft } from '../../fixtures/forms.ts'
import { openOffice, passphraseOf, type TestOffice } from '../../fixtures/office.ts'
import { answerPack, answersIn, bringBack, makePack, packIn, sealed, secondComputer, written } from '../../fixtures/packs.ts'
import { rule } from '../../fixtures/practice.ts'

let office: TestOffice
let second: TestOffice
let decision: Awaited<ReturnType<typeof fixedWithdrawal>>

beforeEach(async () => {
  office = await openOffice({ policy: rule('number', 2) })
  for (const name of ['Partner A', 'Partner B', 'Partner C']) await office.seat(name)
  decision = await fixedWithdrawal(office)
  second = secondComputer(office)
})
afterEach(async () => {
  await second.close()
  await office.close()
})

const types = async (after: number): Promise<string[]> => (await office.events()).slice(after).map(({ type }) => type)
const length = async (): Promise<number> => (await office.call('app.status', {})).seq
describe('bringing answers back', () => {
  it('says what would happen, records it with how it came in, and settles as any answer does', async () => {
    await answer(office, 'Partner A', decision, 'agree')
    await office.seat('Practice manager')
    const answers = await answerPack(second, await makePack(office), [{ answer: 'agree', comment: 'Read at home.' }])
    const before = await length()
    const preview = await bringBack(office, answers)
    expect(preview).toMatchObject({ signatory: 'Partner B', items: [{ ref: 'D-0001', answer: 'agree', comment: 'Read at home.', taken: true, says: expect.stringContaining('with it the decision is made') }] })
    expect(await length()).toBe(before)
    expect(await office.call('pack.record', { token: preview.token })).toEqual({ recorded: 1 })
    expect(await types(before)).toEqual(['decision.effects-shown', 'decision.answered', 'decision.made', 'decision.planned'])
    const events = await office.events()
    const [shown, answered] = [events[before], events[before + 1]]
    if (shown?.type !== 'decision.effects-shown' || answered?.type !== 'decision.answered') throw new Error('Other events')
    expect(answered).toMatchObject({ actor: { name: 'Practice manager' }, data: { signatory: await office.id('Partner B'), comment: 'Read at home.', via: { pack: expect.stringMatching(/^[0-9a-f]{64}$/) } } })
    expect(shown.data.elsewhere).toEqual({ id: answered.data.signatory, name: 'Partner B', shownAt: answered.data.via?.shownAt, pack: answered.data.via?.pack })
    const detail = await office.call('decision.get', { id: decision.id })
    expect(detail.decision.status).toBe('made')
    expect(detail.answers.find(({ name }) => name === 'Partner B')).toMatchObject({ how: 'pack', recordedBy: 'Practice manager' })
    expect((await office.call('trail.check', {})).verdict).toMatchObject({ verdict: 'matches' })
    expect(await office.differing()).toEqual([])
    // Doubled: the same file once more.
    expect((await bringBack(office, answers)).items).toMatchObject([{ taken: false, says: expect.stringContaining('was made meanwhile') }])
  })

  it('takes a choice about one of the nine actions as well', async () => {
    const { id } = await office.call('action.propose', { action: 'dsa-freeze', choice: 'taken', on: '2026-12-01', reason: 'The partners met.' })
    const answers = await answerPack(second, await makePack(office), [{ answer: 'disagree', comment: 'Not yet.' }, { answer: 'agree' }])
    const { token, items } = await bringBack(office, answers)
    expect(items.map(({ taken }) => taken)).toEqual([true, true])
    await office.call('pack.record', { token })
    expect(await office.call('action.statement', { id })).toMatchObject({ answersGiven: 1, answers: [{ name: 'Partner B', how: 'pack', recordedBy: 'Data protection lead' }] })
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
    expect(await office.differing()).toEqual([])
  })

  it('refuses a file as a whole where it is not one for this register now', async () => {
    const pack = await makePack(office)
    const answers = answersIn(await answerPack(second, pack))
    const before = await length()
    const refused = async (value: unknown): Promise<string> => {
      office.dialogs.push(written(value, 'other.psr-answers'))
      return (await office.refused('pack.bring-back', {})).happened
    }
    expect(await refused({ ...answers, register: { ...answers.register, id: decision.id } })).toContain('another register')
    expect(await refused({ ...answers, pack: 'ab'.repeat(32) })).toContain('never made here')
    expect(await refused({ ...answers, signatory: { id: decision.id, name: 'Partner B' } })).toContain('not in this register')
    expect(await refused({ ...answers, signatory: { id: await office.id('DPO'), name: 'DPO' } })).toContain('not a partner in office')
    expect(await refused({ ...answers, signatory: { id: await office.id('Partner C'), name: 'Partner C' } })).toContain('never made here for Partner C')
    expect(await refused({ ...answers, answers: [] })).toContain('form of a file of answers')
    expect(await refused(JSON.stringify(answers).slice(0, -30))).toContain('cut off or damaged')
    expect(await refused(readFileSync(pack))).toContain('a sign-off pack, not a file of answers')
    expect(await refused('Dear colleagues,')).toContain('not a file of answers')
    expect(await length()).toBe(before)
  })

  it('is over for a key that was replaced since, so that a lost pack is of no use', async () => {
    const answers = await answerPack(second, await makePack(office))
    await office.call('people.replace-key', { person: await office.id('Partner B'), passphrase: passphraseOf('Partner B'), voucher: await office.id('Partner C'), voucherPassphrase: passphraseOf('Partner C') })
    office.dialogs.push(answers)
    office.clock.pass(minutes(5))
    expect((await office.refused('pack.bring-back', {})).happened).toContain('new key since this pack was made')
  })

  it('refuses one answer for what is wrong with it, and still takes the others of the file', async () => {
    const { id: entry } = await office.call('entry.add', secondaryAgreement({ title: 'Another flow' }))
    const other = await draftedDecision(office, entry, 'withdraw', wholeDraft())
    await fix(office, other)
    const good = answersIn(await answerPack(second, await makePack(office), [{ answer: 'disagree', comment: 'Too soon.' }, { answer: 'agree' }]))
    const [first, last] = good.answers
    if (!first || !last) throw new Error('Two answers')
    const cases: [string, unknown, string][] = [
      ['turned round', sealed(good, (one) => (one === first ? { ...one, answer: 'agree' } : one)), 'changed after it was signed'],
      ['another comment', sealed(good, (one) => (one === first ? { ...one, comment: 'With pleasure.' } : one)), 'changed after it was signed'],
      ['shown at another time', { ...good, answers: [{ ...first, shownAt: '2026-11-23T08:00:00.000Z' }, last] }, 'changed after it was saved'],
      ['another signatory', { ...good, answers: [{ ...first, signatory: decision.id }, last] }, 'in the name of somebody else'],
      ['another key', { ...good, answers: [{ ...first, publicKey: Buffer.alloc(32, 7).toString('base64') }, last] }, 'not signed with Partner B’s key'],
      ['no form', { ...good, answers: [{ ...first, answer: 'perhaps' }, last] }, 'damaged or changed'],
      ['no longer in Unicode’s usual form', { ...good, answers: [{ ...first, comment: 'Cafe\u0301' }, last] }, 'changed after'],
    ]
    for (const [what, file, words] of cases) {
      // A file whose text is not in the recorded form is refused as a whole.
      if (what.startsWith('no longer')) {
        office.dialogs.push(written(JSON.stringify(file), 'x.psr-answers'))
        expect((await office.refused('pack.bring-back', {})).happened, what).toContain('form of a file of answers')
        continue
      }
      const { items } = await bringBack(office, written(file, 'x.psr-answers'))
      expect(items.map(({ taken }) => taken), what).toEqual([false, true])
      expect(items[0]?.says, what).toContain(words)
    }
    const twice = await bringBack(office, written({ ...good, answers: [first, first] }, 'x.psr-answers'))
    expect(twice.items.map(({ taken }) => taken)).toEqual([true, false])
    expect(twice.items[1]?.says).toContain('twice in this file')
    const before = await length()
    const { token } = await bringBack(office, written({ ...good, answers: [{ ...first, answer: 'agree' }, last] }, 'x.psr-answers'))
    expect(await office.call('pack.record', { token })).toEqual({ recorded: 1 })
    expect(await types(before)).toEqual(['decision.effects-shown', 'decision.answered'])
    expect((await office.refused('pack.record', { token })).code).toBe('stale')
  })

  it('refuses what is outdated: a text that was changed, a decision that was settled, an answer given meanwhile', async () => {
    const answers = await answerPack(second, await makePack(office), [{ answer: 'agree' }])
    const stale = await bringBack(office, answers)
    await answer(office, 'Partner B', decision, 'stand-aside')
    await office.seat('Data protection lead')
    expect((await bringBack(office, answers)).items[0]).toMatchObject({ taken: false, says: expect.stringContaining('has answered this statement already') })
    // The preview from before was another person's list by now, and says something else than what is so.
    expect((await office.refused('pack.record', { token: stale.token })).code).toBe('stale')
    await office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: 'Another reason.' }) })
    expect((await bringBack(office, answers)).items[0]).toMatchObject({ taken: false, says: expect.stringContaining('was changed after it was sent') })
    const again = { id: decision.id, hash: await fix(office, decision.id) }
    const fresh = await answerPack(second, await makePack(office), [{ answer: 'agree' }])
    for (const name of ['Partner A', 'Partner C']) await answer(office, name, again, 'agree')
    await office.seat('Data protection lead')
    expect((await bringBack(office, fresh)).items[0]).toMatchObject({ taken: false, says: expect.stringContaining('was made meanwhile') })
  })

  it('records nothing where something changed between the list and the button', async () => {
    const answers = await answerPack(second, await makePack(office), [{ answer: 'agree' }])
    const { token } = await bringBack(office, answers)
    await office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: 'Another reason.' }) })
    const before = await length()
    expect(await office.refused('pack.record', { token })).toMatchObject({ code: 'stale', safe: 'Nothing of the file was recorded.' })
    expect(await length()).toBe(before)
  })

  it('tells times that cannot be, and a comment with an NHS number', async () => {
    const pack = await makePack(office)
    second.clock.pass(days(2))
    const future = await answerPack(second, pack)
    expect((await bringBack(office, future)).items[0]).toMatchObject({ taken: false, says: expect.stringContaining('has not come yet') })
    office.clock.pass(days(3))
    await office.seat('Data protection lead')
    expect((await bringBack(office, future)).items[0]).toMatchObject({ taken: true })
    // The partner's own computer would not sign such things, so they are signed here with the key as it lies in the register.
    const key = await unwrapKey(packIn(pack).key, passphraseOf('Partner B'))
    if (!key) throw new Error('No key')
    const file = answersIn(future)
    const resigned = (change: Partial<SealedAnswer>) => sealed(file, (one) => {
      const { statementHash: asked, decision: of, signatory, answer: said, comment, signedAt, publicKey, shownAt } = { ...one, ...change }
      const signed = { statementHash: asked, decision: of, signatory, answer: said, comment, signedAt }
      return { ...signed, signature: signAnswer(signed, privateKeyFrom(key)), publicKey, shownAt, seal: '' }
    })
    const early = '2026-11-01T09:00:00.000Z'
    for (const [change, words] of [
      [{ signedAt: early, shownAt: early }, 'before the statement was fixed'], [{ shownAt: '2026-12-01T09:00:00.000Z' }, 'shown only after it was signed'],
      [{ answer: 'disagree', comment: null }, 'does not say why'], [{ comment: 'About 943 476 5919.' }, 'NHS number'], [{ decision: await office.id('DPO') }, 'no such statement'],
    ] as const) expect((await bringBack(office, written(resigned(change), 'x.psr-answers'))).items[0]).toMatchObject({ taken: false, says: expect.stringContaining(words) })
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedWithdrawal, secondaryAgreement } from '../../fixtures/forms.ts'
import { days, minutes } from '../../fixtures/clock.ts'
import { officeIn, openOffice, passphraseOf, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const whoIsIn = async (): Promise<string | null> => (await office.call('app.status', {})).person?.name ?? null
const wrong = async (name: string) => office.refused('session.sign-in', { person: await office.id(name), passphrase: 'entirely wrong words' })

const replace = async (more: object = {}) => ({
  person: await office.id('Partner A'), passphrase: 'a wholly new sentence', voucher: await office.id('Partner B'), voucherPassphrase: passphraseOf('Partner B'), ...more,
})

describe('the lock', () => {
  it('falls after ten minutes without a sign of life', async () => {
    office.clock.pass(minutes(10) - 2000)
    expect((await office.app.dispatch('home.get', {})).ok).toBe(true)
    office.clock.pass(minutes(10) + 1)
    expect(await office.app.dispatch('home.get', {})).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
    expect(await whoIsIn()).toBeNull()
    expect((await office.refused('entry.add', secondaryAgreement())).code).toBe('not-signed-in')
  })

  it('is put off by every call of somebody who is signed in, and by none that anybody may make', async () => {
    for (let round = 0; round < 4; round += 1) {
      office.clock.pass(minutes(4))
      await office.call('session.touch', {})
    }
    expect(await whoIsIn()).toBe('Data protection lead')
    for (let round = 0; round < 3; round += 1) {
      office.clock.pass(minutes(4))
      await office.call('session.people', {})
    }
    expect(await whoIsIn()).toBeNull()
  })

  it('falls when the clock leaps, either way', async () => {
    office.clock.pass(-minutes(11))
    expect(await whoIsIn()).toBeNull()
    await office.seat('Data protection lead')
    office.clock.pass(days(400))
    expect(await whoIsIn()).toBeNull()
  })

  it('falls when somebody asks for it, and when the app is started again', async () => {
    await office.call('session.lock', {})
    expect(await whoIsIn()).toBeNull()
    await office.seat('Partner A')
    await office.close()
    office = officeIn(office.folder, office.clock)
    expect(await office.call('app.status', {})).toMatchObject({ phase: 'sign-in', person: null, practice: { name: 'Demo Surgery' } })
  })

  it('keeps forms in progress, each person’s their own', async () => {
    const value = { title: 'Half a title', parties: [{ name: '' }] }
    await office.call('draft.save', { key: 'entry', value })
    await office.seat('Partner A')
    expect(await office.call('draft.get', { key: 'entry' })).toBeNull()
    await office.call('draft.save', { key: 'entry', value: 'mine' })
    await office.close()
    office = officeIn(office.folder, office.clock)
    await office.seat('Data protection lead')
    expect(await office.call('draft.get', { key: 'entry' })).toMatchObject({ value })
    await office.call('draft.discard', { key: 'entry' })
    expect(await office.call('draft.get', { key: 'entry' })).toBeNull()
    await office.seat('Partner A')
    expect(await office.call('draft.get', { key: 'entry' })).toMatchObject({ value: 'mine' })
  })
})

describe('signing in', () => {
  it('asks everybody for a passphrase of their own at the first time, and no second time', async () => {
    const person = await office.id('Partner A')
    expect((await office.refused('session.sign-in', { person, passphrase: 'anything at all' })).code).toBe('not-found')
    expect((await office.refused('session.choose-passphrase', { person, passphrase: 'too short' })).code).toBe('invalid-input')
    await office.seat('Partner A')
    expect(await whoIsIn()).toBe('Partner A')
    expect((await office.refused('session.choose-passphrase', { person, passphrase: 'a new one for somebody else' })).code).toBe('not-in-this-state')
  })

  it('with a wrong passphrase is an event each time, and from the fifth on waits that grow', async () => {
    for (let tries = 1; tries <= 4; tries += 1) expect((await wrong('Data protection lead')).code).toBe('wrong-passphrase')
    expect(await wrong('Data protection lead')).toMatchObject({ code: 'wrong-passphrase', todo: expect.stringContaining('5 times') })
    const right = { person: await office.id('Data protection lead'), passphrase: passphraseOf('Data protection lead') }
    expect((await office.refused('session.sign-in', right)).code).toBe('wait')
    expect((await office.call('session.people', {})).find(({ name }) => name === 'Data protection lead')?.waitUntil).not.toBeNull()
    office.clock.pass(minutes(1))
    expect((await wrong('Data protection lead')).code).toBe('wrong-passphrase')
    office.clock.pass(minutes(1))
    expect((await office.refused('session.sign-in', right)).code).toBe('wait')
    office.clock.pass(minutes(1))
    await office.call('session.sign-in', right)
    const refused = (await office.events()).filter(({ type }) => type === 'session.refused')
    expect(refused.map(({ data }) => data)).toEqual([1, 2, 3, 4, 5, 6].map((tries) => ({ tries, at: 'sign-in' })))
    // Nobody else had to wait, and the right words wiped the slate clean.
    await office.seat('Partner A')
    await wrong('Data protection lead')
    expect((await office.events()).at(-1)).toMatchObject({ data: { tries: 1 } })
  })

  it('outlives a restart with its count', async () => {
    for (let tries = 1; tries <= 5; tries += 1) await wrong('Data protection lead')
    await office.close()
    office = officeIn(office.folder, office.clock)
    expect((await wrong('Data protection lead')).code).toBe('wait')
  })

  it('is not for people who have left or have not begun', async () => {
    await office.call('people.add', { name: 'Partner D', role: 'partner', startedOn: '2026-12-01' })
    await office.call('people.leave', { person: await office.id('Partner C'), on: '2026-11-23', reason: null })
    const names = (await office.call('session.people', {})).map(({ name }) => name)
    expect(names).not.toContain('Partner C')
    expect(names).not.toContain('Partner D')
    const left = (await office.call('people.list', {})).find(({ name }) => name === 'Partner C')
    expect((await office.refused('session.choose-passphrase', { person: left?.id, passphrase: 'twelve letters or more' })).code).toBe('not-found')
  })
})

describe('a lost passphrase', () => {
  beforeEach(async () => {
    await office.seat('Partner A')
    await office.seat('Partner B')
    await office.call('session.lock', {})
  })

  it('means a new key that another partner vouches for; what the old one signed stays good', async () => {
    const decision = await fixedWithdrawal(office)
    const answer = async (passphrase: string) => {
      await office.call('decision.effects-shown', { id: decision.id, statementHash: decision.hash })
      return office.call('decision.answer', { id: decision.id, statementHash: decision.hash, answer: 'agree', comment: null, passphrase })
    }
    await office.seat('Partner A')
    await answer(passphraseOf('Partner A'))
    await office.call('people.replace-key', await replace())
    expect((await office.events()).at(-1)).toMatchObject({ type: 'person.key-added', actor: { name: 'Partner B' }, data: { because: 'lost-passphrase', vouchedBy: await office.id('Partner B') } })
    expect((await office.refused('session.sign-in', { person: await office.id('Partner A'), passphrase: passphraseOf('Partner A') })).code).toBe('wrong-passphrase')
    await office.call('session.sign-in', { person: await office.id('Partner A'), passphrase: 'a wholly new sentence' })
    expect((await office.call('people.list', {})).find(({ name }) => name === 'Partner A')?.keys).toMatchObject([{ because: 'first-use' }, { because: 'lost-passphrase', vouchedBy: 'Partner B' }])
    expect((await office.call('trail.check', {})).verdict).toMatchObject({ verdict: 'matches', checked: { signatures: 1 } })
  })

  it.each([
    ['by oneself', async () => replace({ voucher: await office.id('Partner A'), voucherPassphrase: passphraseOf('Partner A') }), 'not-permitted'],
    ['by somebody who is no partner', async () => replace({ voucher: await office.id('Data protection lead'), voucherPassphrase: passphraseOf('Data protection lead') }), 'not-permitted'],
    ['with a wrong passphrase of the partner', () => replace({ voucherPassphrase: 'entirely wrong words' }), 'wrong-passphrase'],
    ['with a new passphrase that is too short', () => replace({ passphrase: 'short' }), 'invalid-input'],
    ['for somebody who has none yet', async () => replace({ person: await office.id('Partner C') }), 'not-in-this-state'],
  ])('is not vouched for %s', async (_, input, code) => {
    expect((await office.refused('people.replace-key', await input())).code).toBe(code)
    expect((await office.events()).filter(({ type }) => type === 'person.key-added')).toHaveLength(3)
  })
})

describe('people', () => {
  it('do not leave while they are the last partner, and do not record their own leaving', async () => {
    const leave = async (name: string, on = '2026-11-23') => ({ person: await office.id(name), on, reason: null })
    expect((await office.refused('people.leave', await leave('Data protection lead'))).code).toBe('not-permitted')
    const [a, b, c] = [await leave('Partner A'), await leave('Partner B'), await leave('Partner C')]
    await office.call('people.leave', a)
    await office.call('people.leave', b)
    expect(await office.refused('people.leave', c)).toMatchObject({ code: 'not-permitted', happened: expect.stringContaining('last partner') })
    expect((await office.refused('people.change', { person: c.person, name: 'Partner C', role: 'practice-manager' })).code).toBe('not-permitted')
    const lead = await office.refused('people.change', { person: await office.id('Data protection lead'), name: 'Data protection lead', role: 'partner' })
    expect(lead.code).toBe('not-permitted')
    await office.call('people.change', { person: c.person, name: 'Partner C, senior', role: 'partner' })
    expect((await office.refused('people.leave', a)).code).toBe('not-in-this-state')
    expect((await office.refused('people.leave', { ...c, on: '2020-01-01' })).code).toBe('invalid-input')
  })

  it('do not share a name, and a rule does not ask for more partners than there are', async () => {
    expect((await office.refused('people.add', { name: 'partner a', role: 'partner', startedOn: '2026-11-01' })).code).toBe('invalid-input')
    expect((await office.refused('people.change', { person: await office.id('Partner B'), name: 'Partner A', role: 'partner' })).code).toBe('invalid-input')
    const policy = { quorum: 'number', number: 4, waitForAll: false, secondCheck: false, ownCheckReason: null, contractBindsFrom: null }
    expect((await office.refused('policy.change', { policy, reason: 'x' })).fields).toHaveProperty(['policy.number'])
  })
})

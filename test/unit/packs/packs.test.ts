import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { sealOf, type SealedAnswer } from '../../../src/shared/pack/answers-file.ts'
import { packHash, type SignOffPack } from '../../../src/shared/pack/sign-off-pack.ts'
import { canonical, statementHash } from '../../../src/shared/trail/canonical.ts'
import { days, minutes } from '../../fixtures/clock.ts'
import { answer, draftedDecision, fix, fixedWithdrawal, secondaryAgreement, wholeDraft } from '../../fixtures/forms.ts'
import { openOffice, passphraseOf, type TestOffice } from '../../fixtures/office.ts'
import { answerPack, bringBack, jsonOf, makePack, openPack, secondComputer } from '../../fixtures/packs.ts'
import { rule } from '../../fixtures/practice.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'

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
const written = (value: unknown, name = 'other.psr-pack'): string => {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, typeof value === 'string' || value instanceof Uint8Array ? value : canonical(value))
  return file
}
const packIn = (file: string): SignOffPack => jsonOf(file) as unknown as SignOffPack
const withHash = ({ hash: _hash, ...pack }: SignOffPack): SignOffPack => ({ ...pack, hash: packHash(pack, nodeCrypto) })
const answersIn = (file: string) => jsonOf(file) as { register: { id: string }; pack: string; answers: SealedAnswer[] }
const sealed = (file: ReturnType<typeof answersIn>, change: (one: SealedAnswer) => SealedAnswer) => ({
  ...file, answers: file.answers.map((one) => { const next = change(one); return { ...next, seal: sealOf(file.register.id, file.pack, next, nodeCrypto) } }),
})
const refusedOpening = async (file: string): Promise<string> => {
  second.dialogs.push(file)
  const { code, happened } = await second.refused('elsewhere.open', { from: 'dialog' })
  expect(await second.call('elsewhere.get', {})).toBeNull()
  return `${code}: ${happened}`
}

describe('making a pack', () => {
  it('holds what waits for that partner, whole, with their wrapped key and the head, and is an event with its hash', async () => {
    const before = await length()
    const file = await makePack(office)
    const pack = packIn(file)
    const bytes = readFileSync(file)
    expect(bytes.toString()).toBe(canonical(pack))
    expect(pack).toMatchObject({ format: 'psr-pack/1', signatory: { name: 'Partner B', role: 'partner' }, head: { seq: before }, rule: { quorum: 'number', number: 2, partners: 3 }, made: { by: { name: 'Data protection lead' } } })
    expect(pack.statements.map(({ hash }) => hash)).toEqual([decision.hash])
    expect(statementHash(pack.statements[0]?.statement, nodeCrypto)).toBe(decision.hash)
    expect(pack.key).toMatchObject({ kdf: 'scrypt', cipher: 'aes-256-gcm' })
    expect(JSON.stringify(pack)).not.toContain(passphraseOf('Partner B'))
    const made = (await office.events()).at(-1)
    expect(made).toMatchObject({ type: 'pack.made', subject: { kind: 'person', id: pack.signatory.id }, data: { sha256: createHash('sha256').update(bytes).digest('hex'), statements: [decision.hash], publicKey: pack.signatory.publicKey } })
    expect(await office.differing()).toEqual([])
  })

  it('tells for whom there can be one, and why not for others', async () => {
    await answer(office, 'Partner A', decision, 'agree')
    await office.seat('Practice manager')
    const choices = await office.call('pack.choices', {})
    expect(choices.map(({ name, unable, statements }) => [name, unable, statements.length])).toEqual([['Partner A', 'Has answered every statement.', 0], ['Partner B', null, 1], ['Partner C', null, 1]])
    office.dialogs.push(path.join(tempFolder(), 'x.psr-pack'))
    expect((await office.refused('pack.make', { signatory: await office.id('Partner A') })).happened).toContain('Nothing waits')
    expect((await office.refused('pack.make', { signatory: await office.id('DPO') })).happened).toContain('partner who is in office')
    await office.call('people.add', { name: 'Partner D', role: 'partner', startedOn: '2026-11-01' })
    expect((await office.refused('pack.make', { signatory: await office.id('Partner D') })).happened).toContain('no passphrase')
  })

  it('leaves no event where it is not saved, and never lands on the register', async () => {
    const before = await length()
    expect(await office.call('pack.make', { signatory: await office.id('Partner B') })).toBeNull()
    office.dialogs.push(office.file)
    expect((await office.refused('pack.make', { signatory: await office.id('Partner B') })).code).toBe('export-failed')
    office.dialogs.push(path.join(tempFolder(), 'no such folder', 'x.psr-pack'))
    expect((await office.refused('pack.make', { signatory: await office.id('Partner B') })).code).toBe('export-failed')
    expect(await length()).toBe(before)
  })
})

describe('on a computer without a register', () => {
  it('shows each statement before it is answered, asks the passphrase for each, and keeps nothing but the saved file', async () => {
    const file = await makePack(office)
    second.clock.moveTo(office.clock.now())
    const open = await openPack(second, file)
    expect(open).toMatchObject({ signatory: { name: 'Partner B' }, clockBehind: false, unsaved: 0, items: [{ given: null }] })
    const input = { statementHash: decision.hash, answer: 'agree', comment: null, passphrase: passphraseOf('Partner B') } as const
    expect((await second.refused('elsewhere.answer', input)).happened).toContain('not been shown')
    await second.call('elsewhere.shown', { statementHash: decision.hash })
    expect((await second.refused('elsewhere.answer', { ...input, passphrase: 'not the right words' })).code).toBe('wrong-passphrase')
    expect((await second.refused('elsewhere.answer', { ...input, answer: 'disagree' })).fields).toHaveProperty('comment')
    expect((await second.refused('elsewhere.answer', { ...input, comment: 'About 943 476 5919.' })).code).toBe('nhs-number')
    expect((await second.refused('elsewhere.save', {})).happened).toContain('Nothing is answered')
    expect(await second.call('elsewhere.answer', input)).toMatchObject({ unsaved: 1, items: [{ given: { answer: 'agree' } }] })
    expect((await second.refused('elsewhere.answer', input)).code).toBe('already-answered')
    expect(await second.call('elsewhere.save', {})).toBeNull()
    expect((await second.call('elsewhere.get', {}))?.unsaved).toBe(1)
    expect(readdirSync(second.folder)).toEqual([])
    expect((await second.call('app.status', {})).phase).toBe('first-run')
    await second.call('elsewhere.close', {})
    expect(await second.call('elsewhere.get', {})).toBeNull()
    expect((await second.refused('elsewhere.answer', input)).code).toBe('not-in-this-state')
  })

  it('waits after wrong passphrases, longer each time', async () => {
    const file = await makePack(office)
    second.clock.moveTo(office.clock.now())
    await openPack(second, file)
    await second.call('elsewhere.shown', { statementHash: decision.hash })
    const input = { statementHash: decision.hash, answer: 'agree', comment: null, passphrase: 'not the right words' } as const
    for (let tries = 0; tries < 5; tries += 1) expect((await second.refused('elsewhere.answer', input)).code).toBe('wrong-passphrase')
    expect((await second.refused('elsewhere.answer', { ...input, passphrase: passphraseOf('Partner B') })).code).toBe('wait')
    expect((await second.call('elsewhere.get', {}))?.waitUntil).not.toBeNull()
    second.clock.pass(minutes(2))
    expect((await second.call('elsewhere.answer', { ...input, passphrase: passphraseOf('Partner B') })).unsaved).toBe(1)
  })

  it('signs nothing while its clock stands before the pack was made', async () => {
    const file = await makePack(office)
    second.clock.pass(-days(1))
    expect(await openPack(second, file)).toMatchObject({ clockBehind: true })
    await second.call('elsewhere.shown', { statementHash: decision.hash })
    expect((await second.refused('elsewhere.answer', { statementHash: decision.hash, answer: 'agree', comment: null, passphrase: passphraseOf('Partner B') })).happened).toContain('clock of this computer')
  })

  it('opens a pack that the app was started with, once', async () => {
    const file = await makePack(office)
    await second.close()
    second = secondComputer(office)
    const { officeIn } = await import('../../fixtures/office.ts')
    const started = officeIn(tempFolder(), second.clock, { packToOpen: file })
    expect((await started.call('app.status', {})).packWaiting).toBe(true)
    expect(await started.call('elsewhere.open', { from: 'start' })).toMatchObject({ signatory: { name: 'Partner B' } })
    expect((await started.call('app.status', {})).packWaiting).toBe(false)
    await started.close()
  })

  it('refuses what is no whole pack, in words', async () => {
    const file = await makePack(office)
    const pack = packIn(file)
    const [one] = pack.statements
    if (one?.kind !== 'decision') throw new Error('Another kind')
    const reworded = { ...one, statement: { ...one.statement, reason: 'Something else.' } }
    const cases: [string, string | Uint8Array | object, string][] = [
      ['cut off', readFileSync(file).subarray(0, 900), 'cut off or damaged'],
      ['a word changed', { ...pack, statements: [reworded] }, 'changed or damaged after it was made'],
      ['a word changed and the pack’s hash made anew', withHash({ ...pack, statements: [reworded] }), 'not the text that its hash was made from'],
      ['a name changed', { ...pack, signatory: { ...pack.signatory, name: 'Partner C' } }, 'changed or damaged'],
      ['written with spaces', JSON.stringify(pack, null, 1), 'changed or damaged'],
      ['a statement twice', withHash({ ...pack, statements: [one, one] }), 'twice'],
      ['nothing in it', withHash({ ...pack, statements: [] }), 'form of a sign-off pack'],
      ['a key that costs more than any computer has', withHash({ ...pack, key: { ...pack.key, n: 2 ** 22, r: 32 } }), 'not wrapped as this app wraps keys'],
      ['a key of no use', withHash({ ...pack, signatory: { ...pack.signatory, publicKey: Buffer.alloc(32).toString('base64') } }), 'not one that can sign'],
      ['a newer form', { ...pack, format: 'psr-pack/2' }, 'newer version'],
      ['a trail', { format: 'psr-trail/1' }, 'an exported trail, not a sign-off pack'],
      ['answers', readFileSync(await answerPack(second, file)), 'answers to a sign-off pack, not a sign-off pack'],
      ['a letter', 'Dear colleagues,', 'not a sign-off pack'],
      ['nested without end', `${'['.repeat(500)}${']'.repeat(500)}`, 'not a sign-off pack'],
    ]
    await second.call('elsewhere.close', {})
    for (const [what, value, words] of cases) expect(await refusedOpening(written(value)), what).toContain(words)
    expect(await refusedOpening(path.join(tempFolder(), 'gone.psr-pack'))).toContain('could not be opened')
  })

  it('tells a key that is not the partner’s, once the passphrase has opened it', async () => {
    const pack = packIn(await makePack(office))
    const other = packIn(await makePack(office, 'Partner C'))
    second.clock.moveTo(office.clock.now())
    const { items } = await openPack(second, written(withHash({ ...pack, key: other.key })))
    await second.call('elsewhere.shown', { statementHash: items[0]?.asked.hash ?? '' })
    const refused = await second.refused('elsewhere.answer', { statementHash: decision.hash, answer: 'agree', comment: null, passphrase: passphraseOf('Partner C') })
    expect(refused.happened).toContain('is not Partner B’s')
  })
})

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
    const { unwrapKey } = await import('../../../src/main/identity/passphrase.ts')
    const { privateKeyFrom, signAnswer } = await import('../../../src/main/identity/signing-key.ts')
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

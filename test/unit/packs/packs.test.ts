import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { canonical, statementHash } from '../../../src/shared/trail/canonical.ts'
import { days, minutes } from '../../fixtures/clock.ts'
import { answer, fixedWithdrawal } from '../../fixtures/forms.ts'
import { officeIn, openOffice, passphraseOf, type TestOffice } from '../../fixtures/office.ts'
import { answerPack, makePack, openPack, packIn, secondComputer, withHash, written } from '../../fixtures/packs.ts'
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

const length = async (): Promise<number> => (await office.call('app.status', {})).seq
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

  it('lets no key leave that is wrapped more lightly than keys are now', async () => {
    await office.close()
    const later = officeIn(office.folder, office.clock, { keyCost: { n: 2 ** 15, r: 1, p: 1 } })
    await later.seat('Data protection lead')
    expect((await later.call('pack.choices', {})).map(({ unable }) => unable)).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('wrapped too lightly')))
    expect((await later.refused('pack.make', { signatory: await later.id('Partner B') })).happened).toContain('wrapped too lightly')
    await later.close()
    office = await openOffice()
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

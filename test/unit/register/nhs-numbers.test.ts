import * as fc from 'fast-check'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callNames, type CallName } from '../../../src/shared/contract/call-names.ts'
import { findNhsNumbers, isNhsNumber, pathsWithNhsNumbers, plainForNumbers } from '../../../src/shared/domain/nhs-number.ts'
import { mayCall } from '../../../src/shared/domain/permissions.ts'
import { fixedWithdrawal } from '../../fixtures/forms.ts'
import { someInputs, type Inputs } from '../../fixtures/inputs.ts'
import { everybody, officeIn, openOffice, type TestOffice } from '../../fixtures/office.ts'
import { createClock } from '../../fixtures/clock.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'

/** A number made up for tests, with a right check digit. */
const number = '9434765919'
const finds = (text: string): boolean => findNhsNumbers(text).length > 0

/** The ten digits that nine begin, or null where their check digit would be ten. */
function right(nine: string): string | null {
  const rest = Array.from({ length: 9 }, (_, index) => Number(nine[index]) * (10 - index)).reduce((sum, part) => sum + part, 0) % 11
  const check = (11 - rest) % 11
  return check === 10 ? null : `${nine}${check}`
}

describe('an NHS number in a text', () => {
  it.each([
    '9434765919', '943 476 5919', '943-476-5919', '943.476.5919', '943 - 476 - 5919', '943  476  5919', '943\t476\t5919', '943\u00a0476\u2009 5919', '943\u2013476\u20145919',
    'for 943 476 5919, see', '(9434765919)', 'NHS9434765919.', '９４３４７６５９１９', '943\u200b4765919', '9434\u00ad765919', '9 4 3 4 7 6 5 9 1 9',
    'on 12/03/2024 943 476 5919', 'in 2024 943 476 5919', 'ext 0161 943 476 5919', '1234 9434765919', '1234567890 943 476 5919',
  ])('is seen in %j', (text) => {
    expect(finds(text)).toBe(true)
  })

  it.each([
    '9434765918', '943476591', '94347659190', '1111111111', '0000000000', '943476591A', '943 476 59', 'DSA-0001', '', '0161 496 0000',
    // Eight digits of a date and two of a time or of another date are ten digits with a check digit one time in eleven.
    '2026-11-10 10:15', 'from 01.04.2026 07 to', '12-11-2026 94 x',
  ])('is not seen in %j', (text) => {
    expect(finds(text)).toBe(false)
  })

  it('is one in eleven of ten digits, by the weights of the check digit', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{9}$/), fc.constantFrom('', ' ', '-'), fc.string(), fc.string(), (nine, between, before, after) => {
      const whole = right(nine)
      for (let check = 0; check < 10; check += 1) expect(isNhsNumber(`${nine}${check}`)).toBe(`${nine}${check}` === whole && !/^(\d)\1{9}$/.test(whole))
      if (whole === null || /^(\d)\1{9}$/.test(whole)) return
      const written = [whole.slice(0, 3), whole.slice(3, 6), whole.slice(6)].join(between)
      expect(finds(`${before.replaceAll(/\d/g, 'x')} : ${written} : ${after}`)).toBe(true)
    }))
  })

  it('is told by its place in the plain text, and two that overlap as one', () => {
    const text = 'a 943\u200b 476 5919 b'
    expect(findNhsNumbers(text).map(({ start, end }) => plainForNumbers(text).slice(start, end))).toEqual(['943 476 5919'])
    for (const { start, end } of findNhsNumbers('9434765919 9434765919 9434765919')) expect(end - start).toBeGreaterThanOrEqual(10)
  })

  it('is found wherever it stands in a form, and not in what the app makes itself', () => {
    expect(pathsWithNhsNumbers({ a: ['x', { b: number }], [number]: 1, c: Number(number), d: null })).toEqual(['a.1.b', '', 'c'])
    expect(pathsWithNhsNumbers({ id: `94347659-1900-4000-8000-${'0'.repeat(12)}`, hash: number.repeat(7).slice(0, 64) })).toEqual([])
  })
})

let office: TestOffice
let inputs: Inputs
beforeAll(async () => {
  office = await openOffice()
  const { entry, id, hash } = await fixedWithdrawal(office)
  const { entry: { changedAt, purposes } } = await office.call('entry.get', { id: entry })
  inputs = someInputs({ person: await office.id('Partner A'), other: await office.id('Partner B'), entry, purpose: purposes[0]?.id ?? '', decision: id, statementHash: hash, seen: changedAt })
  for (const { name } of everybody) await office.seat(name)
})
afterAll(() => office.close())

/** Every text in a value, each time with the number put behind it. */
function* withNumber(value: unknown, put: (changed: unknown) => unknown = (changed) => changed): Generator {
  if (typeof value === 'string') yield put(`${value} 943 476 5919`)
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* withNumber(item, (changed) => put(value.with(index, changed)))
  else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) yield* withNumber(item, (changed) => put({ ...value, [key]: changed }))
}

/** All bytes of the office's folder: register, journal, settings, drafts of the wizard. */
const holds = (folder: string, text: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
  const file = path.join(folder, name)
  return statSync(file).isFile() && (name.includes(text) || readFileSync(file).includes(text))
})

/** Calls that only look at a text and keep nothing of it. */
const looking = new Set<CallName>(['entry.list', 'trail.list', 'trail.compare-head', 'classify.suggest', 'catalogue.search'])
/** Passphrases are never kept as text, so they may be any. */
const secret = (input: unknown): boolean => typeof input === 'object' && input !== null && Object.entries(input).some(([key, value]) => key.toLowerCase().includes('passphrase') && String(value).includes('5919'))

describe('a form with an NHS number in it', () => {
  it.each(callNames.filter((name) => !looking.has(name) && [...withNumber(someInputsShape(name))].length > 0))('is refused by %s, text by text, and kept nowhere', async (name) => {
    await office.seat(mayCall('data-protection-lead', name) ? 'Data protection lead' : 'Partner A')
    const texts = [...withNumber(inputs[name])].filter((input) => !secret(input))
    expect(texts.length).toBeGreaterThan(0)
    for (const input of texts) {
      const { code, fields } = await office.refused(name, input)
      // An id or a date with a number behind it is no id or date, which is said first.
      expect(['nhs-number', 'invalid-input'], JSON.stringify(input)).toContain(code)
      if (code === 'nhs-number') expect(Object.values(fields ?? {}).flat()).toEqual(['This looks like an NHS number. It has not been kept'])
    }
    expect(holds(office.folder, '476 5919')).toEqual([])
    expect(JSON.stringify(office.log)).not.toContain('476 5919')
  })

  it('is refused as a draft too, however the draft is made', async () => {
    await office.seat('Data protection lead')
    for (const value of [number, [number], { a: { b: '943 476 5919' } }, { [number]: 'x' }, { n: Number(number) }]) expect((await office.refused('draft.save', { key: 'entry', value })).code).toBe('nhs-number')
    expect((await office.refused('draft.save', { key: number, value: 1 })).code).toBe('nhs-number')
    expect(holds(office.folder, number)).toEqual([])
  })

  it('may be searched and classified, and nothing of it is kept', async () => {
    await office.seat('Data protection lead')
    for (const name of looking) for (const input of withNumber(inputs[name])) await office.app.dispatch(name, input)
    expect(holds(office.folder, '476 5919')).toEqual([])
    expect(JSON.stringify(office.log)).not.toContain('476 5919')
  })

  it('is refused in the name of a document or of the register', async () => {
    await office.seat('Data protection lead')
    const before = (await office.events()).length
    office.dialogs.push(path.join(office.folder, `${number}.pdf`))
    expect((await office.refused('report.export', { report: 'trail', scope: { kind: 'whole' } })).code).toBe('nhs-number')
    expect(await office.events()).toHaveLength(before)
    expect(holds(office.folder, number)).toEqual([])
    // Nor does anything that is saved take the place of the register itself.
    const register = readFileSync(office.file)
    for (const [call, input] of [['report.export', { report: 'trail', scope: { kind: 'whole' } }], ['report.save-verifier', {}]] as const) {
      office.dialogs.push(office.file)
      expect((await office.refused(call, input)).code, call).toBe('export-failed')
    }
    expect(readFileSync(office.file).equals(register)).toBe(true)

    const other = officeIn(tempFolder(), createClock())
    other.dialogs.push(path.join(other.folder, `Register ${number}.psr`))
    expect((await other.refused('setup.create', { ...inputs['setup.create'], where: 'choose' })).code).toBe('nhs-number')
    expect(holds(other.folder, number)).toEqual([])
  })

  it('is not seen in an identity or a hash, on its own or as the key of a draft', async () => {
    const identity = '1f3a9b27-9434-4765-9190-943476591900'
    const half = `abcdef${number}abcdef0123456789`
    expect([finds(identity), finds(half)]).toEqual([true, true])
    await office.seat('Data protection lead')
    for (const key of [`edit-entry:${identity}`, `answer:${half}`]) {
      await office.call('draft.save', { key, value: { title: 'Half a title', id: identity } })
      expect((await office.call('draft.get', { key }))?.value).toEqual({ title: 'Half a title', id: identity })
    }
    for (const typed of [`Note ${identity}`, half, `number:${number}`]) expect(pathsWithNhsNumbers({ typed }), typed).toEqual(['typed'])
  })

  it('is refused in the wizard of the first run, before there is a register', async () => {
    const other = officeIn(tempFolder(), createClock())
    expect((await other.refused('setup.save-draft', { step: 1, values: { practice: { name: `Surgery ${number}` } } })).code).toBe('nhs-number')
    expect((await other.refused('setup.create', { ...inputs['setup.create'], people: [{ name: number, role: 'partner' }], where: 'own-folder' })).code).toBe('nhs-number')
    expect(holds(other.folder, number)).toEqual([])
  })
})

/** The shape of an input before there is an office to fill it from. */
function someInputsShape(name: CallName): unknown {
  const id = '99999999-9999-4999-8999-999999999999'
  return someInputs({ person: id, other: id, entry: id, purpose: id, decision: id, statementHash: id, seen: id })[name]
}

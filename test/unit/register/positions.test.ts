import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '../../../src/shared/contract/contract.ts'
import { shippedPositions } from '../../../src/main/exchange/positions.ts'
import { positionsHoldForDays } from '../../../src/shared/domain/position-lookup.ts'
import { days } from '../../fixtures/clock.ts'
import { answer, fixedWithdrawal } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

type Row = CallInput<'position.record'>['position']
const row = (more: Partial<Row> = {}): Row => ({
  subject: 'dsa-secondary-withdraw', appliesToForce: ['voluntary'], from: '2026-12-01', to: null, perPractice: false, code: 'required-by-contract',
  text: 'A new variation asks for it.', sources: [{ party: 'NHS England', says: 'The variation asks for it.', address: 'Letter of 2 November 2026', grade: 'A' }],
  sourcesDiffer: false, checkedOn: '2026-11-20', ...more,
})
const record = (position: Row, replaces: string | null = null) => office.call('position.record', { replaces, position, reason: 'The letter came.' })
const refusedFields = async (position: unknown, replaces: string | null = null) => (await office.refused('position.record', { replaces, position, reason: 'The letter came.' })).fields
const withdrawal = async (entry: string, on: string) => (await office.call('decision.judge', { entry, effectiveOn: on })).cards.find(({ verb }) => verb === 'withdraw')?.result

describe('a position that is recorded', () => {
  it('counts from its own day on, with its source, and not before', async () => {
    const { entry } = await fixedWithdrawal(office)
    expect(await withdrawal(entry, '2026-12-15')).toMatchObject({ position: { id: 'dsa-secondary-withdraw/2026-05-01', code: 'permitted' } })
    const { id } = await record(row())
    expect(await withdrawal(entry, '2026-11-30')).toMatchObject({ position: { code: 'permitted' } })
    const after = await withdrawal(entry, '2026-12-15')
    expect(after).toMatchObject({ answer: 'needs-override', position: { id, code: 'required-by-contract', text: 'A new variation asks for it.' } })
    expect(after?.requires).toContain('second-partner')
    expect(JSON.stringify(after?.reasons)).toContain('Letter of 2 November 2026')
  })

  it('stands under what it was and why in the history, newest first', async () => {
    const { id } = await record(row())
    await record(row({ text: 'It asks for it, with an exception.' }), id)
    const { history, own } = await office.call('position.list', {})
    const [edited, added] = history
    expect(own).toEqual([id])
    expect(edited).toMatchObject({ who: 'Data protection lead', type: 'position.recorded', subjects: ['dsa-secondary-withdraw'] })
    expect(edited?.changes).toEqual([{ label: 'In words', from: 'A new variation asks for it.', to: 'It asks for it, with an exception.' }])
    expect(edited?.text).toContain('The letter came.')
    expect(added?.text).toContain('Added a position')
    expect(await office.differing()).toEqual([])
  })

  it('records nothing when nothing is different', async () => {
    const { id } = await record(row())
    const before = (await office.events()).length
    await record(row(), id)
    expect((await office.events()).length).toBe(before)
  })

  it('can be taken out again; decided text keeps it', async () => {
    const { id } = await record(row({ from: '2026-11-01' }))
    await office.call('position.retire', { id, reason: 'The letter was taken back.' })
    const { positions, history } = await office.call('position.list', {})
    expect(positions.some((one) => one.id === id)).toBe(false)
    expect(history[0]).toMatchObject({ type: 'position.retired', subjects: ['dsa-secondary-withdraw'] })
    expect(await office.differing()).toEqual([])
  })
})

describe('what makes a position ambiguous or empty', () => {
  it('an end before the start is refused beside the end', async () => {
    expect(await refusedFields(row({ to: '2026-11-30' }))).toEqual({ 'position.to': ['This is before the day it starts. Correct one of the two dates'] })
  })

  it('days that another row of the same width covers are refused beside the start, and the other is named', async () => {
    await record(row())
    expect(await refusedFields(row({ from: '2027-01-01' }))).toEqual({ 'position.from': ['This covers the same days as “Required by contract, from 1 December 2026 on”. End the earlier one before the later one starts'] })
    await record(row({ appliesToForce: ['les'] }))
  })

  it('no source, a source without words or without a place is refused', async () => {
    expect(await refusedFields(row({ sources: [] }))).toEqual({ 'position.sources': ['Add at least one source. Nobody can rely on a position that nobody has said'] })
    const [source] = row().sources
    expect(Object.keys(await refusedFields(row({ sources: [{ ...source!, says: '  ', address: '' }] })) ?? {})).toEqual(['position.sources.0.says', 'position.sources.0.address'])
    await record(row({ sources: [{ ...source!, address: '', grade: 'G' }] }))
  })

  it('a disagreement with one source alone, a check in the future, no words, no such row', async () => {
    expect(await refusedFields(row({ sourcesDiffer: true }))).toHaveProperty(['position.sources'])
    expect(await refusedFields(row({ checkedOn: '2026-11-24' }))).toHaveProperty(['position.checkedOn'])
    expect(await refusedFields(row({ text: ' ' }))).toHaveProperty(['position.text'])
    expect((await office.refused('position.record', { replaces: 'no-such-row', position: row(), reason: 'Why' })).code).toBe('not-found')
    expect((await office.refused('position.retire', { id: 'no-such-row', reason: 'Why' })).code).toBe('not-found')
  })

  it('leaves the file as it was', async () => {
    const before = await office.events()
    await refusedFields(row({ to: '2026-11-30' }))
    expect(await office.events()).toEqual(before)
  })
})

describe('a statement that is fixed', () => {
  it('keeps the position as it was, through edits of it and of other things, until it is decided and after', async () => {
    const decision = await fixedWithdrawal(office)
    const quoted = async () => (await office.call('decision.get', { id: decision.id })).statement.grounds.position
    const before = await quoted()
    await office.call('position.check', { id: before?.id ?? '' })
    expect((await office.call('decision.get', { id: decision.id })).positionSince).toBe(null)
    expect(before?.id).toBe('dsa-secondary-withdraw/2026-05-01')
    await record({ ...row(), appliesToForce: [], code: 'verify', from: before?.from ?? null, text: 'Nobody knows any more.' }, before?.id ?? null)
    expect(await quoted()).toEqual(before)
    expect((await office.call('decision.get', { id: decision.id })).positionSince?.text).toBe('Nobody knows any more.')
    // Another act that looks whether statements still say what is so does not void it for the edited row.
    await office.call('policy.change', { policy: { ...(await office.call('practice.get', {})).policy, secondCheck: true }, reason: 'As talked about.' })
    expect((await office.call('decision.get', { id: decision.id })).decision.status).toBe('fixed')
    await answer(office, 'Partner A', decision, 'agree')
    await answer(office, 'Partner B', decision, 'agree')
    const made = await office.call('decision.get', { id: decision.id })
    expect(made).toMatchObject({ decision: { status: 'made' }, positionSince: null })
    expect(await quoted()).toEqual(before)
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })
})

describe('how old the positions are', () => {
  it('is said after 90 days and ends when one is looked up again, in the same words', async () => {
    const page = () => office.call('position.list', {})
    expect((await page()).stale).toBe(false)
    office.clock.pass(days(positionsHoldForDays + 1))
    await office.seat('Partner A')
    const before = await page()
    expect(before.stale).toBe(true)
    const [first] = before.positions
    await office.call('position.check', { id: first?.id ?? '' })
    const after = await page()
    expect(after.stale).toBe(false)
    expect(after.positions[0]).toEqual({ ...first, checkedOn: after.today })
    // Looking up is no work of the practice's own that a newer set would have to leave alone.
    expect(after.own).toEqual([])
  })
})

describe('what counts today for this practice', () => {
  it('follows its own contract date', async () => {
    const held = async () => (await office.call('position.list', {})).holds.find(({ id }) => id.startsWith('update-record-off'))?.id
    expect(await held()).toBe('update-record-off/2025-10-01')
    const { policy } = await office.call('practice.get', {})
    await office.call('policy.change', { policy: { ...policy, contractBindsFrom: '2027-02-01' }, reason: 'The variation notice of 12 January.' })
    expect(await held()).toBe('update-record-off/2024-06-28')
  })

  it('tells for which legal forces a row counts where another is narrower', async () => {
    const { id } = await record(row({ from: '2026-11-01' }))
    const { holds } = await office.call('position.list', {})
    expect(holds.find((one) => one.id === id)?.forces).toEqual(['voluntary'])
    expect(holds.find((one) => one.id === 'dsa-secondary-withdraw/2026-05-01')?.forces).not.toContain('voluntary')
  })
})

it('the set that came with the app is no newer than the one a new register starts from', async () => {
  expect((await office.call('position.list', {})).newer).toBe(null)
  expect((await office.refused('position.take-shipped', { version: '2020-01', overwrite: [] })).code).toBe('stale')
  expect(await office.call('position.shipped', {})).toMatchObject({ version: shippedPositions.version, rows: [] })
})

import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shippedPositions } from '../../../src/main/exchange/positions.ts'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { createRegister } from '../../../src/main/register/create-register.ts'
import { positionProblems } from '../../../src/shared/domain/position-check.ts'
import { saysTheSame } from '../../../src/shared/domain/position-edit.ts'
import type { Position } from '../../../src/shared/domain/position.ts'
import { createClock } from '../../fixtures/clock.ts'
import { cheap, everybody, officeIn, passphraseOf, type TestOffice } from '../../fixtures/office.ts'
import { demoPractice, majority } from '../../fixtures/practice.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'

const { positions: shipped } = shippedPositions
const pick = (id: string): Position => {
  const row = shipped.find((one) => one.id === id)
  if (!row) throw new Error(`No ${id}`)
  return row
}
const changed = pick('dsa-freeze/2026-05-01')
const missing = pick('mo-tool-off/2026-06-01')
const gone: Position = { ...changed, id: 'access-record-off/2010', subject: 'access-record-off', from: '2010-01-01', to: '2010-12-31', text: 'As it was long ago.' }
/** What the register started from: one row said otherwise, one was not there yet, one has gone since. */
const older = [...shipped.filter(({ id }) => id !== missing.id).map((row) => (row.id === changed.id ? { ...row, text: 'As it was said before.' } : row)), gone]

let office: TestOffice
beforeEach(async () => {
  const folder = tempFolder()
  const clock = createClock()
  const file = path.join(folder, 'register.psr')
  const { store } = await createRegister(file, { practice: demoPractice, policy: majority, people: [...everybody], me: 0, passphrase: passphraseOf(everybody[0].name) },
    { clock: clock.now, appVersion: '1.0.0', computer: 'RECEPTION-1', crypto: nodeCrypto }, cheap, { version: '2026-08', positions: older })
  store.close()
  office = officeIn(folder, clock, { registerToOpen: file })
  await office.seat('Data protection lead')
})
afterEach(() => office.close())

const rows = async () => (await office.call('position.list', {})).positions
const rowOf = async (id: string) => (await rows()).find((row) => row.id === id)
const edit = ({ id, ...position }: Position, text: string) => office.call('position.record', { replaces: id, position: { ...position, text, checkedOn: '2026-11-20' }, reason: 'The LMC wrote.' })
const take = (overwrite: string[] = []) => office.call('position.take-shipped', { version: shippedPositions.version, overwrite })

describe('a newer set that came with the app', () => {
  it('is told row by row, and nothing has changed', async () => {
    const before = await rows()
    expect((await office.call('position.list', {})).newer).toMatchObject({ version: shippedPositions.version, differs: 3 })
    const { rows: told } = await office.call('position.shipped', {})
    const said = told.map(({ id, change, own }) => `${id} ${change}${own ? ', own' : ''}`)
    expect(said.toSorted()).toEqual([`${changed.id} changed`, `${missing.id} added`, `${gone.id} removed`].toSorted())
    expect(told.find(({ id }) => id === changed.id)?.fields).toEqual([{ label: 'In words', from: 'As it was said before.', to: changed.text }])
    expect(await rows()).toEqual(before)
  })

  it('is taken as it is where the practice did nothing of its own', async () => {
    await take()
    expect(await rows()).toEqual(shipped)
    expect(await office.call('position.list', {})).toMatchObject({ version: shippedPositions.version, newer: null, own: [] })
    expect(await office.differing()).toEqual([])
  })

  it('leaves what the practice wrote, changed or took out, each by an event that says so', async () => {
    const { id: _name, ...free } = changed
    const added = await office.call('position.record', { replaces: null, reason: 'For us alone.', position: { ...free, appliesToForce: ['unknown'], from: '2027-01-01', to: null, text: 'Ours.', checkedOn: '2026-11-20' } })
    await edit({ ...changed, text: 'As it was said before.' }, 'As our LMC says it.')
    const out = shipped.find(({ subject }) => subject === 'telephony-data-defer')
    await office.call('position.retire', { id: out?.id ?? '', reason: 'Not ours.' })
    const { rows: told } = await office.call('position.shipped', {})
    expect(told.filter((row) => row.own).map(({ id, change }) => `${id} ${change}`).toSorted()).toEqual([`${changed.id} changed`, `${out?.id} added`].toSorted())

    await take()
    expect((await rowOf(changed.id))?.text).toBe('As our LMC says it.')
    expect((await rowOf(added.id))?.text).toBe('Ours.')
    expect(await rowOf(out?.id ?? '')).toBe(undefined)
    expect(await rowOf(missing.id)).toEqual(missing)
    expect(await rowOf(gone.id)).toBe(undefined)
    expect((await office.events()).slice(-4).map(({ type }) => type)).toEqual(['positions.loaded', 'position.recorded', 'position.recorded', 'position.retired'])
    // They are still the practice's own: the next set leaves them alone too.
    expect((await office.call('position.list', {})).own.toSorted()).toEqual([added.id, changed.id].toSorted())
    expect(positionProblems(await rows())).toEqual([])
    expect(await office.differing()).toEqual([])
  })

  it('takes the place of the practice’s own row where it is told to', async () => {
    await edit({ ...changed, text: 'As it was said before.' }, 'As our LMC says it.')
    await take([changed.id])
    expect(await rowOf(changed.id)).toEqual(changed)
    expect((await office.call('position.list', {})).own).toEqual([])
  })

  it('keeps the day on which the practice looked a row up, where that is later', async () => {
    const same = shipped.find(({ id }) => id !== changed.id && id !== missing.id)
    await office.call('position.check', { id: same?.id ?? '' })
    await take()
    const after = await rowOf(same?.id ?? '')
    expect(after?.checkedOn).toBe('2026-11-23')
    expect(after && same && saysTheSame(after, same)).toBe(true)
  })

  it('is refused where it and the practice’s own rows would give one day two answers, and both are named', async () => {
    const { id: _name, ...free } = missing
    const own = await office.call('position.record', { replaces: null, reason: 'It came early.', position: { ...free, to: '2026-12-31', text: 'Ours.', checkedOn: '2026-11-20' } })
    // Named after its day, so it is taken for the set's row of that name: there is one row then, and it is ours.
    expect(own.id).toBe(missing.id)
    const { id: _again, ...moved } = { ...missing, from: addDay(missing.from) }
    await office.call('position.retire', { id: own.id, reason: 'Under another name.' })
    await office.call('position.record', { replaces: null, reason: 'It came early.', position: { ...moved, text: 'Ours.', checkedOn: '2026-11-20' } })
    const before = await office.events()
    const { code, fields } = await office.refused('position.take-shipped', { version: shippedPositions.version, overwrite: [] })
    expect(code).toBe('invalid-input')
    expect(fields?.['overwrite']?.[0]).toContain('would cover the same days')
    expect(await office.events()).toEqual(before)
  })
})

const addDay = (day: string | null): string => `${(day ?? '').slice(0, 8)}${String(Number((day ?? '').slice(8)) + 1).padStart(2, '0')}`

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOffice, passphraseOf, type Name, type TestOffice } from '../../fixtures/office.ts'
import { majority } from '../../fixtures/practice.ts'
import { checkStoredTrail } from '../../../src/shared/trail/check-trail.ts'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { canonical, eventHash, genesis } from '../../../src/shared/trail/canonical.ts'
import type { TrailEvent } from '../../../src/shared/trail/event.ts'
import type { Answer } from '../../../src/shared/domain/decision-draft.ts'

let office: TestOffice
beforeEach(async () => {
  office = await openOffice()
  for (const name of ['Partner A', 'Partner B', 'Partner C', 'Data protection lead'] as const) await office.seat(name)
})
afterEach(() => office.close())

const propose = (choice: 'taken' | 'ended' = 'taken', on = '2026-12-01') => office.call('action.propose', { action: 'dsa-secondary-withdraw', choice, on, reason: 'The partners talked about it.' })
const statementOf = (id: string) => office.call('action.statement', { id })
async function answer(name: Name, id: string, said: Answer = 'agree', comment: string | null = null) {
  await office.seat(name)
  const { statementHash } = await statementOf(id)
  return office.call('action.answer', { id, statementHash, answer: said, comment, passphrase: passphraseOf(name) })
}
const row = async () => (await office.call('home.get', {})).actions.find(({ action }) => action === 'dsa-secondary-withdraw')

describe('taking an action', () => {
  it('is put to the partners with the position on its day, and counts once enough have signed', async () => {
    const { id, ref } = await propose()
    expect(ref).toBe('A-0001')
    expect(await row()).toMatchObject({ choice: 'not-taken', proposed: { id, choice: 'taken', on: '2026-12-01' } })
    const { statement } = await statementOf(id)
    expect(statement).toMatchObject({
      title: 'Take action 6: Withdraw secondary-use sharing', reason: 'The partners talked about it.', position: { id: 'dsa-secondary-withdraw/2026-05-01' },
      before: { choice: 'not-taken', on: null }, drawnUpBy: 'Data protection lead',
    })
    await answer('Partner A', id)
    expect((await row())?.choice).toBe('not-taken')
    const settled = await answer('Partner B', id)
    expect(settled.outcome).toBe('made')
    expect(await row()).toMatchObject({ choice: 'taken', since: '2026-12-01', proposed: null })
    const { verdict } = await office.call('trail.check', {})
    expect(verdict).toMatchObject({ verdict: 'matches', checked: { signatures: 2, statements: 1 } })
    expect(await office.differing()).toEqual([])
  })

  it('stands in the sign-off queue with the others, and each judges alone', async () => {
    const { id } = await propose()
    await office.seat('Partner A')
    const queue = () => office.call('signoff.queue', {})
    expect((await queue()).items).toMatchObject([{ kind: 'action', decision: id, ref: 'A-0001', mine: 'waiting', stillAsked: ['Partner A', 'Partner B', 'Partner C'] }])
    expect((await office.call('app.status', {})).waitingForSignOff).toBe(1)
    await answer('Partner A', id, 'disagree', 'Not before the notice.')
    expect(await queue()).toMatchObject({ answeredToday: 1, items: [{ mine: 'answered' }] })
    await office.seat('Partner B')
    const asked = await statementOf(id)
    expect(asked).toMatchObject({ answersShown: false, answersGiven: 1, answers: [] })
    expect(JSON.stringify(await office.call('action.get', { action: 'dsa-secondary-withdraw' }))).not.toContain('Not before the notice.')
    const after = await answer('Partner B', id)
    expect(after.answers.map(({ name, answer: said }) => [name, said])).toEqual([['Partner A', 'disagree'], ['Partner B', 'agree']])
  })

  it('comes to nothing when too few agree, and can be asked again', async () => {
    const { id } = await propose()
    await answer('Partner A', id, 'disagree', 'No.')
    const settled = await answer('Partner B', id, 'disagree', 'No.')
    expect(settled.outcome).toBe('refused')
    expect(await row()).toMatchObject({ choice: 'not-taken', proposed: null })
    await office.seat('Data protection lead')
    expect((await propose()).ref).toBe('A-0002')
  })

  it('is never recorded by one person alone, nor ended so', async () => {
    expect((await office.refused('action.choose', { action: 'dsa-freeze', choice: 'taken', on: '2026-12-01', reason: 'Because.' })).code).toBe('invalid-input')
    const { id } = await propose()
    await answer('Partner A', id)
    await answer('Partner B', id)
    expect((await office.refused('action.choose', { action: 'dsa-secondary-withdraw', choice: 'not-taken', on: '2026-12-01', reason: 'Because.' })).code).toBe('not-in-this-state')
    expect((await office.refused('action.propose', { action: 'dsa-secondary-withdraw', choice: 'taken', on: '2026-12-02', reason: 'Again.' })).fields).toHaveProperty(['choice'])
    expect((await office.refused('action.propose', { action: 'dsa-secondary-withdraw', choice: 'ended', on: '2026-11-30', reason: 'Too early.' })).fields).toHaveProperty(['on'])
    const end = await propose('ended', '2027-03-01')
    await answer('Partner A', end.id)
    await answer('Partner B', end.id)
    expect(await row()).toMatchObject({ choice: 'ended', since: '2027-03-01' })
  })

  it('is asked once at a time, and taken back only while nobody has answered', async () => {
    const { id } = await propose()
    expect((await office.refused('action.propose', { action: 'dsa-secondary-withdraw', choice: 'taken', on: '2026-12-02', reason: 'Again.' })).code).toBe('not-in-this-state')
    await office.call('action.drop', { id, reason: 'The date was wrong.' })
    expect(await statementOf(id)).toMatchObject({ outcome: 'dropped' })
    const next = await propose()
    await answer('Partner A', next.id)
    await office.seat('Data protection lead')
    expect((await office.refused('action.drop', { id: next.id, reason: 'Too late.' })).code).toBe('not-in-this-state')
    expect((await office.refused('action.statement', { id: crypto.randomUUID() })).code).toBe('not-found')
  })

  it('is answered once by each, with their own passphrase, on the text that stands', async () => {
    const { id } = await propose()
    await answer('Partner A', id)
    const { statementHash } = await statementOf(id)
    const again = { id, statementHash, answer: 'disagree', comment: 'No.', passphrase: passphraseOf('Partner A') }
    expect((await office.refused('action.answer', again)).code).toBe('already-answered')
    await office.seat('Partner B')
    expect((await office.refused('action.answer', { ...again, passphrase: 'not the right words' })).code).toBe('wrong-passphrase')
    expect((await office.refused('action.answer', { ...again, statementHash: 'a'.repeat(64) })).code).toBe('stale')
    expect((await office.refused('action.answer', { ...again, comment: ' ' })).fields).toHaveProperty(['comment'])
    await answer('Partner B', id)
    // The right passphrase clears the wrong one, in the table as in the trail.
    expect(await office.differing()).toEqual([])
    await office.seat('Partner C')
    expect((await office.refused('action.answer', { ...again, passphrase: passphraseOf('Partner C') })).code).toBe('not-in-this-state')
  })
})

describe('recording that an action is considered, or not taken', () => {
  it('takes one person, and stands in its history', async () => {
    await office.call('action.choose', { action: 'dsa-secondary-withdraw', choice: 'considering', on: '2026-11-20', reason: 'For the next meeting.' })
    expect((await row())?.choice).toBe('considering')
    const { history, asked } = await office.call('action.get', { action: 'dsa-secondary-withdraw' })
    expect(asked).toBe(null)
    expect(history.map(({ type }) => type)).toEqual(['action.chosen'])
    expect((await office.call('action.get', { action: 'dsa-freeze' })).history).toEqual([])
  })
})

/** The recorded events with one changed, chained anew as whoever has the file could. */
async function retold(change: (event: TrailEvent) => TrailEvent) {
  const rows = []
  let prev = genesis
  for (const event of await office.events()) {
    const body = canonical({ ...change(structuredClone(event)), prev })
    prev = eventHash(body, nodeCrypto)
    rows.push({ seq: event.seq, hash: prev, body })
  }
  return checkStoredTrail(rows, nodeCrypto).verdict
}

describe('the full check of the trail', () => {
  it.each<[string, (event: TrailEvent) => TrailEvent]>([
    ['a changed reason in the statement', (event) => (event.type === 'action.proposed' ? { ...event, data: { ...event.data, statement: { ...event.data.statement, reason: 'Another.' } } } : event)],
    ['a turned answer', (event) => (event.type === 'action.answered' ? { ...event, data: { ...event.data, answer: 'disagree', comment: 'No.' } } : event)],
    ['another day in the choice', (event) => (event.type === 'action.settled' ? { ...event, data: { ...event.data, on: '2026-12-02' } } : event)],
    ['another outcome', (event) => (event.type === 'action.settled' ? { ...event, data: { ...event.data, outcome: 'refused' } } : event)],
    ['a choice without its answers', (event) => (event.type === 'action.settled' ? { ...event, data: { ...event.data, tally: { ...event.data.tally, agree: [] } } } : event)],
  ])('finds %s', async (_, change) => {
    const { id } = await propose()
    await answer('Partner A', id)
    await answer('Partner B', id)
    expect((await retold((event) => event)).verdict).toBe('matches')
    expect((await retold(change)).verdict).toBe('changed')
  })
})

it('waits for all partners where the practice’s rule says so', async () => {
  await office.call('policy.change', { policy: { ...majority, quorum: 'all' }, reason: 'As the deed says.' })
  const { id } = await propose()
  await answer('Partner A', id)
  await answer('Partner B', id)
  expect((await row())?.choice).toBe('not-taken')
  expect((await answer('Partner C', id)).outcome).toBe('made')
})

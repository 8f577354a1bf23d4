import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CallOutput } from '../../src/shared/contract/contract.ts'
import { acts, take } from '../fixtures/acts.ts'
import { days } from '../fixtures/clock.ts'
import { openOffice, type TestOffice } from '../fixtures/office.ts'
import { rule } from '../fixtures/practice.ts'

type Seen = Readonly<{ on: string; entries: readonly CallOutput<'entry.get'>[]; decisions: readonly CallOutput<'decision.get'>[] }>

/** Everything the auditor sees of the register at the end of a day. */
async function look(office: TestOffice): Promise<Seen> {
  await office.seat('Auditor')
  const { today: on } = await office.call('home.get', {})
  const { rows } = await office.call('past.register', { on, search: '', offset: 0, limit: 500 })
  const entries = await Promise.all(rows.map(({ id }) => office.call('entry.get', { id })))
  const decisions = await Promise.all((await office.call('decision.list', { entry: null, statuses: [] })).map(({ id }) => office.call('decision.get', { id })))
  return { on, entries, decisions }
}

/** Names in a history are those people know today, so the history itself is held against its length only. */
const withoutHistory = ({ history, ...entry }: CallOutput<'entry.get'>) => ({ ...entry, history: history.length })

it('shows any past day as it was seen on that day', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.array(acts, { minLength: 4, maxLength: 10 }), { minLength: 2, maxLength: 4 }), async (sequence) => {
    const office = await openOffice({ policy: rule('majority') })
    try {
      const seen: Seen[] = []
      for (const day of sequence) {
        // A clock that goes back over midnight belongs to no day; that is tested by itself.
        for (const one of day) if (one.what !== 'pass') await take(office, one)
        seen.push(await look(office))
        office.clock.pass(days(1))
      }
      await office.seat('Auditor')
      for (const { on, entries, decisions } of seen) {
        const then = await office.call('past.register', { on, search: '', offset: 0, limit: 500 })
        expect(then.rows.map(({ id }) => id)).toEqual(entries.map(({ entry }) => entry.id))
        expect(then.decisions.map(({ id }) => id).toSorted()).toEqual(decisions.map(({ decision }) => decision.id).toSorted())
        for (const entry of entries) expect(withoutHistory(await office.call('past.entry', { id: entry.entry.id, on }))).toEqual(withoutHistory(entry))
        for (const decision of decisions) expect(await office.call('past.decision', { id: decision.decision.id, on })).toEqual(decision)
      }
    } finally {
      await office.close()
    }
  }), { numRuns: 6, endOnFailure: true, interruptAfterTimeLimit: 12_000 })
}, 90_000)

it('answers for no day that is to come, and for none before there was a register', async () => {
  const office = await openOffice()
  try {
    expect((await office.refused('past.register', { on: '2026-11-24', search: '', offset: 0, limit: 10 })).happened).toContain('not come yet')
    expect((await office.refused('past.register', { on: '2026-11-22', search: '', offset: 0, limit: 10 })).happened).toContain('23 November 2026')
    const today = await office.call('past.register', { on: '2026-11-23', search: '', offset: 0, limit: 10 })
    expect([today.total, today.head.seq]).toEqual([0, (await office.events()).length])
  } finally {
    await office.close()
  }
})

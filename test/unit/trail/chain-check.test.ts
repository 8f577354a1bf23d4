import { describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { canonical, eventHash, genesis } from '../../../src/shared/trail/canonical.ts'
import { checkChain, type StoredEvent } from '../../../src/shared/trail/chain-check.ts'
import { checkStoredTrail } from '../../../src/shared/trail/check-trail.ts'
import { hashOf, rechained, type PlainEvent } from '../../fixtures/trail/book.ts'
import { story } from '../../fixtures/trail/story.ts'

const stored = (events: readonly PlainEvent[]): StoredEvent[] => events.map((event) => ({ seq: event.seq, hash: hashOf(event), body: canonical(event) }))
const events = story()
const rows = stored(events)
const check = (changed: readonly StoredEvent[]) => checkChain(changed, nodeCrypto)
const verdict = (changed: readonly StoredEvent[]) => checkStoredTrail(changed, nodeCrypto).verdict
const replaced = (seq: number, change: (row: StoredEvent) => StoredEvent): StoredEvent[] => rows.map((row) => (row.seq === seq ? change(row) : row))

describe('the chain', () => {
  it('of a trail that nobody touched has no findings and ends at its head', () => {
    expect(check(rows)).toEqual({ events: rows.length, head: { seq: rows.length, hash: rows.at(-1)?.hash }, findings: [] })
  })

  it('of an empty trail has no head', () => {
    expect(check([])).toEqual({ events: 0, head: null, findings: [] })
  })

  it('shows every single changed byte at its event', () => {
    const row = rows[11]
    if (!row) throw new Error('No row')
    for (let place = 0; place < row.body.length; place += 1) {
      const body = row.body.slice(0, place) + (row.body[place] === 'x' ? 'y' : 'x') + row.body.slice(place + 1)
      expect(check(replaced(12, () => ({ ...row, body }))).findings[0]).toMatchObject({ seq: 12, text: 'Event 12 is not what was recorded.' })
    }
  })

  it('shows a changed hash at its event and at the next', () => {
    const { findings } = check(replaced(12, (row) => ({ ...row, hash: 'f'.repeat(64) })))
    expect(findings.map(({ seq }) => seq)).toEqual([12, 13])
  })

  it('shows an event that was changed and hashed anew at the one that follows', () => {
    const body = rows[11]?.body.replace('2026-04-06', '2026-04-07') ?? ''
    const { findings } = check(replaced(12, (row) => ({ ...row, body, hash: eventHash(body, nodeCrypto) })))
    expect(findings).toEqual([{ seq: 13, text: 'Event 13 does not follow from event 12.' }])
  })

  it('shows a missing event, several missing ones, and one that stands twice', () => {
    expect(check(rows.filter(({ seq }) => seq !== 5)).findings).toEqual([{ seq: 5, text: 'Event 5 is missing.' }])
    expect(check(rows.filter(({ seq }) => seq < 5 || seq > 8)).findings).toEqual([{ seq: 5, text: 'Events 5 to 8 are missing.' }])
    expect(check(rows.slice(2)).findings[0]).toEqual({ seq: 1, text: 'Events 1 to 2 are missing.' })
    expect(check([...rows.slice(0, 5), ...rows.slice(4)]).findings[0]).toMatchObject({ text: 'Event 5 stands twice or out of order.' })
  })

  it('shows a row whose number is not the one in its text', () => {
    const body = rows[11]?.body.replace('"seq":12', '"seq":13') ?? ''
    expect(check(replaced(12, (row) => ({ ...row, body, hash: eventHash(body, nodeCrypto) }))).findings[0]).toEqual({ seq: 12, text: 'Event 12 carries the number 13.' })
  })

  it('shows a text that is not in the recorded form', () => {
    const body = JSON.stringify(events[11])
    expect(check(replaced(12, (row) => ({ ...row, body, hash: eventHash(body, nodeCrypto) }))).findings[0]).toMatchObject({ seq: 12, text: expect.stringContaining('not written in the form') })
  })

  it('is not led astray by text of a person that looks like the end of an event', () => {
    const event = { ...events.find(({ type }) => type === 'entry.added') } as PlainEvent
    const forged = `,"format":"psr-event/1","prev":"${genesis}","register":"${String(event['register'])}","seq":1,"subject":{"id":"${String(event['register'])}","kind":"entry"},"type":"entry.added"}`
    const changed = rechained(events.map((one) => (one.seq === event.seq ? { ...one, data: { ...one.data, summary: forged.repeat(3) } } : one)))
    expect(check(stored(changed)).findings).toEqual([])
  })

  it('reads the end of the longest event an app can write', () => {
    const changed = rechained(events.map((one) => (one['type'] === 'entry.added' ? { ...one, data: { ...one.data, summary: '"'.repeat(10_000) } } : one)))
    expect(check(stored(changed)).findings).toEqual([])
  })

  it('goes on from a point that was checked before', () => {
    const point = { seq: 20, hash: rows[19]?.hash ?? '' }
    expect(checkChain(rows.slice(20), nodeCrypto, point)).toEqual({ events: rows.length - 20, head: { seq: rows.length, hash: rows.at(-1)?.hash }, findings: [] })
    expect(checkChain([], nodeCrypto, point).head).toEqual(point)
    expect(checkChain(rows.slice(20), nodeCrypto, { ...point, hash: genesis }).findings).toEqual([{ seq: 21, text: 'Event 21 does not follow from event 20.' }])
  })

  it('stops after twenty findings and closes what it reads from', () => {
    let closed = false
    function* broken(): Generator<StoredEvent> {
      try {
        for (const row of rows) yield { ...row, hash: genesis }
      } finally {
        closed = true
      }
    }
    expect(check([...broken()]).findings.length).toBeLessThan(24)
    closed = false
    checkChain(broken(), nodeCrypto)
    expect(closed).toBe(true)
  })
})

describe('the full check of stored rows', () => {
  it('matches, and counts what it looked at', () => {
    expect(verdict(rows)).toMatchObject({ verdict: 'matches', at: null, findings: [], checked: { events: rows.length, signatures: 3, statements: 2, head: { seq: rows.length } } })
  })

  it('says that there is nothing in an empty trail', () => {
    expect(verdict([])).toMatchObject({ verdict: 'could-not-check' })
  })

  it('names an event that is no JSON, and goes on', () => {
    const found = verdict(replaced(12, (row) => ({ ...row, body: row.body.slice(0, -1) })))
    expect(found).toMatchObject({ verdict: 'changed', at: 12 })
    expect(found.findings.map(({ text }) => text)).toContain('Event 12 cannot be read.')
  })

  it('names an event that has not the shape of its type', () => {
    const changed = rechained(events.map((one) => (one['type'] === 'purpose.added' ? { ...one, data: {} } : one)))
    expect(verdict(stored(changed))).toMatchObject({ verdict: 'changed', at: events.find(({ type }) => type === 'purpose.added')?.seq })
  })

  it('names a text with the same meaning that is written in another way', () => {
    const event = events[11]
    const body = ` ${canonical(event)}`
    const changed = replaced(12, (row) => ({ ...row, body, hash: eventHash(body, nodeCrypto) }))
    expect(verdict(changed).findings.map(({ text }) => text)).toContain('Event 12: it is not written in canonical form.')
  })

  it('finds a register that does not begin with its creation', () => {
    expect(verdict(stored(rechained(events.slice(1)))).findings[0]).toEqual({ seq: 1, text: 'Event 1: a register begins with its own creation.' })
  })
})

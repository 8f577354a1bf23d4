import { describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { checkTrailJson } from '../../../src/shared/trail/check-trail.ts'
import { selectEvents } from '../../../src/shared/trail/select-events.ts'
import type { TrailScope } from '../../../src/shared/trail/trail-json.ts'
import { demoStory } from './demo-story.ts'
import { makePdf } from './make-audit-trail.ts'
import { readPdf, squeezed } from './read-pdf.ts'

const book = demoStory()
const register = book.register()
const entry = [...register.entries.values()].find(({ title }) => title.startsWith('ICB risk'))
const decision = [...register.decisions.values()].find(({ ref }) => ref === 'D-0001')
if (!entry || !decision) throw new Error('The story has changed')
const nothing = { ref: null, id: null, from: null, to: null }

async function made(scope: TrailScope) {
  const events = selectEvents(book.events, scope)
  const kept = new Set(events)
  const trail = book.trail(scope, (event) => kept.has(event))
  const read = await readPdf(await makePdf(trail))
  return { events, trail, read, cover: read.pages[0]?.replaceAll(/\s+/g, ' ') ?? '', text: read.body.replaceAll(/\s+/g, ' ') }
}

describe('a part of the trail', () => {
  it.each([
    ['one entry', { ...nothing, kind: 'entry', ref: entry.ref, id: entry.id }],
    ['one decision', { ...nothing, kind: 'decision', ref: decision.ref, id: decision.id }],
    ['a period', { ...nothing, kind: 'period', from: '2026-11-03', to: '2026-11-03' }],
    ['a day that is over', { ...nothing, kind: 'whole', asAt: '2026-11-02' }],
    ['one entry on a day that is over', { ...nothing, kind: 'entry', ref: entry.ref, id: entry.id, asAt: '2026-11-02' }],
  ] as const)('stands alone: %s', async (_, scope) => {
    const { trail, events, read, cover } = await made(scope)
    expect(events.length).toBeLessThan(book.events.length)
    expect(trail.hashes).toEqual(book.hashes)
    expect(cover).toContain(`It holds ${events.length} of the ${book.events.length} events of the trail`)
    expect(squeezed(cover)).toContain(trail.head.hash)
    expect(checkTrailJson(JSON.parse(Buffer.from(read.attachments['trail.json'] ?? []).toString('utf8')), nodeCrypto).verdict).toMatchObject({ verdict: 'matches' })
    expect(read.body).not.toMatch(/undefined|NaN|\[object|null /)
    // No name is missing: an identity on paper would be one that nobody in the file is known by.
    expect(read.body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4/)
  })

  it('of a decision tells it with its entry, its position and its events, and no other', async () => {
    const { text } = await made({ ...nothing, kind: 'decision', ref: decision.ref, id: decision.id })
    expect(text).toContain('Withdraw from ICB risk stratification for planning')
    expect(text).toContain('2 of 3 partners in office agreed: Partner A, Partner B.')
    expect(text).toContain('P1 Withdraw secondary-use sharing')
    expect(text).not.toContain('D-0002')
    expect(text).not.toContain('Workload dashboard')
  })

  it('of a period puts its own days first and what explains them after', async () => {
    const { read, cover } = await made({ ...nothing, kind: 'period', from: '2026-11-03', to: '2026-11-03' })
    expect(cover).toContain('This is a part: 3 November 2026 to 3 November 2026.')
    const sections = read.outline?.map(({ title }) => title)
    expect(sections?.[1]).toBe('Events in these days')
    const [, own = '', earlier = ''] = /Events in these days(.*)Earlier events that explain them(.*)/s.exec(read.bodies.slice(1).join('\n')) ?? []
    expect(own).toContain('3 November 2026')
    expect(earlier).toContain('Started the register of')
    expect(own).not.toContain('Started the register of')
  })

  it('of a past day tells the register as it was then, and the events after it nowhere', async () => {
    const { text, read, trail } = await made({ ...nothing, kind: 'whole', asAt: '2026-11-02' })
    expect(read.pages[1]?.replaceAll(/\s+/g, ' ')).toContain('as at the end of 2 November 2026')
    expect(text).toContain('Fixed, waiting for answers')
    expect(text).not.toContain('3 November 2026, 09:')
    expect(text).not.toContain('Partner B, Partner C agreed')
    expect(read.info['Title']).toBe('Audit trail, Demo Surgery (A99999), as at 2 November 2026')
    // The days before are the trail's own beginning, so one that is missing is seen.
    const torn = { ...trail, events: trail.events.filter((_, index) => index !== 5) }
    expect(checkTrailJson(torn, nodeCrypto).verdict).toMatchObject({ verdict: 'changed', findings: expect.arrayContaining([{ seq: 6, text: 'Event 6 is missing.' }]) })
  })
})

const signedInAt = (at: string, seq = 1) => ({ ...book.events[0], seq, at, type: 'session.signed-in' }) as (typeof book.events)[number]

describe('which events belong to a scope', () => {
  it('goes by days in England', () => {
    const late = signedInAt('2026-06-30T23:30:00.000Z')
    expect(selectEvents([late], { ...nothing, kind: 'period', from: '2026-07-01', to: '2026-07-01' })).toEqual([late])
    expect(selectEvents([late], { ...nothing, kind: 'whole', asAt: '2026-06-30' })).toEqual([])
    expect(selectEvents([late], { ...nothing, kind: 'whole', asAt: '2026-07-01' })).toEqual([late])
  })

  it('are cut from the beginning on a day, and one wrong clock does not move the cut', () => {
    const days = ['2025-01-01', '2025-02-01', '2009-01-01', '2025-03-01', '2031-01-01', '2025-04-01', '2025-05-01']
    const events = days.map((day, index) => signedInAt(`${day}T09:00:00.000Z`, index + 1))
    const asAt = (day: string) => selectEvents(events, { ...nothing, kind: 'whole', asAt: day }).map(({ seq }) => seq)
    expect(asAt('2024-12-31')).toEqual([])
    expect(asAt('2025-02-15')).toEqual([1, 2])
    expect(asAt('2025-03-15')).toEqual([1, 2, 3, 4])
    expect(asAt('2025-04-15')).toEqual([1, 2, 3, 4, 5, 6])
    expect(asAt('2026-01-01')).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('brings with a decision the name of the one it replaces', () => {
    const first = book.events.find(({ type }) => type === 'decision.drafted')
    if (first?.type !== 'decision.drafted') throw new Error('The story has changed')
    const later = { ...first, subject: { ...first.subject, id: '00000000-0000-4000-8000-000000000001' }, data: { ...first.data, ref: 'D-0099', replaces: first.subject.id } }
    const chosen = selectEvents([first, later], { ...nothing, kind: 'decision', ref: 'D-0099', id: later.subject.id })
    expect(chosen).toEqual([first, later])
  })
})

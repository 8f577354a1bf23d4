import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionDifferences, keptAfter } from '../../src/shared/domain/position-difference.ts'
import { positionProblems } from '../../src/shared/domain/position-check.ts'
import { saysTheSame, withoutPosition, withPosition } from '../../src/shared/domain/position-edit.ts'
import { positionCodes, positionSubjects, type Position } from '../../src/shared/domain/position.ts'
import { legalForces } from '../../src/shared/domain/legal-force.ts'
import { openOffice } from '../fixtures/office.ts'

const day = fc.integer({ min: 0, max: 23 }).map((month) => `20${26 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`)
const written = fc.record({
  subject: fc.constantFrom(...positionSubjects.slice(0, 3)), appliesToForce: fc.subarray([...legalForces], { maxLength: 2 }),
  from: fc.option(day), to: fc.option(day), perPractice: fc.boolean(), code: fc.constantFrom(...positionCodes), text: fc.constantFrom('One.', 'Two.', 'Three.'),
  sources: fc.constant<Position['sources']>([{ party: 'LMC', says: 'So.', address: 'Letter', grade: 'B' }]), sourcesDiffer: fc.constant(false), checkedOn: fc.constantFrom('2026-10-01', '2026-11-20'),
})
const act = fc.oneof(
  fc.record({ do: fc.constant('record' as const), position: written, which: fc.nat(40) }),
  fc.record({ do: fc.constant('add' as const), position: written, which: fc.nat(40) }),
  fc.record({ do: fc.constant('check' as const), which: fc.nat(40) }),
  fc.record({ do: fc.constant('retire' as const), which: fc.nat(40) }),
  fc.record({ do: fc.constant('take' as const), which: fc.nat(40) }),
)

describe('whatever people do with positions', () => {
  it('the tables are what the trail gives, and no day has two answers', async () => {
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      const office = await openOffice()
      try {
        for (const one of acts) {
          const { positions, version } = await office.call('position.list', {})
          const row = positions[one.which % Math.max(1, positions.length)]
          const name = { record: 'position.record', add: 'position.record', check: 'position.check', retire: 'position.retire', take: 'position.take-shipped' } as const
          const input = one.do === 'record' || one.do === 'add'
            ? { replaces: one.do === 'record' ? row?.id ?? null : null, position: one.do === 'record' && row ? { ...one.position, subject: row.subject } : one.position, reason: 'Why.' }
            : one.do === 'take' ? { version, overwrite: positions.slice(0, one.which % 3).map(({ id }) => id) } : { id: row?.id ?? 'none', reason: 'Why.' }
          const { reason: _reason, ...checked } = input as { reason?: string }
          const reply = await office.app.dispatch(name[one.do], one.do === 'check' ? checked : input)
          if (!reply.ok) expect(['invalid-input', 'not-found'], reply.error.happened).toContain(reply.error.code)
          expect(positionProblems((await office.call('position.list', {})).positions)).toEqual([])
        }
        expect(await office.differing()).toEqual([])
        expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
      } finally {
        await office.close()
      }
    }), { numRuns: 12 })
  }, 120_000)
})

const rows = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e') }).chain(({ id }) => written.map((row): Position => ({ id, ...row }))), { selector: ({ id }) => id, maxLength: 5 })

describe('taking a newer set', () => {
  it('leaves the practice with the set, but for its own rows, which stay word for word', () => {
    fc.assert(fc.property(rows, rows, rows, fc.subarray(['a', 'b', 'c', 'd', 'e']), (base, mine, theirs, names) => {
      const overwrite = new Set<string>(names)
      const differences = positionDifferences(base, mine, theirs)
      const { recorded, retired } = keptAfter(base, mine, theirs, overwrite)
      let after: Position[] = [...theirs]
      for (const row of recorded) after = withPosition(after, { position: row, replaces: row.id })
      for (const id of retired) after = withoutPosition(after, id)
      for (const id of ['a', 'b', 'c', 'd', 'e']) {
        const [was, my, their, now] = [base, mine, theirs, after].map((set) => set.find((row) => row.id === id))
        const own = differences.find((row) => row.id === id)?.own === true
        const added = my !== undefined && was === undefined && their === undefined
        const expected = added || (own && !overwrite.has(id)) ? my : their
        expect(now === undefined).toBe(expected === undefined)
        if (now && expected) expect(saysTheSame(now, expected)).toBe(true)
      }
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
    }))
  })

  it('finds no difference between a set and itself', () => {
    fc.assert(fc.property(rows, (set) => { expect(positionDifferences(set, set, set)).toEqual([]) }))
  })
})

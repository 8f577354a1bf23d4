import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addPeriod } from '../../src/shared/domain/date.ts'
import { entryQuality, gapSteps } from '../../src/shared/domain/entry-gaps.ts'
import { emptyFields } from '../../src/shared/domain/entry-fields.ts'
import type { EntryRecord } from '../../src/shared/domain/entry-record.ts'
import { entryKinds } from '../../src/shared/domain/kind.ts'
import { legalForces } from '../../src/shared/domain/legal-force.ts'
import { entryStates } from '../../src/shared/domain/state.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addPeriod('2023-01-01', `P${days}D`))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

/** An entry of any kind whose dates, and little else, are filled at random. */
const entry = fc.record({ kind: fc.constantFrom(...entryKinds), dates: fc.array(maybe(day), { minLength: 8, maxLength: 8 }), force: maybe(fc.constantFrom(...legalForces)), state: fc.constantFrom(...entryStates), s251: fc.boolean() })
  .map(({ kind, dates, force, state, s251 }): EntryRecord => {
    const what = emptyFields(kind)
    const [review, ends, expires, dpia, seen, mix, due, checked] = dates
    if (what.kind === 'sharing-agreement') Object.assign(what.fields, { reviewOn: review, endsOn: ends, section251Expires: expires, dpiaOn: dpia, startsOn: seen, signedOn: mix, confidentialityBasis: s251 ? 'section-251' : null, section251Reference: s251 ? 'reference' : null })
    if (what.kind === 'gp-connect-setting') Object.assign(what.fields, { reviewOn: review, settingCheckedOn: seen })
    if (what.kind === 'medicines-tool') Object.assign(what.fields, { reviewOn: review, messageMix: mix ? { safety: 100, clinicalQuality: 0, formulary: 0, saving: 0, on: mix, source: 'supplier' } : null })
    if (what.kind === 'declaration') Object.assign(what.fields, { reviewOn: review, dueOn: due })
    return {
      ...what, id: '00000000-0000-4000-8000-000000000001', ref: 'X-0001', title: 'Anything', summary: '', owner: null, tags: [],
      standing: { standing: 'signed', on: '2024-01-01', note: null }, state,
      force: force ? { force, reference: null, checkedOn: checked ?? '2024-01-01', note: null, checkedBy: 'Lead' } : null,
      clauses: [], purposes: [], purposesEver: 0, addedAt: '2024-01-01T00:00:00.000Z', changedAt: '2024-01-01T00:00:00.000Z',
    } as EntryRecord
  })

describe('how many gaps an entry has from which day on', () => {
  it('is on any day what a check of that day finds', () => {
    fc.assert(fc.property(entry, fc.array(day, { minLength: 1, maxLength: 12 }), (one, days) => {
      const steps = gapSteps(one)
      const boundaries = steps.slice(1).flatMap(({ from }) => [addPeriod(from, '-P1D'), from])
      for (const today of [...days, ...boundaries]) {
        expect(steps.findLast(({ from }) => from <= today)?.gaps).toBe(entryQuality(one, today).gaps.length)
      }
    }), { numRuns: 300 })
  })

  it('names each day once, in order', () => {
    fc.assert(fc.property(entry, (one) => {
      const days = gapSteps(one).map(({ from }) => from)
      expect(days).toEqual([...new Set(days)].toSorted())
    }), { numRuns: 100 })
  })
})

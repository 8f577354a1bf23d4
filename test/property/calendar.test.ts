import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill/implementation'
import { describe, expect, it } from 'vitest'
import { addPeriod, isRealDate } from '../../src/shared/domain/date.ts'

const text = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
const days = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).map(([year, month, day]) => text(year, month, day)).filter(isRealDate)
const part = (unit: string, max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined }).map((n) => (n === undefined ? '' : `${n}${unit}`))
const periods = fc.tuple(fc.constantFrom('', '-'), part('Y', 99), part('M', 120), part('W', 60), part('D', 900)).map(([sign, ...parts]) => `${sign}P${parts.join('')}`).filter((period) => !period.endsWith('P'))

describe('the calendar', () => {
  it('counts periods as Temporal does', () => {
    fc.assert(fc.property(days, periods, (day, period) => {
      expect(addPeriod(day, period)).toBe(Temporal.PlainDate.from(day).add(Temporal.Duration.from(period)).toString())
    }), { numRuns: 3000, examples: [['2026-01-31', 'P1M'], ['2024-02-29', 'P1Y'], ['2024-02-29', '-P1Y'], ['2026-03-31', '-P1M'], ['2026-01-01', '-P1D'], ['9999-12-31', 'P1D'], ['0000-01-01', '-P1D']] })
  })

  it('knows every day there is and no other', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (year, month, day) => {
      const real = (() => {
        try {
          Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
          return true
        } catch {
          return false
        }
      })()
      expect(isRealDate(text(year, month, day))).toBe(real)
    }), { numRuns: 3000, examples: [[1900, 2, 29], [2000, 2, 29], [2023, 2, 29], [2024, 2, 29], [0, 1, 1]] })
  })

  it('answers a day that no calendar has with a RangeError', () => {
    for (const day of ['2026-02-30', '2026-13-01', 'today', '2026-1-1', '']) expect(() => addPeriod(day, 'P1D')).toThrow(RangeError)
    expect(() => addPeriod('2026-01-01', 'a month')).toThrow(RangeError)
  })
})

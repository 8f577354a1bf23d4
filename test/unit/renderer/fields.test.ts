import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addPeriod, isoDate, isoPeriod } from '../../../src/shared/domain/date.ts'
import { dateOf, partsOf } from '../../../src/renderer/components/fields/date-field.tsx'
import { periodOf, periodPartsOf } from '../../../src/renderer/components/fields/period-field.tsx'
import { valueOf } from '../../../src/renderer/components/fields/text-field.tsx'
import { fieldId } from '../../../src/renderer/components/fields/use-field.ts'

describe('a date in three parts', () => {
  it('gives the day as the register keeps it, and the parts as a person typed them', () => {
    expect(dateOf({ day: '1', month: '3', year: '2027' })).toBe('2027-03-01')
    expect(partsOf('2027-03-01')).toEqual({ day: '1', month: '3', year: '2027' })
  })

  it('is null when nothing is typed', () => {
    expect(dateOf({ day: '', month: '', year: '' })).toBeNull()
    expect(partsOf('')).toEqual({ day: '', month: '', year: '' })
  })

  it.each([
    { day: '31', month: '2', year: '2027' }, { day: '1', month: '', year: '' }, { day: '', month: '', year: '27' }, { day: '1', month: '3', year: '27' }, { day: 'one', month: '3', year: '2027' },
  ])('keeps $day $month $year for the schema to refuse in words', (parts) => {
    const value = dateOf(parts)
    expect(isoDate.safeParse(value).success).toBe(false)
    expect(partsOf(value ?? '')).toEqual(parts)
  })

  it('comes back from any real day unchanged', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const day = addPeriod('1990-01-01', `P${days % 9999}D`)
      expect(dateOf(partsOf(day))).toBe(day)
    }))
  })
})

describe('a period', () => {
  it('is a number and a unit', () => {
    expect(periodOf({ number: ' 3 ', unit: 'M' })).toBe('P3M')
    expect(periodPartsOf('P30D')).toEqual({ number: '30', unit: 'D' })
    expect(periodOf({ number: '', unit: 'M' })).toBeNull()
  })

  it('shows a year and six months as 18 months', () => {
    expect(periodPartsOf('P1Y6M')).toEqual({ number: '18', unit: 'M' })
  })

  it('keeps what is no number for the schema to refuse, and gives it back as typed', () => {
    const value = periodOf({ number: 'reasonable', unit: 'M' })
    expect(isoPeriod.safeParse(value).success).toBe(false)
    expect(periodPartsOf(value ?? '')).toEqual({ number: 'reasonable', unit: 'M' })
  })
})

describe('what is typed into a text field', () => {
  it('becomes null when empty only where the field may be null', () => {
    expect(valueOf('', true, false)).toBeNull()
    expect(valueOf('', false, false)).toBe('')
  })

  it('becomes a number only when it is a whole one', () => {
    expect(valueOf(' 12 ', false, true)).toBe(12)
    expect(valueOf('twelve', false, true)).toBe('twelve')
    expect(valueOf('', false, true)).toBeNull()
  })
})

it('names a field so that the error summary can lead to it', () => {
  expect(fieldId('fields.parties.0.name')).toBe('field-fields-parties-0-name')
})

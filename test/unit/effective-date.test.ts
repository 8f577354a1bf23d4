import { describe, expect, it } from 'vitest'
import { englandWorkingDays } from '../../src/main/exchange/working-days.ts'
import { addWorkingDays, chosenDate, effectiveDateOf } from '../../src/shared/domain/effective-date.ts'
import type { NoticeTerms } from '../../src/shared/domain/effective-date.ts'

const isWorkingDay = englandWorkingDays()
const terms: NoticeTerms = {
  sentOn: '2026-11-30', receivedOn: null, receivedAfterWorkingDays: 2, period: 'P3M', clause: 'clause 14.2', endsOn: '2027-03-31', endsAtReviewOn: null,
}
const days = (change: Partial<NoticeTerms>) => effectiveDateOf({ ...terms, ...change }, isWorkingDay)

describe('working days in England', () => {
  it.each([
    ['a Monday', '2026-11-30', true], ['a Saturday', '2026-11-28', false], ['a Sunday', '2026-11-29', false],
    ['Good Friday', '2027-03-26', false], ['Easter Monday', '2027-03-29', false], ['the Summer bank holiday', '2026-08-31', false],
    ['the Scottish one', '2026-08-03', true], ['Boxing Day moved to Monday', '2026-12-28', false],
    ['Christmas Day moved to Monday', '2027-12-27', false], ['and Boxing Day to Tuesday', '2027-12-28', false],
    ['the day off for a state funeral', '2022-09-19', false], ['Mothering Sunday’s Monday', '2026-03-16', true], ['2 January', '2026-01-02', true],
  ])('%s', (_, date, expected) => expect(isWorkingDay(date)).toBe(expected))

  it('steps over weekends and bank holidays', () => {
    expect(addWorkingDays('2026-12-24', 1, isWorkingDay)).toBe('2026-12-29')
    expect(addWorkingDays('2026-11-27', 2, isWorkingDay)).toBe('2026-12-01')
    expect(addWorkingDays('2026-11-28', 0, isWorkingDay)).toBe('2026-11-28')
    expect(() => addWorkingDays('2026-11-27', 1, () => false)).toThrow(RangeError)
  })
})

describe('when a withdrawal takes effect', () => {
  it('shows each step with its working', () => {
    expect(days({})).toEqual({
      takesEffect: '2027-03-02', missing: [],
      rows: [
        { label: 'Notice sent', date: '2026-11-30', working: 'Chosen by you', counts: false },
        { label: 'Notice received', date: '2026-12-02', working: 'Sent + 2 working days, England bank holidays left out', counts: false },
        { label: 'Notice ends', date: '2027-03-02', working: 'Received + 3 calendar months, clause 14.2', counts: false },
        { label: 'Agreement ends', date: '2027-03-31', working: 'From the register, after the notice ends', counts: false },
        { label: 'Takes effect', date: '2027-03-02', working: 'The day the notice ends, the earliest that counts', counts: true },
      ],
    })
  })

  it.each<[string, Partial<NoticeTerms>, string | null]>([
    ['the agreement ends first', { endsOn: '2027-01-31' }, '2027-01-31'],
    ['the same day', { endsOn: '2027-03-02' }, '2027-03-02'],
    ['no end', { endsOn: null }, '2027-03-02'],
    ['an end long past', { endsOn: '2025-03-31' }, '2027-03-02'],
    ['a review that ends it first', { endsAtReviewOn: '2027-01-15' }, '2027-01-15'],
    ['a review that is past', { endsAtReviewOn: '2026-11-01' }, '2027-03-02'],
    ['received as entered, whatever the rule', { receivedOn: '2026-12-10' }, '2027-03-10'],
    ['the end of a short month', { receivedOn: '2026-11-30', endsOn: null }, '2027-02-28'],
    ['thirty days', { period: 'P30D' }, '2027-01-01'],
    ['over Christmas', { sentOn: '2026-12-24', period: 'P1M', endsOn: null }, '2027-01-30'],
    ['no period', { period: null }, null],
    ['a period nobody can read', { period: 'three months' }, null],
    ['not sent', { sentOn: null }, null],
    ['sent, and no rule on receipt', { receivedAfterWorkingDays: null }, null],
  ])('%s', (_, change, expected) => {
    const { takesEffect, rows } = days(change)
    expect(takesEffect).toBe(expected)
    expect(rows.filter((row) => row.counts).map((row) => row.date)).toEqual(expected === null ? [] : [expected])
  })

  it('says what is missing', () => {
    expect(days({ sentOn: null }).missing).toEqual(['notice-sent', 'notice-received'])
    expect(days({ sentOn: null, receivedOn: '2026-12-02' }).missing).toEqual(['notice-sent'])
    expect(days({ period: null }).missing).toEqual(['notice-period'])
    expect(days({ period: null }).rows.map((row) => row.label)).toEqual(['Notice sent', 'Notice received', 'Agreement ends'])
  })

  it('says why another day than the notice’s end counts', () => {
    expect(days({ endsOn: '2027-01-31' }).rows.at(-1)?.working).toBe('The agreement ends before the notice does')
    expect(days({ endsOn: '2025-03-31' }).rows.at(-2)?.working).toContain('does not count')
    expect(days({ period: 'P1Y6M' }).rows[2]?.working).toBe('Received + 1 year and 6 months, clause 14.2')
  })

  it('takes a chosen day as it is', () => {
    expect(chosenDate('2026-12-01')).toEqual({ takesEffect: '2026-12-01', missing: [], rows: [{ label: 'Takes effect', date: '2026-12-01', working: 'Chosen by you', counts: true }] })
  })
})

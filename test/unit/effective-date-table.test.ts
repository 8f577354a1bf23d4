import { expect, it } from 'vitest'
import { englandWorkingDays } from '../../src/main/exchange/working-days.ts'
import { effectiveDateOf, type NoticeTerms } from '../../src/shared/domain/effective-date.ts'

const isWorkingDay = englandWorkingDays()
const nothing: NoticeTerms = { sentOn: null, receivedOn: null, receivedAfterWorkingDays: null, period: null, clause: null, endsOn: null, endsAtReviewOn: null }
const sent = (sentOn: string, receivedAfterWorkingDays: number, period: string | null, more: Partial<NoticeTerms> = {}): NoticeTerms => ({ ...nothing, sentOn, receivedAfterWorkingDays, period, ...more })
const received = (receivedOn: string, period: string | null, more: Partial<NoticeTerms> = {}): NoticeTerms => ({ ...nothing, sentOn: receivedOn, receivedOn, period, ...more })

/** Each row was worked out by hand with a calendar: what is known, the day it takes effect, and why that day. */
const table: readonly (readonly [why: string, terms: NoticeTerms, takesEffect: string | null])[] = [
  // Months, by the number of the day.
  ['three months keep the number of the day', received('2026-12-02', 'P3M'), '2027-03-02'],
  ['a month from 31 January ends with February', received('2027-01-31', 'P1M'), '2027-02-28'],
  ['a month from 30 January ends with February too', received('2027-01-30', 'P1M'), '2027-02-28'],
  ['a month from 28 February is 28 March, not the last of March', received('2027-02-28', 'P1M'), '2027-03-28'],
  ['three months from 30 November end with February', received('2026-11-30', 'P3M'), '2027-02-28'],
  ['six months from 31 August end with February', received('2026-08-31', 'P6M'), '2027-02-28'],
  ['a month from 31 March ends with April', received('2027-03-31', 'P1M'), '2027-04-30'],
  ['a month from 31 December is 31 January', received('2026-12-31', 'P1M'), '2027-01-31'],
  ['two months are counted at once: 31 December to 28 February', received('2026-12-31', 'P2M'), '2027-02-28'],
  ['twelve months are the same day next year', received('2026-11-24', 'P12M'), '2027-11-24'],
  // Leap years.
  ['a month from 31 January in a leap year ends on 29 February', received('2028-01-31', 'P1M'), '2028-02-29'],
  ['a year from 29 February has no such day and ends on 28', received('2028-02-29', 'P1Y'), '2029-02-28'],
  ['four years from 29 February have one again', received('2028-02-29', 'P4Y'), '2032-02-29'],
  ['thirty days over 29 February: one day shorter by the date', received('2028-02-01', 'P30D'), '2028-03-02'],
  ['thirty days over 28 February', received('2027-02-01', 'P30D'), '2027-03-03'],
  // Days and weeks are calendar days, weekends and holidays among them.
  ['thirty days are thirty calendar days', received('2026-12-02', 'P30D'), '2027-01-01'],
  ['ninety days are not three months', received('2026-12-02', 'P90D'), '2027-03-02'],
  ['ninety days from 1 June are a day short of three months', received('2027-06-01', 'P90D'), '2027-08-30'],
  ['four weeks', received('2026-11-24', 'P4W'), '2026-12-22'],
  ['a period that ends on a Sunday ends on the Sunday', received('2026-11-29', 'P4W'), '2026-12-27'],
  ['a period that ends on Christmas Day ends then', received('2026-11-25', 'P1M'), '2026-12-25'],
  ['a year and six months', received('2026-11-24', 'P1Y6M'), '2028-05-24'],
  ['two months and a week: months first, then days', received('2026-12-31', 'P2M1W'), '2027-03-07'],
  ['over the clock change nothing is lost', received('2027-03-27', 'P2D'), '2027-03-29'],
  // Notice received after sending.
  ['two working days after a Monday: Wednesday', sent('2026-11-30', 2, 'P3M'), '2027-03-02'],
  ['sent on a Friday, the next working day is Monday', sent('2026-11-27', 1, 'P1M'), '2026-12-30'],
  ['sent on a Saturday counts from Monday', sent('2026-11-28', 1, 'P1M'), '2026-12-30'],
  ['sent on Christmas Eve: Christmas, the weekend and the moved Boxing Day fall out', sent('2026-12-24', 1, 'P1M'), '2027-01-29'],
  ['sent on Christmas Eve, two working days', sent('2026-12-24', 2, 'P1M'), '2027-01-30'],
  ['sent on Maundy Thursday: Good Friday and Easter Monday fall out', sent('2027-03-25', 1, 'P1M'), '2027-04-30'],
  ['sent on New Year’s Eve 2026: 1 January is a holiday and a Friday', sent('2026-12-31', 1, 'P1M'), '2027-02-04'],
  ['the early May holiday', sent('2027-04-30', 1, 'P1M'), '2027-06-04'],
  ['the day the agreement takes it as received may be the day of sending', sent('2026-11-30', 0, 'P3M'), '2027-02-28'],
  ['the real day of receipt goes before the agreement’s reckoning', sent('2026-11-30', 2, 'P3M', { receivedOn: '2026-12-10' }), '2027-03-10'],
  ['received on the day of sending, by hand', received('2026-11-30', 'P1M'), '2026-12-30'],
  // Ends that come first.
  ['the agreement ends before the notice does', received('2026-12-02', 'P3M', { endsOn: '2027-01-31' }), '2027-01-31'],
  ['the agreement ends on the same day', received('2026-12-02', 'P3M', { endsOn: '2027-03-02' }), '2027-03-02'],
  ['the agreement ends a day later', received('2026-12-02', 'P3M', { endsOn: '2027-03-03' }), '2027-03-02'],
  ['a review at which it ends comes first', received('2026-12-02', 'P3M', { endsAtReviewOn: '2027-01-15' }), '2027-01-15'],
  ['of a review and an end the earlier one', received('2026-12-02', 'P3M', { endsAtReviewOn: '2027-02-15', endsOn: '2027-01-31' }), '2027-01-31'],
  ['it ends on the very day of receipt', received('2026-12-02', 'P3M', { endsOn: '2026-12-02' }), '2026-12-02'],
  ['an end before the notice came ends nothing: it has run on', received('2026-12-02', 'P3M', { endsOn: '2026-12-01' }), '2027-03-02'],
  ['a review long past ends nothing', received('2026-12-02', 'P3M', { endsAtReviewOn: '2024-04-01' }), '2027-03-02'],
  // What cannot be worked out is not guessed.
  ['no period: there is no usual one', received('2026-12-02', null), null],
  ['no period, though the agreement ends: the notice’s own end is not known', received('2026-12-02', null, { endsOn: '2027-03-31' }), null],
  ['not sent and not received', { ...nothing, period: 'P3M' }, null],
  ['sent, but nothing says when it counts as received', { ...nothing, sentOn: '2026-11-30', period: 'P3M' }, null],
]

it.each(table)('%s', (_why, terms, takesEffect) => {
  expect(effectiveDateOf(terms, isWorkingDay).takesEffect).toBe(takesEffect)
})

it('covers what the law and the calendar can do to a date', () => expect(table.length).toBeGreaterThanOrEqual(40))

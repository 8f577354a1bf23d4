import { addPeriod, isoPeriod } from './date.ts'
import type { IsoDate } from './date.ts'
import { periodInWords } from './words/date.ts'

export type IsWorkingDay = (date: IsoDate) => boolean

/** One step of the working. `counts` marks the row whose day the decision takes effect. */
export type DateRow = Readonly<{ label: string; date: IsoDate; working: string; counts: boolean }>

export type NoticeTerms = Readonly<{
  /** The day the notice goes out, as planned or as sent. */
  sentOn: IsoDate | null
  /** The day it was received, once that is known; it goes before any rule of the agreement. */
  receivedOn: IsoDate | null
  /** Working days after sending on which the agreement takes a notice as received; null where it does not say. */
  receivedAfterWorkingDays: number | null
  /** The agreement's own notice period, ISO 8601. There is no default. */
  period: string | null
  /** The clause that states the period, as the register has it. */
  clause: string | null
  /** The agreement's end, and a review at which it ends unless it is renewed. */
  endsOn: IsoDate | null
  endsAtReviewOn: IsoDate | null
}>

export const noticeGaps = ['notice-sent', 'notice-received', 'notice-period'] as const
export type NoticeGap = (typeof noticeGaps)[number]
export type EffectiveDate = Readonly<{ takesEffect: IsoDate | null; rows: readonly DateRow[]; missing: readonly NoticeGap[] }>

/**
 * When a withdrawal takes effect: the day the notice is received plus the agreement's own period, or the day the
 * agreement ends anyway, if that is earlier. Days are calendar days, months are calendar months; only the day a
 * notice counts as received is worked out in working days.
 * @returns the steps that can be worked out, and what is missing for the others.
 */
export function effectiveDateOf(terms: NoticeTerms, isWorkingDay: IsWorkingDay): EffectiveDate {
  const received = receivedDay(terms, isWorkingDay)
  const period = terms.period !== null && isoPeriod.safeParse(terms.period).success ? terms.period : null
  const noticeEnds = received && period ? addPeriod(received, period) : null
  const takesEffect = noticeEnds && earliest(noticeEnds, endsStillAhead(terms, received))
  const rows: (Omit<DateRow, 'counts'> | null)[] = [
    terms.sentOn ? { label: 'Notice sent', date: terms.sentOn, working: 'Chosen by you' } : null,
    received ? { label: 'Notice received', date: received, working: receivedWorking(terms) } : null,
    noticeEnds && period ? { label: 'Notice ends', date: noticeEnds, working: `Received + ${calendarPeriod(period)}${clauseOf(terms.clause)}` } : null,
    endRow('Agreement ends', terms.endsOn, received, noticeEnds),
    endRow('Review that ends it', terms.endsAtReviewOn, received, noticeEnds),
  ]
  const counting = rows.filter((row) => row !== null).map((row) => ({ ...row, counts: false }))
  return {
    takesEffect,
    rows: takesEffect ? [...counting, { label: 'Takes effect', date: takesEffect, working: effectWorking(takesEffect, noticeEnds, counting), counts: true }] : counting,
    missing: noticeGaps.filter((gap) => isMissing(gap, { sent: terms.sentOn, received, period })),
  }
}

/** The one row of a decision whose day is simply chosen. */
export function chosenDate(date: IsoDate): EffectiveDate {
  return { takesEffect: date, rows: [{ label: 'Takes effect', date, working: 'Chosen by you', counts: true }], missing: [] }
}

/**
 * The working day that many working days after a day; the day itself for none.
 * @throws RangeError where a whole year has no working day, which no calendar of England has.
 */
export function addWorkingDays(date: IsoDate, count: number, isWorkingDay: IsWorkingDay): IsoDate {
  let day = date
  let left = count
  let idle = 0
  while (left > 0) {
    day = addPeriod(day, 'P1D')
    idle += 1
    if (idle > 366) throw new RangeError('No working day within a year')
    if (!isWorkingDay(day)) continue
    left -= 1
    idle = 0
  }
  return day
}

function receivedDay({ sentOn, receivedOn, receivedAfterWorkingDays }: NoticeTerms, isWorkingDay: IsWorkingDay): IsoDate | null {
  if (receivedOn !== null) return receivedOn
  return sentOn !== null && receivedAfterWorkingDays !== null ? addWorkingDays(sentOn, receivedAfterWorkingDays, isWorkingDay) : null
}

function receivedWorking({ receivedOn, receivedAfterWorkingDays }: NoticeTerms): string {
  if (receivedOn !== null) return 'Entered by you'
  return `Sent + ${receivedAfterWorkingDays} working day${receivedAfterWorkingDays === 1 ? '' : 's'}, England bank holidays left out`
}

/** An end that had passed before the notice arrived ends nothing any more. */
function endsStillAhead({ endsOn, endsAtReviewOn }: NoticeTerms, received: IsoDate | null): IsoDate[] {
  return [endsOn, endsAtReviewOn].filter((date) => date !== null).filter((date) => received !== null && date >= received)
}

function endRow(label: string, date: IsoDate | null, received: IsoDate | null, noticeEnds: IsoDate | null): Omit<DateRow, 'counts'> | null {
  if (date === null) return null
  const working = (): string => {
    if (received === null || noticeEnds === null) return 'From the register'
    if (date < received) return 'From the register; it passed before the notice, so it does not count'
    if (date === noticeEnds) return 'From the register, the same day as the notice'
    return date < noticeEnds ? 'From the register, before the notice ends' : 'From the register, after the notice ends'
  }
  return { label, date, working: working() }
}

function effectWorking(takesEffect: IsoDate, noticeEnds: IsoDate | null, rows: readonly DateRow[]): string {
  const ends = rows.filter((row) => row.label === 'Agreement ends' || row.label === 'Review that ends it')
  if (takesEffect === noticeEnds) return ends.length === 0 ? 'The day the notice ends' : 'The day the notice ends, the earliest that counts'
  return 'The agreement ends before the notice does'
}

function calendarPeriod(period: string): string {
  const words = periodInWords(period)
  return /^\d+ (day|month)/.test(words) ? words.replace(/^(\d+) /, '$1 calendar ') : words
}

function clauseOf(clause: string | null): string {
  return clause === null || clause.trim() === '' ? '' : `, ${clause.trim()}`
}

function earliest(first: IsoDate, others: readonly IsoDate[]): IsoDate {
  return others.reduce((earliest, date) => (date < earliest ? date : earliest), first)
}

function isMissing(gap: NoticeGap, { sent, received, period }: { sent: IsoDate | null; received: IsoDate | null; period: string | null }): boolean {
  switch (gap) {
    case 'notice-sent': return sent === null
    case 'notice-received': return received === null
    case 'notice-period': return period === null
  }
}

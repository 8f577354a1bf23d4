import { Temporal } from 'temporal-polyfill/implementation'
import { z } from 'zod'
import { dayAfter, dayOf, periodOf, textOfDay } from './calendar.ts'

/** A calendar day without a time, `2026-11-24`. */
export type IsoDate = string
/** An instant in UTC with milliseconds, `2026-11-22T10:15:30.123Z`. */
export type IsoInstant = string

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Enter a date, for example 24 11 2026').refine(isRealDate, 'Enter a date that exists in the calendar')
export const isoInstant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
/** An ISO 8601 duration of whole years, months, weeks or days, as agreements state notice: `P3M`, `P30D`, `P1Y6M`. */
export const isoPeriod = z.string().regex(/^P(?=\d)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$/, 'Enter a period, for example 3 months')

export function isRealDate(value: string): boolean {
  return dayOf(value) !== undefined
}

/** The calendar day an instant falls on in England. */
export function dayInEngland(instant: IsoInstant): IsoDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
}

/** Midnight in England as an instant, so that a filter by days means the days on the wall. */
export function startOfDayInEngland(date: IsoDate): IsoInstant {
  return Temporal.PlainDate.from(date).toZonedDateTime('Europe/London').toInstant().toString({ smallestUnit: 'millisecond' })
}

/**
 * Adds a period in calendar months and days; the end of a short month is kept (31 January + 1 month = 28 February).
 * Asked for with every entry that is saved or read, so it counts by itself; a test holds it to what Temporal says.
 * @throws RangeError for a day that no calendar has
 */
export function addPeriod(date: IsoDate, period: string): IsoDate {
  const [day, length] = [dayOf(date), periodOf(period)]
  if (!day || !length) throw new RangeError(`Not a day and a period: ${date}, ${period}`)
  return textOfDay(dayAfter(day, length))
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

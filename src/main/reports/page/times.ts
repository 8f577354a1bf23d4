import { Temporal } from 'temporal-polyfill/implementation'
import type { IsoInstant } from '../../../shared/domain/date.ts'
import { dateInWords, shortDateInWords } from '../../../shared/domain/words/date.ts'

// Exports tell times in UTC, so that they read the same everywhere and all year.

const day = (instant: IsoInstant): string => instant.slice(0, 10)
const minute = (instant: IsoInstant): string => instant.slice(11, 16)

/** "30 November 2026, 16:48 UTC" */
export const instantInWords = (instant: IsoInstant): string => `${dateInWords(day(instant))}, ${minute(instant)} UTC`
/** "30 November 2026, 16:48:59.516 UTC": what was recorded to the thousandth, as it was signed. */
export const exactInstant = (instant: IsoInstant): string => `${dateInWords(day(instant))}, ${instant.slice(11, 23)} UTC`
/** "24 Nov 2026, 11:42" */
export const shortInstant = (instant: IsoInstant): string => `${shortDate(day(instant))}, ${minute(instant)}`
/** "24 Nov 2026" */
export const shortDate = (date: string): string => shortDateInWords(date).split(' ').slice(1).join(' ')
/** "Tuesday 24 November 2026" */
export function dayInFull(instant: IsoInstant): string {
  const date = Temporal.PlainDate.from(day(instant))
  return `${weekdays[date.dayOfWeek - 1]} ${dateInWords(day(instant))}`
}
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

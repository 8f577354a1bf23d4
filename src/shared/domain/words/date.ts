import { Temporal } from 'temporal-polyfill/implementation'
import type { IsoDate } from '../date.ts'

// Own tables rather than the host's: printed pages must not differ from one computer to the next.
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** `2026-11-24` as "24 November 2026". */
export function dateInWords(date: IsoDate): string {
  const day = Temporal.PlainDate.from(date)
  return `${day.day} ${months[day.month - 1]} ${day.year}`
}

/** `2026-11-24` as "Tue 24 Nov 2026", for tables. */
export function shortDateInWords(date: IsoDate): string {
  const day = Temporal.PlainDate.from(date)
  return `${weekdays[day.dayOfWeek - 1]?.slice(0, 3)} ${day.day} ${months[day.month - 1]?.slice(0, 3)} ${day.year}`
}

/** `P3M` as "3 months", `P1Y6M` as "1 year and 6 months". What is no period is given back as it is. */
export function periodInWords(period: string): string {
  let duration: Temporal.Duration
  try {
    duration = Temporal.Duration.from(period)
  } catch {
    return period
  }
  const parts = [
    count(duration.years, 'year'), count(duration.months, 'month'), count(duration.weeks, 'week'), count(duration.days, 'day'),
  ].filter((part) => part !== null)
  if (parts.length === 0) return '0 days'
  return parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function count(number: number, unit: string): string | null {
  if (number === 0) return null
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

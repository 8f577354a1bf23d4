import type Holidays from 'date-holidays'
import { createRequire } from 'node:module'
import { Temporal } from 'temporal-polyfill/implementation'
import type { IsoDate } from '../../shared/domain/date.ts'
import type { IsWorkingDay } from '../../shared/domain/effective-date.ts'

/** Monday to Friday in England, bank holidays and their substitute days left out. Each year is worked out once. */
export function englandWorkingDays(): IsWorkingDay {
  let calendar: Holidays | undefined
  const years = new Map<number, ReadonlySet<IsoDate>>()
  const bankHolidays = (year: number): ReadonlySet<IsoDate> => {
    const known = years.get(year)
    if (known) return known
    calendar ??= loadCalendar()
    const days = new Set(calendar.getHolidays(year, 'en').filter(({ type }) => type === 'public' || type === 'bank').map(({ date }) => date.slice(0, 10)))
    years.set(year, days)
    return days
  }
  return (date) => {
    const day = Temporal.PlainDate.from(date)
    return day.dayOfWeek <= 5 && !bankHolidays(day.year).has(date)
  }
}

/** The library brings the holidays of the whole world, a third of a second to load: asked for only when a date is worked out. */
function loadCalendar(): Holidays {
  const Library = createRequire(import.meta.url)('date-holidays') as typeof Holidays
  return new Library('GB', 'ENG')
}

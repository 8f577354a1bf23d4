import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill/implementation'
import type { IsoDate } from '../../shared/domain/date.ts'
import type { IsWorkingDay } from '../../shared/domain/effective-date.ts'

/** Monday to Friday in England, bank holidays and their substitute days left out. Each year is worked out once. */
export function englandWorkingDays(): IsWorkingDay {
  const calendar = new Holidays('GB', 'ENG')
  const years = new Map<number, ReadonlySet<IsoDate>>()
  const bankHolidays = (year: number): ReadonlySet<IsoDate> => {
    const known = years.get(year)
    if (known) return known
    const days = new Set(calendar.getHolidays(year, 'en').filter(({ type }) => type === 'public' || type === 'bank').map(({ date }) => date.slice(0, 10)))
    years.set(year, days)
    return days
  }
  return (date) => {
    const day = Temporal.PlainDate.from(date)
    return day.dayOfWeek <= 5 && !bankHolidays(day.year).has(date)
  }
}

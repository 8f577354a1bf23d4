import { daysBetween, dayInEngland, type IsoDate, type IsoInstant } from '../../shared/domain/date.ts'
import { dateInWords, shortDateInWords } from '../../shared/domain/words.ts'

const numbers = new Intl.NumberFormat('en-GB')
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })

/** 1284 as "1,284". */
export const numberInWords = (value: number): string => numbers.format(value)

/** "1 gap", "4 gaps". */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${numberInWords(count)} ${count === 1 ? one : many}`

/** `2026-11-24` as "24 Nov 2026". */
export const dayMonthYear = (date: IsoDate): string => shortDateInWords(date).split(' ').slice(1).join(' ')

/** `2026-11-24` as "Tue 24 Nov", with the year where it is another one than today's. */
export function weekdayAndDay(date: IsoDate, today: IsoDate): string {
  const words = shortDateInWords(date)
  return date.slice(0, 4) === today.slice(0, 4) ? words.split(' ').slice(0, 3).join(' ') : words
}

/** `2026-11-24` as "Tuesday 24 November 2026". */
export const longDay = (date: IsoDate): string => `${weekdays[shortDateInWords(date).slice(0, 3)] ?? ''} ${dateInWords(date)}`.trim()

const weekdays: Readonly<Record<string, string>> = { Mon: 'Monday', Tue: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday' }

/** The first letter large: "today" as "Today". */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** Today in England, as the clock of this computer has it. */
export const todayInEngland = (): IsoDate => dayInEngland(new Date().toISOString())

/** Time of an instant as a clock in England shows it, "08:30". */
export const clockTime = (at: IsoInstant): string => clock.format(new Date(at))

/** "today 08:31", "yesterday 17:40", "2 Nov 2026 09:05". */
export function whenInWords(at: IsoInstant, today: IsoDate): string {
  const day = dayInEngland(at)
  const ago = daysBetween(day, today)
  const name = ago === 0 ? 'today' : ago === 1 ? 'yesterday' : dayMonthYear(day)
  return `${name} ${clockTime(at)}`
}

/** How a date stands to today: "today", "tomorrow", "in 12 days", "4 days over". */
export function dueInWords(date: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days > 0 ? `in ${numberInWords(days)} days` : `${countOf(-days, 'day')} over`
}

/** "98 days ago", "yesterday", "today". */
export function agoInWords(date: IsoDate, today: IsoDate): string {
  const days = daysBetween(date, today)
  if (days === 0) return 'today'
  return days === 1 ? 'yesterday' : `${numberInWords(days)} days ago`
}

export const isOver = (date: IsoDate, today: IsoDate): boolean => date < today

/** A day of the proleptic Gregorian calendar. */
export type CalendarDay = Readonly<{ year: number; month: number; day: number }>

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : lengths[month - 1] ?? 0
}

/** The day a text `2026-11-24` names; undefined for any other text, and for a day that no calendar has. */
export function dayOf(text: string): CalendarDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined
}

type Period = Readonly<{ months: number; days: number }>

/** `P1Y6M`, `-P90D`: years and months, weeks and days, as they are added to a day. */
export function periodOf(text: string): Period | undefined {
  const match = /^([-+]?)P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text)
  if (!match) return undefined
  const sign = match[1] === '-' ? -1 : 1
  const part = (at: number): number => Number(match[at] ?? 0) * sign
  return { months: part(2) * 12 + part(3), days: part(4) * 7 + part(5) }
}

/** Months first, the end of a short month kept; then days. */
export function dayAfter({ year, month, day }: CalendarDay, { months, days }: Period): CalendarDay {
  const count = year * 12 + month - 1 + months
  const there = { year: Math.floor(count / 12), month: (count % 12 + 12) % 12 + 1 }
  const date = new Date(0)
  date.setUTCFullYear(there.year, there.month - 1, Math.min(day, daysInMonth(there.year, there.month)) + days)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `2026-11-24`; a year beyond four digits is written with a sign and six, as ISO 8601 has it. */
export function textOfDay({ year, month, day }: CalendarDay): string {
  const four = year >= 0 && year <= 9999
  const written = four ? String(year).padStart(4, '0') : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`
  return `${written}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

import { addPeriod, type IsoDate } from '../../../shared/domain/date.ts'
import { dateInWords } from '../../../shared/domain/words.ts'

const whole = /^@([+-])(\d{1,4})([dwmy])$/
const inText = /\{@([+-])(\d{1,4})([dwmy])\}/g

/**
 * The demo data tells its days from today, so that the demo is as fresh in a year as it is now: `@-3m` is three months
 * before today, `@+10d` ten days after, and `{@-3m}` inside a sentence is that day in words.
 */
export function withRealDates(value: unknown, today: IsoDate): unknown {
  if (typeof value === 'string') return textWithRealDates(value, today)
  if (Array.isArray(value)) return value.map((item) => withRealDates(item, today))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withRealDates(item, today)]))
}

function textWithRealDates(text: string, today: IsoDate): string {
  const found = whole.exec(text)
  if (found) return dayFrom(today, found)
  return text.replaceAll(inText, (...parts: string[]) => dateInWords(dayFrom(today, parts)))
}

function dayFrom(today: IsoDate, [, sign, number, unit]: readonly (string | undefined)[]): IsoDate {
  return addPeriod(today, `${sign === '-' ? '-' : ''}P${number ?? 0}${(unit ?? 'd').toUpperCase()}`)
}

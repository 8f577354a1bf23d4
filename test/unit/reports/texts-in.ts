import { dateInWords } from '../../../src/shared/domain/words/date.ts'
import { squeezed } from './read-pdf.ts'

/** Every text and date of a value, as it has to stand on paper; codes and identities are told by their words instead. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}\.\d{3})Z)?$/.exec(value) ?? []
    if (day !== undefined) return [time === undefined ? dateInWords(day) : `${dateInWords(day)}, ${time} UTC`]
    return value === '' || /^[a-z0-9]+([-/][a-z0-9]+)*$/.test(value) || /^P\d+[YMWD]$/.test(value) ? [] : [value]
  }
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => (key === 'field' ? [] : textsIn(inner))) : []
}

/** Without spaces, and with each stand-in for a letter that no font has turned back into that letter. */
export const decoded = (printed: string): string =>
  squeezed(printed).replaceAll(/\[characters?((?:U\+[0-9A-F]{4,6})+)\]/g, (_, points: string) => points.split('U+').slice(1).map((point) => String.fromCodePoint(Number.parseInt(point, 16))).join(''))

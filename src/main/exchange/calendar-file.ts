import { createHash } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ICalAlarmType, ICalCalendar, ICalCalendarMethod } from 'ical-generator'
import { refuse } from '../../shared/contract/refused.ts'
import { addPeriod, type IsoDate, type IsoInstant } from '../../shared/domain/date.ts'

/** One whole day in a calendar. The same `key` is the same event for ever: a calendar that reads a newer file moves it. */
export type CalendarDay = Readonly<{ key: string; on: IsoDate; title: string }>

export type CalendarInput = Readonly<{
  register: string
  name: string
  madeAt: IsoInstant
  /** Counts up with every change of the register, so that the newer of two files wins. */
  sequence: number
  days: readonly CalendarDay[]
}>

const fortnightInSeconds = 14 * 86_400

/** The days as RFC 5545 text, each with a reminder a fortnight before. The same input gives the same text. */
export function calendarText({ register, name, madeAt, sequence, days }: CalendarInput): string {
  const calendar = new ICalCalendar({ prodId: { company: 'Practice Sharing Register', product: 'Dates', language: 'EN' }, name: plain(name), method: ICalCalendarMethod.PUBLISH })
  for (const { key, on, title } of days) {
    const summary = plain(title)
    calendar.createEvent({
      id: `${key}@psr-${register}`, sequence, stamp: new Date(madeAt), summary,
      allDay: true, start: dayOf(on), end: dayOf(addPeriod(on, 'P1D')),
    }).createAlarm({ type: ICalAlarmType.display, trigger: fortnightInSeconds, description: summary })
  }
  return `${calendar.toString().trimEnd()}\r\n`
}

/** The library writes a whole day by its UTC date. A local midnight would be the day before wherever clocks are ahead, as in an English summer. */
const dayOf = (on: IsoDate): Date => new Date(`${on}T00:00:00.000Z`)

/** A line break or another control character in a title would start a line of its own in the file. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/**
 * Writes the file beside its place first and then under its name.
 * @throws Refused `export-failed` or `disk-full`, with nothing left behind
 */
export function saveCalendar(file: string, text: string): { sha256: string; bytes: number } {
  const content = Buffer.from(text, 'utf8')
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`)
  try {
    writeFileSync(beside, content, { flush: true })
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    const full = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    throw full ? refuse('disk-full', { happened: `The disk is full, so ${path.basename(file)} was not written.` }, error) : refuse('export-failed', { happened: `${path.basename(file)} cannot be written into that folder.` }, error)
  }
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length }
}

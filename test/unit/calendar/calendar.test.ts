import { readFileSync } from 'node:fs'
import path from 'node:path'
import ICAL from 'ical.js'
import { afterEach, describe, expect, it } from 'vitest'
import { calendarText, type CalendarDay } from '../../../src/main/exchange/calendar-file.ts'
import { days } from '../../fixtures/clock.ts'
import { agreementFields, secondaryAgreement } from '../../fixtures/forms.ts'
import { madeWithdrawal, sentLetter } from '../../fixtures/letters.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

const input = (list: readonly CalendarDay[]) => ({ register: '00000000-0000-4000-8000-000000000000', name: 'Demo Surgery: dates', madeAt: '2026-11-23T09:00:00.000Z', sequence: 41, days: list })
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((event) => ({ component: event, event: new ICAL.Event(event) }))
const lines = (text: string): string[] => text.split('\r\n')

describe('a calendar file', () => {
  const long = 'Review: DSA-0007 Ünïcode “of” 漢字かな交じり文の長い題名がここにあります 😀😀😀😀 עברית العربية; with, commas \\ and a title that goes on well past seventy-five octets in all'

  it('reads back as what was written: all day, one day long, reminder a fortnight before', () => {
    const [one] = read(calendarText(input([{ key: 'entry-1-review', on: '2026-12-24', title: long }])))
    if (!one) throw new Error('No event')
    expect(one.event.summary).toBe(long)
    expect(one.event.uid).toBe('entry-1-review@psr-00000000-0000-4000-8000-000000000000')
    expect(one.event.startDate.isDate).toBe(true)
    expect([one.event.startDate.toString(), one.event.endDate.toString()]).toEqual(['2026-12-24', '2026-12-25'])
    expect(one.component.getFirstPropertyValue('sequence')).toBe(41)
    expect(String(one.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T09:00:00Z')
    const alarm = one.component.getFirstSubcomponent('valarm')
    expect([alarm?.getFirstPropertyValue('action'), String(alarm?.getFirstPropertyValue('trigger'))]).toEqual(['DISPLAY', '-P14D'])
  })

  it('has CRLF at each line, 75 octets at most in one, and no character cut in two', () => {
    const text = calendarText(input([{ key: 'a', on: '2026-12-24', title: long }, { key: 'b', on: '2026-12-24', title: '漢'.repeat(200) }]))
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text)
  })

  it('lets no title start a line of its own', () => {
    const text = calendarText(input([{ key: 'a', on: '2026-12-24', title: 'Review\r\nATTENDEE:mailto:x@example.org\u2028END:VEVENT\u0007' }]))
    expect(lines(text).filter((line) => line.startsWith('ATTENDEE') || line === 'END:VEVENT')).toEqual(['END:VEVENT'])
    expect(read(text)[0]?.event.summary).toBe('Review ATTENDEE:mailto:x@example.org END:VEVENT')
  })

  it.each(['Europe/London', 'Asia/Tokyo', 'America/New_York'])('names the same day wherever it is made: %s', (zone) => {
    const before = process.env['TZ']
    process.env['TZ'] = zone
    try {
      expect(calendarText(input([{ key: 'a', on: '2027-07-01', title: 'Review' }]))).toContain('DTSTART;VALUE=DATE:20270701\r\nDTEND;VALUE=DATE:20270702')
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })

  it('is empty but whole where nothing is due', () => {
    expect(read(calendarText(input([])))).toEqual([])
  })
})

describe('the dates of a register', () => {
  let office: TestOffice
  afterEach(() => office.close())
  const saved = async (whose: 'mine' | 'all') => {
    const file = path.join(office.folder, `dates-${whose}.ics`)
    office.dialogs.push(file)
    const made = await office.call('calendar.export', { whose })
    return { made, events: read(readFileSync(file, 'utf8')) }
  }

  it('hold reviews, steps, ends and replies, by reference and title, and no word that somebody wrote', async () => {
    office = await openOffice()
    const lead = await office.id('Data protection lead')
    const { id } = await madeWithdrawal(office, { owner: lead, summary: 'SECRET summary', what: agreementFields({ reviewOn: '2027-01-15', endsOn: '2028-01-31' }) })
    await sentLetter(office, { kind: 'decision', id }, { step: true })
    await office.call('entry.add', secondaryAgreement({ title: 'Nobody’s own', what: agreementFields({ reviewOn: '2027-02-01' }) }))
    const { made, events } = await saved('all')
    const told = events.map(({ event }) => `${event.startDate.toString()} ${event.summary}`)
    expect(told).toEqual([
      '2026-12-15 Get the receipt confirmed: DSA-0001 Risk scoring for planning (D-0001)',
      '2026-12-21 Reply due: DSA-0001 Risk scoring for planning (L-0001)',
      '2027-01-15 Review: DSA-0001 Risk scoring for planning',
      '2027-02-01 Review: DSA-0002 Nobody’s own',
      '2027-03-03 Notice ends: see that the sharing stops: DSA-0001 Risk scoring for planning (D-0001)',
      '2027-04-30 Get the data returned or destroyed: DSA-0001 Risk scoring for planning (D-0001)',
      '2027-05-14 Check that it really happened: DSA-0001 Risk scoring for planning (D-0001)',
      '2028-01-31 Agreement ends: DSA-0001 Risk scoring for planning',
    ])
    expect(made?.days).toBe(8)
    expect(events.map(({ component }) => component.toString()).join('')).not.toMatch(/SECRET|Partner A|Data protection lead|Demo ICB|planning of services/i)
    expect((await office.events()).at(-1)).toMatchObject({ type: 'export.made', data: { report: 'calendar', sha256: made?.sha256 } })
    expect((await saved('mine')).events).toHaveLength(7)
    await office.seat('Auditor')
    expect((await saved('mine')).events).toEqual([])
  })

  it('keep their identity when they move, with a higher number, so that a calendar moves them too', async () => {
    office = await openOffice()
    const { id } = await office.call('entry.add', secondaryAgreement({ what: agreementFields({ reviewOn: '2026-11-01' }) }))
    const [before] = (await saved('all')).events
    office.clock.pass(days(1))
    await office.seat('Data protection lead')
    await office.call('review.record', { id, kind: 'review', on: '2026-11-24', outcome: 'unchanged', note: '', evidence: [], nextOn: '2027-11-24' })
    const [after] = (await saved('all')).events
    expect(after?.event.uid).toBe(before?.event.uid)
    expect(after?.event.startDate.toString()).toBe('2027-11-24')
    expect(Number(after?.component.getFirstPropertyValue('sequence'))).toBeGreaterThan(Number(before?.component.getFirstPropertyValue('sequence')))
  })

  it('are not written over the register, and record nothing when nobody chose a place', async () => {
    office = await openOffice()
    const before = (await office.events()).length
    expect(await office.call('calendar.export', { whose: 'all' })).toBeNull()
    office.dialogs.push(office.file)
    expect(await office.refused('calendar.export', { whose: 'all' })).toMatchObject({ code: 'export-failed' })
    office.dialogs.push(path.join(office.folder, 'no', 'such', 'folder.ics'))
    expect(await office.refused('calendar.export', { whose: 'all' })).toMatchObject({ code: 'export-failed' })
    expect((await office.events()).length).toBe(before)
  })
})

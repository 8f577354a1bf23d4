import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf, type Disc, type Mark } from '../../../src/renderer/components/clause-text.tsx'
import { problemsOf } from '../../../src/renderer/components/form.tsx'
import { agoInWords, clockTime, countOf, dayMonthYear, dueInWords, longDay, numberInWords, weekdayAndDay, whenInWords } from '../../../src/renderer/components/format.ts'
import { groupsOfFour } from '../../../src/renderer/components/hash-text.tsx'
import { pageNumbers } from '../../../src/renderer/components/pager.tsx'
import { detailsForIt } from '../../../src/renderer/components/refusal.tsx'

const today = '2026-11-24'

describe('dates and numbers', () => {
  it.each([
    ['2026-11-24', 'today'], ['2026-11-25', 'tomorrow'], ['2026-11-26', 'in 2 days'], ['2026-11-23', '1 day over'], ['2026-11-20', '4 days over'], ['2030-11-24', 'in 1,461 days'],
  ])('%s is %s', (date, words) => expect(dueInWords(date, today)).toBe(words))

  it('names a day as a person reads it', () => {
    expect(dayMonthYear(today)).toBe('24 Nov 2026')
    expect(longDay(today)).toBe('Tuesday 24 November 2026')
    expect(weekdayAndDay('2026-11-20', today)).toBe('Fri 20 Nov')
    expect(weekdayAndDay('2027-01-15', today)).toBe('Fri 15 Jan 2027')
    expect(agoInWords('2026-08-18', today)).toBe('98 days ago')
    expect(agoInWords(today, today)).toBe('today')
  })

  it('shows the time in England, summer and winter', () => {
    expect(clockTime('2026-11-24T08:30:00.000Z')).toBe('08:30')
    expect(clockTime('2026-07-24T08:30:00.000Z')).toBe('09:30')
  })

  it('takes the day from England too: late on a summer evening in UTC it is tomorrow', () => {
    expect(whenInWords('2026-07-23T23:30:00.000Z', '2026-07-24')).toBe('today 00:30')
    expect(whenInWords('2026-11-23T17:40:00.000Z', today)).toBe('yesterday 17:40')
    expect(whenInWords('2026-11-02T09:05:00.000Z', today)).toBe('2 Nov 2026 09:05')
  })

  it('counts', () => {
    expect(numberInWords(1284)).toBe('1,284')
    expect(countOf(1, 'entry', 'entries')).toBe('1 entry')
    expect(countOf(0, 'gap')).toBe('0 gaps')
  })

  it('groups a hash by four', () => {
    expect(groupsOfFour('bea0ec3bd2')).toBe('bea0 ec3b d2')
    expect(groupsOfFour('')).toBe('')
  })
})

describe('a clause cut at its marks', () => {
  const clause = 'For treating you, and to plan services.'

  it('marks the words and sets the numbers where purposes end', () => {
    const marks: Mark[] = [{ start: 4, end: 16, points: 'direct-care' }, { start: 25, end: 38, points: 'secondary-use' }]
    const discs: Disc[] = [{ at: 17, number: 1 }, { at: clause.length, number: 2 }]
    expect(piecesOf(clause, marks, discs).map((piece) => (piece.kind === 'disc' ? piece.number : `${piece.kind} ${piece.text}`))).toEqual([
      'plain For ', 'mark treating you', 'plain ,', 1, 'plain  and to ', 'mark plan services', 'plain .', 2,
    ])
  })

  it('never changes the quoted text, whatever the marks', () => {
    const place = fc.integer({ min: 0, max: 60 })
    const mark = fc.record({ start: place, end: place, points: fc.constantFrom('direct-care' as const, 'secondary-use' as const, 'undetermined' as const) })
    const disc = fc.record({ at: place, number: fc.integer({ min: 1, max: 9 }) })
    fc.assert(fc.property(fc.string({ maxLength: 50 }), fc.array(mark, { maxLength: 6 }), fc.array(disc, { maxLength: 4 }), (text, marks, discs) => {
      const pieces = piecesOf(text, marks, discs)
      expect(pieces.map((piece) => (piece.kind === 'disc' ? '' : piece.text)).join('')).toBe(text)
      expect(pieces.filter(({ kind }) => kind === 'disc')).toHaveLength(discs.length)
    }))
  })
})

describe('page numbers', () => {
  it.each([
    [1, 3, [1, 2, 3]], [1, 9, [1, 2, null, 9]], [5, 9, [1, null, 4, 5, 6, null, 9]], [4, 9, [1, 2, 3, 4, 5, null, 9]], [9, 9, [1, null, 8, 9]], [1, 1, [1]],
  ])('page %i of %i', (page, pages, shown) => expect(pageNumbers(page, pages)).toEqual(shown))
})

describe('what is wrong in a form', () => {
  it('lists every message with its field, nested ones and those of a whole list too', () => {
    const errors = {
      title: { type: 'x', message: 'Enter a title' },
      fields: { parties: [undefined, { name: { type: 'x', message: 'Enter the name of the organisation' } }], noticePeriod: { type: 'x', message: 'Enter a period' } },
      people: { root: { type: 'x', message: 'Add at least one partner' } },
    }
    expect(problemsOf(errors)).toEqual([
      { text: 'Enter a title', fieldId: 'field-title' },
      { text: 'Enter the name of the organisation', fieldId: 'field-fields-parties-1-name' },
      { text: 'Enter a period', fieldId: 'field-fields-noticePeriod' },
      { text: 'Add at least one partner', fieldId: 'field-people' },
    ])
  })
})

it('gives IT the code, the sentences and the time, and leaves out what is empty', () => {
  const text = detailsForIt({ code: 'disk-full', happened: 'It was not saved.', safe: '', todo: 'Free some room.' }, '2026-11-24T13:06:00.000Z')
  expect(text.split('\n')).toEqual(['Practice Sharing Register', 'Code: disk-full', 'At: 2026-11-24T13:06:00.000Z', 'It was not saved.', 'Free some room.'])
})

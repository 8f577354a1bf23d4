import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headIn, headInWords, headTyped } from '../../../src/shared/trail/head-words.ts'

const digits = '2c1b3a699d0e11f2'
const hash = digits.padEnd(64, '0')
const head = { kind: 'typed', seq: 1293, digits } as const
const anyHead = fc.record({ seq: fc.integer({ min: 1, max: 9_999_999 }), hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')) })

describe('a head in words', () => {
  it('is short enough to be read out', () => {
    expect(headInWords({ seq: 1293, hash })).toBe('event 1,293, 2c1b 3a69 9d0e 11f2')
    expect(headInWords({ seq: 12, hash })).toBe('event 12, 2c1b 3a69 9d0e 11f2')
  })

  it.each([
    'event 1,293, 2c1b 3a69 9d0e 11f2', 'Event 1293, 2C1B 3A69 9D0E 11F2.', '1,293 2c1b 3a69 9d0e 11f2', '1293:2c1b3a699d0e11f2', 'Head 1,293\n2c1b 3a69 9d0e 11f2',
    'event 1,293,\n2c1b 3a69\r\n9d0e 11f2', 'event 1 293, 2c1b, 3a69, 9d0e, 11f2', '  event\u00a01\u00a0293 2c1b 3a69 9d0e 11f2 …', 'Head of the trail: event 1,293, 2c1b-3a69-9d0e-11f2',
  ])('is found in “%s”', (text) => {
    expect(headIn(text)).toEqual(head)
  })

  it.each(['', 'event 1,293', 'event 1,293, 2c1b 3a69 9d0e', 'event 0, 2c1b 3a69 9d0e 11f2', 'event 1,293, 2c1b 3a69 9d0e 11fg', '2c1b 3a69 9d0e 11f2', 'event 1,293, 2c1 b3a69 9d0 e11f2', 'C:\\PDFs\\audit-trail.pdf'])('is not found in “%s”', (text) => {
    expect(headIn(text)).toBeNull()
  })

  it('comes back out of its own words, whatever stands between', () => {
    fc.assert(fc.property(anyHead, fc.constantFrom(' ', '\n', ', ', ',\n', '  '), ({ seq, hash: any }, between) => {
      const [event = '', ...groups] = headInWords({ seq, hash: any }).split(/(?<=\d), |(?<=[\da-f]{4}) /)
      expect(headIn([event, ...groups].join(between))).toEqual({ kind: 'typed', seq, digits: any.slice(0, 16) })
    }))
  })

  it('is taken from two fields, or whole from either of them', () => {
    const whole = 'event 1,293, 2c1b 3a69 9d0e 11f2'
    for (const [seq, rest] of [['1,293', '2c1b 3a69 9d0e 11f2'], [' 1293 ', '2c1b3a69-9d0e11f2'], [whole, ''], ['', whole], ['1293', '2c1 b3a 699 d0e 11f 2']] as const) expect(headTyped(seq, rest), `${seq} | ${rest}`).toEqual(head)
    for (const [seq, rest] of [['', digits], ['1293', 'short'], ['-1', digits], ['one', digits]] as const) expect(headTyped(seq, rest), `${seq} | ${rest}`).toBeNull()
  })
})

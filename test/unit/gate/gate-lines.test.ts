import { describe, expect, it } from 'vitest'
import { gateLines } from '../../../src/main/exchange/gate-lines.ts'
import { shippedPositions } from '../../../src/main/exchange/positions.ts'

const { positions } = shippedPositions
const entry = { kind: 'gp-connect-setting', class: 'direct-care', legalForce: 'core-contract', state: 'active', mechanism: 'update-record' }
const line = (change: object = {}, entryChange: object = {}) =>
  JSON.stringify({ entry: { ...entry, ...entryChange }, verb: 'switch-off', effectiveDate: '2026-09-01', ...change })

function errorOf(text: string): string {
  const { lines, anyInvalid } = gateLines(text, positions)
  const [first] = lines
  expect(anyInvalid).toBe(true)
  return first && 'error' in first ? first.error : ''
}

describe('the gate over a file of lines', () => {
  it('answers each line in order with exactly the promised keys', () => {
    const { lines, anyInvalid } = gateLines(`${line()}\r\n${line({ verb: 'keep-with-controls' })}\n`, positions)
    expect(anyInvalid).toBe(false)
    expect(lines.map((answer) => Object.keys(answer).toSorted())).toEqual(Array.from({ length: 2 }, () => ['answer', 'offers', 'position', 'reasons', 'requires']))
    expect(lines[0]).toMatchObject({ answer: 'needs-override', position: { subject: 'update-record-off' } })
    expect(lines[1]).toMatchObject({ answer: 'open', position: { subject: 'update-record-off' } })
  })

  it('answers the other lines when one is wrong', () => {
    const { lines, anyInvalid } = gateLines([line(), 'nonsense', '', line()].join('\n'), positions)
    expect(anyInvalid).toBe(true)
    expect(lines.map((answer) => 'error' in answer)).toEqual([false, true, true, false])
    expect(lines[1]).toEqual({ error: 'This line is not JSON.' })
  })

  it('takes “on” for active, and an empty optional field for one left out', () => {
    const [plain] = gateLines(line(), positions).lines
    const [loose] = gateLines(line({}, { state: 'on', subject: null, noticePeriod: '' }), positions).lines
    expect(loose).toEqual(plain)
  })

  it('says not available for a verb of another kind', () => {
    expect(gateLines(line({ verb: 'withdraw' }), positions).lines[0]).toMatchObject({ answer: 'not-available' })
  })

  it.each([
    ['a kind', line({}, { kind: 'agreement' }), 'entry.kind'], ['a class', line({}, { class: 'secondary' }), 'entry.class'],
    ['a force', line({}, { legalForce: 'contract' }), 'entry.legalForce'], ['a state', line({}, { state: 'running' }), 'entry.state'],
    ['a mechanism', line({}, { mechanism: 'update' }), 'entry.mechanism'], ['a notice period', line({}, { noticePeriod: 'three months' }), 'entry.noticePeriod'],
    ['a verb', line({ verb: 'stop' }), 'verb'], ['a date', line({ effectiveDate: '2026-02-30' }), 'effectiveDate'],
    ['the entry', '{"verb":"withdraw","effectiveDate":"2026-09-01"}', 'entry'], ['an object', '[]', 'expected object'],
  ])('names %s that is wrong', (_, text, named) => expect(errorOf(text)).toContain(named))

  it('gives an empty file no answers', () => {
    expect(gateLines('\uFEFF\n', positions)).toEqual({ lines: [], anyInvalid: false })
  })
})

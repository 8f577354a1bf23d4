import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, signedText, type SignedAnswer } from '../../../src/shared/trail/canonical.ts'
import { isRecordable, recordable } from '../../../src/shared/trail/json.ts'

const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.constant('Cafe\u0301'), fc.constant('\ud800'))
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 })),
}))

describe('what is recorded', () => {
  it('is NFC, well formed and stays as it is when recorded again', () => {
    fc.assert(fc.property(anything, (value) => {
      const kept = recordable(value)
      expect(isRecordable(kept)).toBe(true)
      expect(recordable(kept)).toEqual(kept)
    }))
  })

  it('reads back from its canonical text as the same value with the same text', () => {
    fc.assert(fc.property(anything, (value) => {
      const text = canonical(recordable(value))
      expect(canonical(JSON.parse(text))).toBe(text)
      expect(text.isWellFormed()).toBe(true)
    }))
  })

  it('joins an accent to its letter, in keys too', () => {
    expect(recordable({ 'e\u0301': 'Cafe\u0301' })).toEqual({ '\u00e9': 'Caf\u00e9' })
  })

  it('leaves out what is undefined and makes minus zero zero', () => {
    expect(recordable({ a: undefined, b: -0 })).toEqual({ b: 0 })
    expect(Object.is((recordable({ b: -0 }) as { b: number }).b, 0)).toBe(true)
  })

  it.each([0.5, Number.NaN, Infinity, 2 ** 53, () => 1, 10n, Symbol('x')])('refuses %s', (value) => {
    expect(() => recordable({ value: [value] })).toThrow(RangeError)
  })

  it.each([0.5, -0, 2 ** 53, 'Cafe\u0301', '\ud800', { 'e\u0301': 1 }, undefined])('knows that %j is not in the recorded form', (value) => {
    expect(isRecordable([value])).toBe(false)
  })
})

describe('the signed text', () => {
  const signed: SignedAnswer = { statementHash: 'a'.repeat(64), decision: 'd', signatory: 's', answer: 'agree', comment: null, signedAt: '2026-04-06T08:00:00.000Z' }

  it('holds exactly the six fields in canonical order, whatever else the object carries', () => {
    const more = { signature: 'x', seq: 5, ...signed }
    expect(signedText(more)).toBe(`psr-signature/1\n{"answer":"agree","comment":null,"decision":"d","signatory":"s","signedAt":"2026-04-06T08:00:00.000Z","statementHash":"${'a'.repeat(64)}"}`)
  })

  it('differs when any of them differs', () => {
    const texts = Object.keys(signed).map((field) => signedText({ ...signed, [field]: 'other' }))
    expect(new Set([signedText(signed), ...texts]).size).toBe(7)
  })
})

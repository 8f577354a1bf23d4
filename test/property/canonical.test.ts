import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/shared/trail/canonical.ts'

const keys = fc.oneof(fc.string({ unit: 'binary' }).filter((key) => key.isWellFormed()), fc.constantFrom('a', 'b', 'B', 'aa', '10', '9', '1', '01', '-1', 'é', '\u20ac', '\ud83d\ude00', '\ufb33', '', '__proto__x', 'toString', '\\ud800'))
const leaves = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), fc.constantFrom('\\ud800', '\u0000\u001f"\\', '\u2028\u2029', -0, undefined))
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaves, fc.array(tie('value').map((value) => value ?? null)), fc.dictionary(keys, tie('value'), { noNullPrototype: true })),
}))

const textOf = (write: (value: unknown) => string | undefined, value: unknown): string => {
  try {
    return write(value) ?? 'none'
  } catch {
    return 'none'
  }
}

describe('canonical text', () => {
  it('is that of the library for any value', () => {
    fc.assert(fc.property(values, (value) => { expect(textOf(canonical, value)).toBe(textOf(canonicalize, value)) }), { numRuns: 1500 })
  })

  it('is the same whatever order the keys came in, and leaves the value as it was', () => {
    fc.assert(fc.property(fc.dictionary(keys, fc.dictionary(keys, leaves, { noNullPrototype: true }), { noNullPrototype: true }), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed())
      const before = JSON.stringify(turned)
      expect(canonical(turned)).toBe(canonical(value))
      expect(JSON.stringify(turned)).toBe(before)
    }), { numRuns: 300 })
  })

  it.each([['a lone surrogate', { a: '\ud800' }], ['a lone surrogate in a key', { '\udc00': 1 }], ['no number', { a: NaN }], ['more than any number', [Infinity]], ['nothing', undefined]])('there is none of %s', (_, value) => {
    expect(() => canonical(value)).toThrow()
  })

  it('writes a value that has a wording of its own as that', () => {
    expect(canonical({ at: new Date(0), own: { toJSON: () => 'x' } })).toBe('{"at":"1970-01-01T00:00:00.000Z","own":"x"}')
  })
})

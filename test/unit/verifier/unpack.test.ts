import { deflateSync, inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteText, placesOf } from '../../../src/shared/pdf/byte-text.ts'
import { unpack, UnpackError } from '../../../src/shared/pdf/unpack.ts'

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
/** Hard to pack, so that the packed form has about the length asked for. */
const noise = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length)
  let state = 7
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}

describe('unpacking', () => {
  it('gives back what another program packed, at every way of packing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 0, max: 9 }), (bytes, level) => {
      expect(equal(unpack(deflateSync(bytes, { level })), bytes)).toBe(true)
    }))
  })

  it('gives it back wherever the packed bytes are cut into slices', () => {
    for (let length = 65_500; length < 65_560; length += 1) {
      const bytes = noise(length)
      expect(equal(unpack(deflateSync(bytes, { level: 0 })), bytes), String(length)).toBe(true)
    }
    const text = Buffer.from('the same words over and over '.repeat(200_000))
    expect(equal(unpack(deflateSync(text)), text)).toBe(true)
  })

  it('never gives other bytes than were packed, whatever is damaged or cut off', () => {
    const bytes = Buffer.from('{"format":"psr-trail/1"}'.repeat(40))
    const packed = deflateSync(bytes)
    const tried = (damaged: Uint8Array): void => {
      try {
        expect(equal(unpack(damaged), bytes)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(UnpackError)
      }
    }
    for (let at = 0; at < packed.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) tried(Uint8Array.from(packed, (byte, index) => (index === at ? byte ^ (1 << bit) : byte)))
      expect(() => unpack(packed.subarray(0, at))).toThrow(UnpackError)
    }
  })

  it('sees a changed check sum, which the unpacking itself does not need', () => {
    const packed = deflateSync(Buffer.from('hello'))
    packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 1
    expect(() => inflateSync(packed)).toThrow()
    expect(() => unpack(packed)).toThrow(UnpackError)
  })

  it('stops at what was packed to do harm', () => {
    const zeros = deflateSync(new Uint8Array(5_000_000))
    expect(zeros.length).toBeLessThan(6000)
    expect(unpack(zeros, 5_000_000)).toHaveLength(5_000_000)
    expect(() => unpack(zeros, 4_999_999)).toThrow(UnpackError)
  })
})

describe('bytes as text', () => {
  it('are one character each, at any length', () => {
    const bytes = noise(10_000)
    expect(byteText(bytes)).toBe(Buffer.from(bytes).toString('latin1'))
    expect(byteText(bytes, -5, 20_000)).toBe(byteText(bytes))
    expect(byteText(bytes, 4090, 4100)).toBe(Buffer.from(bytes.subarray(4090, 4100)).toString('latin1'))
  })

  it('are searched for a word as a whole, also at the edges', () => {
    expect([...placesOf(Buffer.from(' obj obj  ob obj'), ' obj')]).toEqual([0, 4, 12])
    expect([...placesOf(Buffer.from('nothing here'), ' obj')]).toEqual([])
  })
})

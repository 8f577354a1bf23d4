import { describe, expect, it } from 'vitest'
import { waitUntil } from '../../../src/main/identity/waiting.ts'

const failedAt = '2026-11-23T09:00:00.000Z'
const waits = (tries: number, now = failedAt): string | null => waitUntil(tries, failedAt, now)

describe('the wait after wrong passphrases', () => {
  it('begins with the fifth', () => {
    for (const tries of [0, 1, 2, 3, 4]) expect(waits(tries)).toBeNull()
    expect(waits(5)).toBe('2026-11-23T09:01:00.000Z')
  })

  it('doubles with each, up to an hour', () => {
    const minutes = [5, 6, 7, 8, 9, 10, 11, 12, 50, 5000].map((tries) => (Date.parse(waits(tries) ?? '') - Date.parse(failedAt)) / 60_000)
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  })

  it('ends on the minute', () => {
    expect(waits(5, '2026-11-23T09:00:59.999Z')).toBe('2026-11-23T09:01:00.000Z')
    expect(waits(5, '2026-11-23T09:01:00.000Z')).toBeNull()
  })

  it('is none where nothing failed', () => {
    expect(waitUntil(9, null, failedAt)).toBeNull()
  })

  it('lasts longer, never shorter, when the clock went back', () => {
    expect(waits(5, '2026-11-23T08:00:00.000Z')).toBe('2026-11-23T09:01:00.000Z')
  })
})

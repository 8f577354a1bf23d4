import { describe, expect, it } from 'vitest'
import { afterAnswering, sittingOf, withAnswered, type Queue } from '../../../src/renderer/features/sign-off/sitting.ts'

const queue = (mine: readonly Queue['items'][number]['mine'][], answeredToday = 0): Queue => ({
  answeredToday, items: mine.map((one, number) => ({ kind: 'decision', decision: `d${number}`, ref: `D-000${number}`, title: '', statementHash: '', fixedAt: '2026-11-24T11:20:00.000Z', mine: one, stillAsked: [] })),
})

describe('one statement after another', () => {
  it('counts those answered today before those that wait', () => {
    expect(sittingOf(queue(['waiting', 'answered', 'waiting', 'waiting'], 2), 'd2')).toEqual({ place: 4, of: 5, answered: 2, before: 'd0', next: 'd3' })
  })

  it('has no place for a statement that does not wait for this person', () => {
    expect(sittingOf(queue(['answered', 'not-asked', 'waiting']), 'd0')).toBeNull()
    expect(sittingOf(queue(['answered', 'not-asked', 'waiting']), 'd1')).toBeNull()
    expect(sittingOf(queue(['waiting']), 'elsewhere')).toBeNull()
  })

  it('goes on to the next, then back to what was skipped, then to the end', () => {
    expect(afterAnswering(queue(['waiting', 'waiting', 'waiting']), 'd1')).toBe('d2')
    expect(afterAnswering(queue(['waiting', 'answered', 'waiting']), 'd2')).toBe('d0')
    expect(afterAnswering(queue(['answered', 'answered', 'waiting']), 'd2')).toBeNull()
  })

  it('counts an answer as soon as it is given, so that the next page says so', () => {
    const before = queue(['waiting', 'waiting', 'waiting'], 1)
    const next = afterAnswering(before, 'd0')
    expect(sittingOf(withAnswered(before, 'd0'), next ?? '')).toEqual({ place: 3, of: 4, answered: 2, before: null, next: 'd2' })
  })
})

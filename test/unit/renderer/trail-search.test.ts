import { describe, expect, it } from 'vitest'
import { eventTypes } from '../../../src/shared/trail/event.ts'
import { eventGroups, groupsWith, typesOf } from '../../../src/renderer/features/trail/event-groups.ts'
import { spanOf } from '../../../src/renderer/features/trail/periods.ts'
import { addressOfTrail, askFor, everything, isFiltered, trailSearchFrom, type TrailSearch } from '../../../src/renderer/features/trail/trail-search.ts'

const read = (address: string) => trailSearchFrom(new URLSearchParams(address))

describe('kinds of event', () => {
  it('hold every type exactly once', () => {
    const grouped = Object.values(eventGroups).flatMap(({ types }) => [...types])
    expect(grouped.toSorted()).toEqual(eventTypes.toSorted())
  })

  it('are offered only where there is one', () => {
    expect(groupsWith(['session.refused', 'decision.made'])).toEqual(['decisions', 'refused'])
    expect(typesOf(['refused', 'nonsense'])).toEqual(['session.refused'])
  })
})

describe('periods', () => {
  it('include their first and last day', () => {
    expect(spanOf('today', '2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' })
    expect(spanOf('week', '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' })
    expect(spanOf('month', '2026-03-31')).toEqual({ from: '2026-03-01', to: '2026-03-31' })
    expect(spanOf('year', '2026-03-01')).toEqual({ from: '2026-01-01', to: '2026-03-01' })
  })

  it('know how long last month was', () => {
    expect(spanOf('last-month', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(spanOf('last-month', '2027-01-05')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  })
})

describe('the trail in an address', () => {
  it('is everything when nothing is said', () => {
    expect(read('')).toEqual(everything)
    expect(addressOfTrail(everything).toString()).toBe('')
    expect(isFiltered(everything)).toBe(false)
  })

  it('comes back as it was written', () => {
    const search: TrailSearch = { words: 'ICB & “care”', groups: ['answers', 'people'], people: ['system', 'p1'], period: 'dates', chosen: { from: '2026-01-02', to: null }, page: 4 }
    expect(read(addressOfTrail(search).toString())).toEqual(search)
    expect(isFiltered(search)).toBe(true)
  })

  it('leaves out what it does not know', () => {
    expect(read('kind=nonsense&when=someday&from=2026-02-30&page=0')).toEqual(everything)
  })

  it('asks for the rows of its page and the types of its kinds', () => {
    expect(askFor({ ...everything, groups: ['refused'], period: 'month', page: 3 }, '2026-11-24')).toEqual({
      words: '', types: ['session.refused'], people: [], from: '2026-11-01', to: '2026-11-24', offset: 100, limit: 50,
    })
  })
})

import { describe, expect, it } from 'vitest'
import { markPattern } from '../../../src/renderer/components/marked.tsx'
import { stateFilter } from '../../../src/renderer/features/register/register-filters.tsx'
import { addressOf, isNarrowed, searchFromAddress, usual, type RegisterSearch } from '../../../src/renderer/features/register/register-search.ts'

const read = (address: string) => searchFromAddress(new URLSearchParams(address))

const marked = (text: string, search: string) => text.split(markPattern(search) ?? /$^/).filter((_, index) => index % 2 === 1)

describe('the register in an address', () => {
  it('is the usual list when nothing is said', () => {
    expect(read('')).toEqual(usual)
    expect(addressOf(usual).toString()).toBe('')
  })

  it('comes back as it was written', () => {
    const search: RegisterSearch = {
      filter: {
        view: 'with-gaps', search: 'care & “plan”', kinds: ['sharing-agreement', 'declaration'], classes: ['mixed'], forces: ['les'], states: ['frozen', 'closed'],
        owners: ['00000000-0000-4000-8000-000000000001'], tags: ['a,b', 'ICB'], closedToo: true,
      },
      sort: 'gaps', descending: true, page: 3,
    }
    expect(read(addressOf(search).toString())).toEqual(search)
  })

  it('leaves out what it does not know', () => {
    expect(read('view=nonsense&kind=sharing-agreement&kind=nothing&owner=me&sort=colour&page=-2')).toEqual({ ...usual, filter: { ...usual.filter, kinds: ['sharing-agreement'] } })
  })

  it('knows whether anything but the view narrows it', () => {
    expect(isNarrowed({ ...usual.filter, view: 'undetermined' })).toBe(false)
    expect(isNarrowed({ ...usual.filter, search: 'x' })).toBe(true)
    expect(isNarrowed({ ...usual.filter, tags: ['ICB'] })).toBe(true)
  })
})

describe('the chip for the state', () => {
  it('gives way to any state that is picked', () => {
    expect(stateFilter(['not-closed'], ['not-closed', 'frozen'])).toEqual({ states: ['frozen'], closedToo: false })
  })

  it('comes back when it is picked itself', () => {
    expect(stateFilter(['frozen'], ['frozen', 'not-closed'])).toEqual({ states: [], closedToo: false })
  })

  it('shows everything when it is cleared', () => {
    expect(stateFilter(['not-closed'], [])).toEqual({ states: [], closedToo: true })
  })

  it('asks for closed entries when they are picked', () => {
    expect(stateFilter([], ['withdrawn'])).toEqual({ states: ['withdrawn'], closedToo: true })
  })
})

describe('marks in the list', () => {
  it('stand where a word starts, whatever its case', () => {
    expect(marked('Shared Care record, careful, aftercare', 'care')).toEqual(['Care', 'care'])
  })

  it('take each word of a search, and nothing of its signs', () => {
    expect(marked('Plan (B) and care', 'care* (plan')).toEqual(['Plan', 'care'])
    expect(markPattern('  *( ')).toBeNull()
  })
})

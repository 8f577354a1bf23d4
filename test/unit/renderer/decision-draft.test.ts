import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../src/shared/domain/decision-draft.ts'
import { savable } from '../../../src/renderer/features/decide/savable.ts'

describe('what can be saved of a draft that is being typed', () => {
  const saved = { ...emptyDraft, noticeSentOn: '2026-11-30' }

  it('is all of it when every field is right', () => {
    const typed = { ...saved, reason: 'Because.', endsOn: '2027-01-31' }
    expect(savable(typed, saved)).toEqual({ draft: typed, wrong: [] })
  })

  it('keeps the saved value of a date that is half typed, says what is wrong, and saves the rest', () => {
    const { draft, wrong } = savable({ ...saved, reason: 'Because.', noticeSentOn: '20-11-30' }, saved)
    expect(draft).toEqual({ ...saved, reason: 'Because.' })
    expect(wrong).toEqual([{ name: 'draft.noticeSentOn', message: 'Enter a date, for example 24 11 2026' }])
  })

  it('names each wrong field once', () => {
    const { wrong } = savable({ ...saved, whatChanges: ['x'.repeat(301), 'y'.repeat(301)], endsOn: '2027-02-31' }, saved)
    expect(wrong.map(({ name }) => name).toSorted()).toEqual(['draft.endsOn', 'draft.whatChanges'])
  })
})

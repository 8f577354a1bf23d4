import { describe, expect, it } from 'vitest'
import { decisionDraft } from '../../../src/shared/domain/decision-draft.ts'
import { messageMix } from '../../../src/shared/domain/entry-fields.ts'
import { clausePlace } from '../../../src/shared/domain/purpose.ts'

const messagesOf = (result: { error?: { issues: readonly { message: string }[] } }): string[] => (result.error?.issues ?? []).map(({ message }) => message)

describe('a number that is not one is refused in plain words', () => {
  it.each([null, '', 'many', 4.5, -1, 101])('a share of %o', (safety) => {
    const found = messagesOf(messageMix.safeParse({ safety, clinicalQuality: 0, formulary: 0, saving: 100, on: '2026-11-01', source: 'Supplier report' }))
    expect(found[0]).toBe('Enter a whole number from 0 to 100')
  })

  it('a page and a number of working days', () => {
    expect(messagesOf(clausePlace.safeParse({ document: null, page: 'three', clause: null }))).toEqual(['Enter the number of the page'])
    expect(messagesOf(decisionDraft.shape.receivedAfterWorkingDays.safeParse('two'))).toEqual(['Enter a number of working days'])
  })
})

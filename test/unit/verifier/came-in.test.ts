import { describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { checkTrailJson } from '../../../src/shared/trail/check-trail.ts'
import { signedAnswers } from '../../../src/verifier/signed-answers.ts'
import { trailOf } from '../../fixtures/trail/book.ts'
import { elsewhereStory } from '../../fixtures/trail/elsewhere-story.ts'

const answersOf = (events = elsewhereStory()) => signedAnswers(checkTrailJson(trailOf(events), nodeCrypto)).filter(({ about }) => about === 'D-0003')

describe('the checking page', () => {
  it('says how each answer came in, and never calls ink a good signature', () => {
    expect(answersOf()).toMatchObject([
      { who: 'Partner A', onPaper: false, good: true, note: 'On another computer; brought back by Data protection lead' },
      { who: 'Partner B', onPaper: true, good: true, note: 'On paper, 6 April 2026; recorded by Data protection lead' },
    ])
  })

  it('marks a page whose code or scan does not fit', () => {
    expect(answersOf(elsewhereStory({ code: '0123456789abcdef' }))).toMatchObject([{ good: true }, { onPaper: true, good: false }])
    expect(answersOf(elsewhereStory({ pack: 'ab'.repeat(32) }))).toMatchObject([{ good: false }, { good: true }])
  })
})

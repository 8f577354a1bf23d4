import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classificationRules as rules } from '../../src/main/exchange/classification-rules.ts'
import { entryClass } from '../../src/shared/domain/class.ts'
import { suggestPurposes } from '../../src/shared/domain/classification/suggest.ts'
import { suggestion, type ClassifyInput, type Suggestion } from '../../src/shared/domain/suggestion.ts'

/** Pieces from which clauses are put together, so that the rules have something to find in nearly every run. */
const pieces = [
  'Nurses looking after a patient may view the record', 'used for medical research', 'not used for', 'the board decides where to place clinics',
  'must not be used for:', '(a) planning of services;', '7.3 In addition', '\n\n', '\r\n', ' ', ', ', '. ', '; ', ': ', '“Research” means', 'Schedule 2 – Uses', '• ',
  'pays the pharmacy', 'Article 6(1)(e)', 'safe\u00ADguarding', 'co-\nordinated care', '🩺', '👩‍⚕️', '\uD83D', '\u0000', '\uFFFD', 'İ', 'ß', '\u200B', '—', '‘', 'naïve café', '1.2.3', '(((', '****',
]
const clause = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }), fc.lorem({ maxCount: 30 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 60 }).map((parts) => parts.join('')),
)
const facts = fc.record({
  kind: fc.constantFrom('sharing-agreement', null), identifiability: fc.constantFrom('identifiable', 'aggregate', 'anonymised', null),
  article9: fc.constantFrom('9(2)(h)', '9(2)(j)', null), section251: fc.option(fc.boolean()), statutoryDirection: fc.option(fc.boolean()),
  nationalDataOptOutApplies: fc.option(fc.boolean()), type1OptOutApplies: fc.option(fc.boolean()), recipientProvidesCare: fc.option(fc.boolean()),
})
const suggest = (input: ClassifyInput): Suggestion => suggestPurposes(input, rules)

function expectInPlace(text: string, given: Suggestion): void {
  for (const purpose of given.purposes) {
    expect(text.slice(purpose.start, purpose.end)).toBe(purpose.text)
    for (const span of purpose.evidence) {
      expect(span.end).toBeGreaterThan(span.start)
      expect(text.slice(span.start, span.end)).toBe(span.words)
    }
  }
}

describe('the classifier, whatever it is given', () => {
  test('answers in the agreed form, and its class follows from its purposes', () => {
    fc.assert(fc.property(clause, (purposeText) => {
      const given = suggest({ purposeText })
      expect(suggestion.parse(given)).toEqual(given)
      expect(given.class).toBe(entryClass(given.purposes.map((purpose) => purpose.class)))
      expect(given.ruleSet).toBe(rules.version)
    }), { numRuns: 400 })
  })

  test('shows words only where they stand in the text', () => {
    fc.assert(fc.property(clause, (purposeText) => { expectInPlace(purposeText, suggest({ purposeText })) }), { numRuns: 600 })
  })

  test('says why whenever it leaves a text undetermined', () => {
    fc.assert(fc.property(clause, (purposeText) => {
      const given = suggest({ purposeText })
      if (given.class === 'undetermined') expect(given.questions.length).toBeGreaterThan(0)
    }), { numRuns: 300 })
  })

  test('gives the same answer each time', () => {
    fc.assert(fc.property(clause, (purposeText) => { expect(suggest({ purposeText })).toEqual(suggest({ purposeText })) }), { numRuns: 200 })
  })

  test('lets structured facts ask, and never change class or purposes', () => {
    fc.assert(fc.property(clause, facts, (purposeText, known) => {
      const bare = suggest({ purposeText })
      const full = suggest({ purposeText, ...known })
      expect(full.class).toBe(bare.class)
      expect(full.purposes).toEqual(bare.purposes)
    }), { numRuns: 200 })
  })
})

describe('time stays in proportion to length', () => {
  test.each([
    ['one unbroken word', 'a'.repeat(900_000)], ['one sentence without a stop', 'data shared with patients and the board for care '.repeat(18_000)],
    ['only brackets', '('.repeat(500_000)], ['only bullets', '• the board\n'.repeat(70_000)], ['only line ends', 'a\n'.repeat(400_000)], ['only colons', 'used for: '.repeat(90_000)],
  ])('%s', (_name, purposeText) => {
    const given = suggest({ purposeText })
    expectInPlace(purposeText, given)
  }, 60_000)
})

import { describe, expect, test } from 'vitest'
import { classificationRules as rules, classificationRuleSet } from '../../../src/main/exchange/classification-rules.ts'
import { compileRules } from '../../../src/shared/domain/classification/compile-rules.ts'
import { exclusions } from '../../../src/shared/domain/classification/exclusions.ts'
import { plainText } from '../../../src/shared/domain/classification/plain-text.ts'
import { readSentences } from '../../../src/shared/domain/classification/read-sentence.ts'
import { splitSentences } from '../../../src/shared/domain/classification/sentences.ts'
import { suggestPurposes } from '../../../src/shared/domain/classification/suggest.ts'

const ruledOut = (text: string) => exclusions(text, rules).map(([from, to]) => text.slice(from, to))
const silent = (text: string) => readSentences(splitSentences(text, rules), rules).every((reading) => reading.silent)
const sectionsOf = (text: string) => splitSentences(text, rules).map(({ section }) => section)
const sentencesOf = (text: string) => splitSentences(text, rules).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  test('wrapped lines are put together, clauses are not', () => {
    expect(sentencesOf('1.1 The data is\nused for care.\n1.2 It is kept safe.')).toEqual(['The data is\nused for care.', 'It is kept safe.'])
  })
  test('abbreviations and clause numbers do not end a sentence', () => {
    expect(sentencesOf('See cl. 4 of the agreement, e.g. No. 7. Data is used.')).toEqual(['See cl. 4 of the agreement, e.g. No. 7.', 'Data is used.'])
  })
  test('parts between semicolons stand alone, but not inside brackets', () => {
    expect(sentencesOf('Nurses read it; doctors write it (name; date).')).toEqual(['Nurses read it;', 'doctors write it (name; date).'])
  })
  test('items keep their lead-in until the list ends', () => {
    const found = splitSentences('The data is used for:\n(a) planning;\n(b) audit.\n\nIt is kept safe.', rules)
    expect(found.map(({ lead }) => lead?.plain.text.trim() ?? null)).toEqual([null, 'the data is used for:', 'the data is used for:', null])
  })
  test('headings set the section', () => {
    const sections = splitSentences('2. Definitions\nWords mean what they say.\n\n4. PURPOSES\nCare.\n\nWhat is not covered\nResearch.', rules).map(({ section }) => section)
    expect(sections).toEqual(['aside', 'purpose', 'exclusion'])
  })
})

describe('plain text', () => {
  test('knows where each character came from', () => {
    const source = 'The  “co-\noperative”\u00A0 care'
    const { text, at } = plainText(source)
    expect(text).toBe('the "cooperative" care')
    expect(source[at[text.indexOf('care')] ?? -1]).toBe('c')
    expect(source.slice(at[text.indexOf('care')])).toBe('care')
  })
})

describe('what a sentence rules out', () => {
  test.each([
    ['data is not used for research or planning', ['not used for research or planning']],
    ['data is not used for research but may be used for audit', ['not used for research ']],
    ['data is not used for research and may be used for audit', ['not used for research ']],
    ['nobody shall use the data for studies', ['nobody shall use the data for studies']],
    ['data is not used for research, and the board may use it for planning', ['not used for research, and the board may use it for planning']],
    ['research is prohibited', ['research is prohibited']],
    ['it is used not only for care but also for research', []],
    ['no names are sent', ['no names are sent']],
    ['a file without names for planning', ['without names']],
    ['it is not used for anything except care', ['not used for anything ']],
    ['used for purposes other than care', ['other than care']],
  ])('%s', (text, expected) => expect(ruledOut(text)).toEqual(expected))
})

describe('the heading a sentence stands under', () => {
  test('the title of the whole text sets nothing aside', () => {
    expect(sectionsOf('Complaints and staff records\n\nThe data is used for care.')).toEqual(['body'])
  })
  test('uses outside an agreement are exclusions, not purposes', () => {
    expect(sectionsOf('1. Purpose\nCare.\n\n2. Uses outside this protocol\nResearch.')).toEqual(['purpose', 'exclusion'])
  })
})

describe('what is set aside', () => {
  test.each([
    '"Research" means a study that seeks new knowledge.', 'A patient may opt out of the use of data for research and planning.',
    'Research needs a separate agreement.', 'Name, address, medicines, allergies, letters.',
  ])('%s', (text) => expect(silent(text)).toBe(true))
  test('but the definition of the agreed purposes is the purpose', () => {
    expect(silent('"Agreed Purposes" means the planning and commissioning of services.')).toBe(false)
  })
})

describe('a sentence that may state a second purpose', () => {
  test('is left undetermined with its words, never dropped', () => {
    const found = suggestPurposes({ purposeText: 'Nurses caring for a patient can view the record. Uptake is looked at.' }, rules)
    expect(['direct-care', 'mixed', 'undetermined']).toContain(found.class)
    for (const purpose of found.purposes) expect(purpose.reason).toMatch(/^(The words|The sentence|This sentence)/)
  })
})

describe('the rule set', () => {
  test('every category has a class, and every question that is asked has a text', () => {
    for (const code of ['empty', 'too-long', 'binary', 'not-english', 'no-purpose-found', 'words-too-weak', 'words-weak', 'care-words-left', 'doubtful-second-purpose',
      'opt-out-yet-care', 'section-251-yet-care', 'recipient-cares-yet-secondary', 'recipient-does-not-care-yet-care', 'unnamed-yet-care', 'research-basis-yet-care',
      'named-for-secondary', 'opt-out-not-recorded']) expect(rules.questions.get(code)).toMatch(/[.?]$/)
    expect(rules.categoryLabel('individual-care')).toBe('Care of the individual')
    expect(rules.categoryLabel('no-longer-known')).toBe('no-longer-known')
  })
  test('weights of another rule set are refused', () => {
    const weights = { ruleSet: 'another', examples: 1, bias: { care: 0, secondary: 0 }, signs: {}, agreement: { care: { bias: 0, weights: [] }, secondary: { bias: 0, weights: [] } }, categories: {} }
    expect(() => compileRules(classificationRuleSet, weights)).toThrow('another')
  })
  test('a rule that names an unknown category or word list is refused', () => {
    const [rule] = classificationRuleSet.rules
    if (!rule) throw new Error('The rule set has rules')
    expect(() => compileRules({ ...classificationRuleSet, rules: [{ ...rule, category: 'nowhere' }] }, null)).toThrow('nowhere')
    expect(() => compileRules({ ...classificationRuleSet, rules: [{ ...rule, any: ['<nobody>'] }] }, null)).toThrow('nobody')
  })
  test('patterns written from a family of test texts can be left out', () => {
    const [rule] = classificationRuleSet.rules
    if (!rule) throw new Error('The rule set has rules')
    const set = { ...classificationRuleSet, rules: [{ ...rule, any: ['always', { p: 'sometimes', from: ['audit'] }] }] }
    expect(compileRules(set, null).rules[0]?.find.source).toContain('sometimes')
    expect(compileRules(set, null, new Set(['audit'])).rules[0]?.find.source).not.toContain('sometimes')
  })
})

import { describe, expect, test } from 'vitest'
import { classificationRules as rules } from '../../../src/main/exchange/classification-rules.ts'
import { suggestPurposes } from '../../../src/shared/domain/classification/suggest.ts'

const classOf = (purposeText: string) => suggestPurposes({ purposeText }, rules).class
const categoriesOf = (purposeText: string) => suggestPurposes({ purposeText }, rules).purposes.map((purpose) => purpose.category)

describe('what is done with data, and for whom', () => {
  test.each([
    ['Hospital doctors treating a patient may open the practice record.', 'direct-care'],
    ['The extract is used by approved researchers to study heart disease.', 'secondary-use'],
    ['Nurses caring for a patient can view the record. The data may also be used to plan local services.', 'mixed'],
    ['The parties met on Tuesday and agreed to meet again.', 'undetermined'],
  ])('%s', (text, expected) => expect(classOf(text)).toBe(expected))
})

describe('negation and exclusion', () => {
  const care = 'Nurses looking after a patient may view that patient\'s record.'
  test.each([
    'It is not used for research.', 'Use for research or commissioning is prohibited.', 'Research, planning and payment are excluded.',
    'No data is passed to researchers.', 'The record must never be used to plan services.', 'A separate agreement covers research.',
  ])('stays care: %s', (sentence) => expect(classOf(`${care} ${sentence}`)).toBe('direct-care'))

  test('a list under an excluding lead-in is ruled out', () => {
    expect(classOf(`${care}\n\nThe data must not be used for:\n(a) medical research;\n(b) commissioning services;\n(c) payment of invoices.`)).toBe('direct-care')
  })
  test('"not only … but also" is no negation', () => {
    expect(classOf(`${care} It is used not only for this but also for medical research.`)).toBe('mixed')
  })
  test('"not for anything except care" leaves care standing', () => {
    expect(classOf('The data is not used for any purpose other than the direct care of the patient.')).toBe('direct-care')
  })
})

describe('a long agreement', () => {
  test('the second purpose in a late clause is found', () => {
    const text = `1. Parties\nThis agreement is made between the practice and the trust.\n\n2. Definitions\n"Research" means any study that aims to find new knowledge.\n\n` +
      `3. Purpose\n3.1 Community nurses caring for a patient will view the patient's record.\n\n4. Legal basis\nArticle 6(1)(e) and Article 9(2)(h), the management of health or social care systems.\n\n` +
      `7. Further processing\n7.3 In addition the board may use a pseudonymised copy for service planning.`
    expect(classOf(text)).toBe('mixed')
    expect(categoriesOf(text)).toEqual(['individual-care', 'commissioning'])
  })
})

describe('text that cannot be read', () => {
  test.each([
    ['', 'empty'], [' \n\t ', 'empty'], ['a '.repeat(600_000), 'too-long'], ['\u0000\u0001PK\u0003\u0004 data '.repeat(20), 'binary'],
    ['word '.repeat(2_000_000), 'too-long'],
    ['Defnyddir gwybodaeth am gleifion gan feddygon a nyrsys er mwyn gofalu amdanynt, ac fe’i rhennir gyda’r bwrdd iechyd i gynllunio gwasanaethau.', 'not-english'],
    ['Dane pacjentów są wykorzystywane przez lekarzy i pielęgniarki do leczenia, a także przez urząd do planowania usług i badań naukowych.', 'not-english'],
    ['Les données des patients sont utilisées par les médecins pour soigner la personne et pour la recherche médicale dans les hôpitaux.', 'not-english'],
  ])('%#: %.40s', (text, code) => {
    const suggestion = suggestPurposes({ purposeText: text }, rules)
    expect(suggestion.class).toBe('undetermined')
    expect(suggestion.questions.map((question) => question.code)).toEqual([code])
    expect(suggestion.questions[0]?.text).toMatch(/ .*\.$/)
  })
})

describe('structured facts ask, and never overrule', () => {
  const care = 'Nurses looking after a patient may view that patient\'s record.'
  const secondary = 'The data is used for medical research.'
  test.each([
    [care, { nationalDataOptOutApplies: true }, 'opt-out-yet-care'], [care, { section251: true }, 'section-251-yet-care'],
    [care, { identifiability: 'aggregate' }, 'unnamed-yet-care'], [secondary, { recipientProvidesCare: true }, 'recipient-cares-yet-secondary'],
    [secondary, { identifiability: 'identifiable' }, 'named-for-secondary'],
  ])('%s %j', (purposeText, facts, code) => {
    const suggestion = suggestPurposes({ purposeText, ...facts }, rules)
    expect(suggestion.questions.map((question) => question.code)).toContain(code)
    expect(suggestion.class).toBe(classOf(purposeText))
  })
})

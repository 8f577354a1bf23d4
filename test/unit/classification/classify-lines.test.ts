import { expect, test } from 'vitest'
import { classificationRules as rules } from '../../../src/main/exchange/classification-rules.ts'
import { classifyLines } from '../../../src/main/exchange/classify-lines.ts'

const line = (value: unknown) => JSON.stringify(value)
const care = 'Nurses looking after a patient may view that patient\'s record.'

test('answers one line for each line, in order, with words as evidence', () => {
  const { lines, invalid } = classifyLines(`${line({ purposeText: care })}\n${line({ purposeText: 'The data is used for medical research.' })}\n`, true, rules)
  expect(invalid).toBe(0)
  const [first, second] = lines.map((each) => JSON.parse(each))
  expect(Object.keys(first)).toEqual(['class', 'purposes', 'questions', 'ruleSet'])
  expect(first.class).toBe('direct-care')
  expect(Object.keys(first.purposes[0])).toEqual(['text', 'category', 'class', 'evidence', 'reason'])
  expect(care).toContain(first.purposes[0].evidence[0])
  expect(second.class).toBe('secondary-use')
})

test('answers an invalid line with an error and counts it', () => {
  const { lines, invalid } = classifyLines(`not json\n${line({ title: 'no text' })}\n[]\n\n${line({ purposeText: care })}`, true, rules)
  expect(invalid).toBe(4)
  expect(lines.map((each) => Object.keys(JSON.parse(each))[0])).toEqual(['error', 'error', 'error', 'error', 'class'])
  expect(JSON.parse(lines[1] ?? '').error).toBe('Line 2: the field purposeText is missing or not of the expected form.')
})

test('text only ignores every fact but the text, even where a fact would raise a question', () => {
  const input = line({ purposeText: care, section251: true, identifiability: 'aggregate' })
  const questions = (textOnly: boolean) => JSON.parse(classifyLines(input, textOnly, rules).lines[0] ?? '').questions
  expect(questions(true)).toEqual([])
  expect(questions(false)).toHaveLength(2)
})

test('an empty file has no lines', () => expect(classifyLines('\n', false, rules)).toEqual({ lines: [], invalid: 0 }))

test('line ends of Windows and a byte order mark are no fault', () => {
  expect(classifyLines(`\uFEFF${line({ purposeText: care })}\r\n${line({ purposeText: care })}\r\n`, true, rules)).toMatchObject({ invalid: 0, lines: { length: 2 } })
})

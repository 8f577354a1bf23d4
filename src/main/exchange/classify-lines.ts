import type { CompiledRules } from '../../shared/domain/classification/compile-rules.ts'
import { suggestPurposes } from '../../shared/domain/classification/suggest.ts'
import { classifyInput, type ClassifyInput } from '../../shared/domain/suggestion.ts'

export type ClassifiedLines = Readonly<{ lines: readonly string[]; invalid: number }>

/**
 * Answers each line of a JSON-lines text with one JSON line, in order. A line that is no JSON object with a
 * `purposeText` answers `{"error": …}` and is counted; blank lines at the end of the file are no lines.
 * @param textOnly reads `purposeText` and nothing else.
 */
export function classifyLines(text: string, textOnly: boolean, rules: CompiledRules): ClassifiedLines {
  const given = text.replace(/^\uFEFF/, '').replace(/(?:\r?\n)+$/, '')
  if (given === '') return { lines: [], invalid: 0 }
  let invalid = 0
  const lines = given.split(/\r?\n/).map((line, index) => {
    const input = readLine(line)
    if (typeof input !== 'string') return answer(textOnly ? { purposeText: input.purposeText } : input, rules)
    invalid++
    return JSON.stringify({ error: `Line ${index + 1}: ${input}` })
  })
  return { lines, invalid }
}

function answer(input: ClassifyInput, rules: CompiledRules): string {
  const suggestion = suggestPurposes(input, rules)
  return JSON.stringify({
    class: suggestion.class,
    purposes: suggestion.purposes.map(({ text, category, class: purposeClass, evidence, reason }) => ({
      text, category, class: purposeClass, evidence: evidence.map((span) => span.words), reason,
    })),
    questions: suggestion.questions.map((question) => question.text),
    ruleSet: suggestion.ruleSet,
  })
}

/** The input of a line, or a sentence that says why it is none. */
function readLine(line: string): ClassifyInput | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'this is not JSON.'
  }
  const parsed = classifyInput.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  return field === '' ? 'expected an object with the field purposeText.' : `the field ${field} is missing or not of the expected form.`
}

import { entryClass } from '../class.ts'
import type { ClassifyInput, Suggestion } from '../suggestion.ts'
import type { CompiledRules } from './compile-rules.ts'
import { purposesFrom } from './purposes.ts'
import { questionsAbout, type Question } from './questions.ts'
import { readSentences } from './read-sentence.ts'
import { splitSentences } from './sentences.ts'
import { unreadable } from './text-guard.ts'

/**
 * Proposes the purposes of a clause and the class of the entry, from the text alone; the structured facts only raise
 * questions. Never throws, whatever the text; the same text and rules always give the same answer.
 */
export function suggestPurposes(input: ClassifyInput, rules: CompiledRules): Suggestion {
  const why = unreadable(input.purposeText, rules)
  if (why) return { class: 'undetermined', purposes: [], questions: [question(why, rules)], ruleSet: rules.version }
  const readings = readSentences(splitSentences(input.purposeText, rules), rules)
  const { purposes, unsure } = purposesFrom(input.purposeText, readings, rules)
  const decided = entryClass(purposes.map((purpose) => purpose.class))
  const asked = unsure ? [question(unsure, rules)] : []
  return { class: decided, purposes: [...purposes], questions: [...asked, ...questionsAbout(input, decided, purposes, rules)], ruleSet: rules.version }
}

function question(code: string, rules: CompiledRules): Question {
  return { code, text: rules.questions.get(code) ?? code }
}

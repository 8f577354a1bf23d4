import { entryClasses, type EntryClass } from '../../src/shared/domain/class.ts'
import { compileRules, type CompiledRules } from '../../src/shared/domain/classification/compile-rules.ts'
import type { RuleSet } from '../../src/shared/domain/classification/rule-set.ts'
import { suggestPurposes } from '../../src/shared/domain/classification/suggest.ts'
import type { Line, Text } from './material.ts'
import { trainWeights } from './train-weights.ts'

export type Answer = Readonly<{ text: Text; given: EntryClass }>
export type Figures = Readonly<{ n: number; coverage: number; accuracy: number; dangerous: readonly Answer[]; table: ReadonlyMap<EntryClass, ReadonlyMap<EntryClass, number>> }>

/** Families are held out in this many groups, each answered by weights that have seen none of its families. */
const groups = 8
const trained = new Map<number, CompiledRules>()

/** The group a family belongs to: by its name alone, so that adding material moves no other family. */
function groupOf(family: string): number {
  let sum = 7
  for (const letter of family) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003
  return sum % groups
}

/** Rules that have seen a group's families neither in training nor, by their own tags, in the writing of a pattern; trained once for each group. */
function rulesWithout(group: number, set: RuleSet, lines: readonly Line[], trainedOn: readonly Text[]): CompiledRules {
  const families = new Set(trainedOn.map((text) => text.family).filter((family) => groupOf(family) === group))
  const known = trained.get(group) ?? compileRules(set, trainWeights(set, lines, trainedOn, families, false), families)
  trained.set(group, known)
  return known
}

/** Answers each text with rules that have not seen its family, nor some others. */
export function answersHeldOut(set: RuleSet, lines: readonly Line[], texts: readonly Text[], trainedOn: readonly Text[], textOnly: boolean): readonly Answer[] {
  return [...new Set(texts.map((text) => groupOf(text.family)))].flatMap((group) =>
    answers(rulesWithout(group, set, lines, trainedOn), texts.filter((text) => groupOf(text.family) === group), textOnly))
}

export function answers(rules: CompiledRules, texts: readonly Text[], textOnly: boolean): readonly Answer[] {
  return texts.map((text) => ({ text, given: suggestPurposes(textOnly ? { purposeText: text.input.purposeText } : text.input, rules).class }))
}

export function figures(all: readonly Answer[]): Figures {
  const decided = all.filter(({ given }) => given !== 'undetermined')
  const right = decided.filter(({ text, given }) => given === text.label)
  const count = (label: EntryClass, given: EntryClass) => all.filter((answer) => answer.text.label === label && answer.given === given).length
  return {
    n: all.length,
    coverage: all.length === 0 ? 0 : decided.length / all.length,
    accuracy: decided.length === 0 ? 0 : right.length / decided.length,
    dangerous: all.filter(({ text, given }) => given === 'secondary-use' && (text.label === 'direct-care' || text.label === 'mixed')),
    table: new Map(entryClasses.map((label) => [label, new Map(entryClasses.map((given) => [given, count(label, given)]))])),
  }
}

import { entryClasses, type EntryClass } from '../../src/shared/domain/class.ts'
import { compileRules, type CompiledRules } from '../../src/shared/domain/classification/compile-rules.ts'
import type { RuleSet } from '../../src/shared/domain/classification/rule-set.ts'
import { suggestPurposes } from '../../src/shared/domain/classification/suggest.ts'
import type { Line, Text } from './material.ts'
import { agreementWeights, crossFit, groupOf } from './train-agreement.ts'

export type Answer = Readonly<{ text: Text; given: EntryClass }>
export type Figures = Readonly<{ n: number; coverage: number; accuracy: number; dangerous: readonly Answer[]; table: ReadonlyMap<EntryClass, ReadonlyMap<EntryClass, number>> }>

/** Rules for each group of families that have seen them neither in training nor, by their own tags, in the writing of a pattern. */
export type HeldOut = ReadonlyMap<number, CompiledRules>

export function heldOutRules(set: RuleSet, lines: readonly Line[], trainedOn: readonly Text[]): HeldOut {
  const fit = crossFit(set, lines, trainedOn)
  return new Map(fit.byGroup.map(({ families, weights }, group) => [group, compileRules(set, { ...weights, agreement: agreementWeights(fit, group) }, families)]))
}

/** Answers each text with rules that have not seen its family, nor some others. */
export function answersHeldOut(rules: HeldOut, texts: readonly Text[], textOnly: boolean): readonly Answer[] {
  return [...rules].flatMap(([group, each]) => answers(each, texts.filter((text) => groupOf(text.family) === group), textOnly))
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

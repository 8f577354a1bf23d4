import type { CompiledRules } from '../../src/shared/domain/classification/compile-rules.ts'
import { compileRules } from '../../src/shared/domain/classification/compile-rules.ts'
import { readSentences } from '../../src/shared/domain/classification/read-sentence.ts'
import type { RuleSet } from '../../src/shared/domain/classification/rule-set.ts'
import { splitSentences } from '../../src/shared/domain/classification/sentences.ts'
import type { WeightFile } from '../../src/shared/domain/classification/weights.ts'
import type { Side } from '../../src/shared/domain/classification/weigh.ts'
import { fit, scoreOf, type Example, type Fitted } from './fit.ts'
import type { Line, Text } from './material.ts'

type Signs = readonly string[]
type Bag = Readonly<{ label: Text['label']; sentences: readonly Signs[] }>

/** What a rule's word counts before anything was seen. */
const ruleStart = { clear: 1.5, framed: 0.8, hint: 0.2, incidental: 0 } as const
/** Rounds of choosing the sentence that makes a text what it is, and of learning from that choice. */
const choices = 3
/** A sentence that is known only from its text's label counts less than one that was read by itself. */
const fromText = 0.5

/**
 * Trains the weights. Single sentences carry their categories; of a whole text only the class is known: none of its
 * sentences speaks for a side that the class lacks, and at least one (the one that does so most) for a side it has.
 * @param without leaves out texts, and patterns, of this family.
 */
export function trainWeights(set: RuleSet, lines: readonly Line[], texts: readonly Text[], without?: string): WeightFile {
  const rules = compileRules(set, null, without)
  const read = lines.map((line) => ({ signs: signsOf(line.text, rules).flat(), categories: line.categories }))
  const bags = texts.filter((text) => text.agreed && text.family !== without).map((text) => ({ label: text.label, sentences: signsOf(text.input.purposeText, rules) }))
  const classes = new Map(set.categories.map((category) => [category.slug, category.class]))
  const side = (wanted: 'direct-care' | 'secondary-use') => learn(wanted, rules, read.map(({ signs, categories }) => ({ signs, yes: categories.some((slug) => classes.get(slug) === wanted), counts: 1 })), bags)
  const care = side('direct-care')
  const secondary = side('secondary-use')
  const signs = [...new Set([...care.weights.keys(), ...secondary.weights.keys()])].sort()
  return {
    ruleSet: set.version,
    examples: read.length + bags.length,
    bias: { care: rounded(care.bias), secondary: rounded(secondary.bias) },
    signs: Object.fromEntries(signs.map((sign) => [sign, [rounded(care.weights.get(sign) ?? 0), rounded(secondary.weights.get(sign) ?? 0)] as [number, number]]).filter(([, [a, b]]) => Math.abs(Number(a)) + Math.abs(Number(b)) >= 0.04)),
    categories: Object.fromEntries(set.categories.filter((category) => category.class !== 'undetermined').map((category) => [category.slug, categoryWeights(category.slug, read)])),
  }
}

function signsOf(text: string, rules: CompiledRules): readonly Signs[] {
  return readSentences(splitSentences(text, rules), rules).filter((reading) => !reading.silent).map((reading) => reading.signs.map((sign) => sign.key))
}

function learn(wanted: 'direct-care' | 'secondary-use', rules: CompiledRules, single: readonly Example[], bags: readonly Bag[]): Fitted {
  const start = startOf(wanted, rules)
  const lacking = bags.filter((bag) => bag.label !== wanted && bag.label !== 'mixed').flatMap((bag) => bag.sentences.map((signs) => ({ signs, yes: false, counts: fromText })))
  let fitted = fit([...single, ...lacking], start)
  for (let choice = 0; choice < choices; choice++) {
    const chosen = bags.filter((bag) => bag.label === wanted || bag.label === 'mixed').flatMap((bag) => {
      const best = bag.sentences.toSorted((a, b) => scoreOf(fitted, b) - scoreOf(fitted, a))[0]
      return best ? [{ signs: best, yes: true, counts: 1 }] : []
    })
    fitted = fit([...single, ...lacking, ...chosen], start)
  }
  return fitted
}

function startOf(wanted: 'direct-care' | 'secondary-use', rules: CompiledRules): (sign: string) => number {
  const starts = new Map(rules.rules.filter((rule) => rule.category.class === wanted).flatMap((rule) => (['clear', 'framed', 'hint', 'incidental'] as const).map((strength) => [`r ${rule.id} ${strength}`, ruleStart[strength]] as const)))
  return (sign) => starts.get(sign) ?? 0
}

function categoryWeights(slug: string, read: readonly Readonly<{ signs: Signs; categories: readonly string[] }>[]) {
  const stated = read.filter(({ categories }) => categories.length > 0)
  const fitted = fit(stated.map(({ signs, categories }) => ({ signs: signs.filter((sign) => /^[wcr] /.test(sign)), yes: categories.includes(slug), counts: 1 })), () => 0)
  const signs = [...fitted.weights].map(([sign, weight]) => [sign, rounded(weight)] as const).filter(([, weight]) => Math.abs(weight) >= 0.1).sort(([a], [b]) => (a < b ? -1 : 1))
  return { bias: rounded(fitted.bias), signs: Object.fromEntries(signs) }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

export type { Side }

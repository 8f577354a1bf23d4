import type { CompiledRules } from '../../src/shared/domain/classification/compile-rules.ts'
import { compileRules } from '../../src/shared/domain/classification/compile-rules.ts'
import { readSentences } from '../../src/shared/domain/classification/read-sentence.ts'
import type { RuleSet } from '../../src/shared/domain/classification/rule-set.ts'
import { splitSentences } from '../../src/shared/domain/classification/sentences.ts'
import type { WeightFile } from '../../src/shared/domain/classification/weights.ts'
import { runsOf } from './echoes.ts'
import { fit, scoreOf, type Example, type Fitted } from './fit.ts'
import type { Line, Text } from './material.ts'

/** What is learned about sentences; how whole agreements are judged is learned after that, in `train-agreement.ts`. */
export type SentenceWeights = Omit<WeightFile, 'agreement'>
type Signs = readonly string[]
type Wanted = 'direct-care' | 'secondary-use'
/** `known` is false for a sentence that nobody marked in a text where some sentence speaks for the same side. */
type Stated = Readonly<{ signs: Signs; care: boolean; secondary: boolean; careKnown: boolean; secondaryKnown: boolean }>
type Bag = Readonly<{ label: Text['label']; sentences: readonly Signs[] }>

/** What a rule's word counts before anything was seen. */
const ruleStart = { clear: 1.5, framed: 0.8, hint: 0.2, incidental: 0 } as const
/** Rounds of choosing the sentence that makes a text what it is, and of learning from that choice. */
const choices = 2
/** A sentence that is known only from its text's label counts less than one that was read by itself. */
const fromText = 0.5
/** So does an unmarked sentence of a text whose marked sentences speak for the side: not every one was marked. */
const unmarked = 0.25

/**
 * Trains the weights. Single sentences carry their categories, and in some texts the sentences that state a purpose are
 * known. Of the other texts only the class is: none of their sentences speaks for a side that the class lacks, and at
 * least one (the one that does so most) for a side it has.
 * @param without leaves out texts, patterns, and sentences that echo those texts, of these families.
 * @param withCategories false leaves out the category weights, which do not bear on the class.
 */
export function trainWeights(set: RuleSet, lines: readonly Line[], texts: readonly Text[], without: ReadonlySet<string> = new Set(), withCategories = true): SentenceWeights {
  const rules = bareRules(set, without)
  const single = withoutEchoes(lines, texts.filter((text) => without.has(text.family))).map((line) => ({
    signs: signsOf(line.text, rules).flatMap((each) => each.signs), categories: line.categories, care: line.care, secondary: line.secondary, careKnown: true, secondaryKnown: true,
  }))
  const kept = texts.filter((text) => text.agreed && !without.has(text.family))
  const stated = [...single, ...kept.flatMap((text) => statedIn(text, rules))]
  const bags = kept.filter((text) => text.stated === null).map((text) => ({ label: text.label, sentences: signsOf(text.input.purposeText, rules).map((each) => each.signs) }))
  const care = learn('direct-care', rules, stated, bags)
  const secondary = learn('secondary-use', rules, stated, bags)
  const signs = [...new Set([...care.weights.keys(), ...secondary.weights.keys()])].sort()
  const pairs = signs.map((sign) => [sign, [rounded(care.weights.get(sign) ?? 0), rounded(secondary.weights.get(sign) ?? 0)] as [number, number]] as const)
  const categories = withCategories ? set.categories.filter((category) => category.class !== 'undetermined') : []
  return {
    ruleSet: set.version,
    examples: stated.length + bags.length,
    bias: { care: rounded(care.bias), secondary: rounded(secondary.bias) },
    signs: Object.fromEntries(pairs.filter(([, [one, other]]) => Math.abs(one) + Math.abs(other) >= 0.04)),
    categories: Object.fromEntries(categories.map((category) => [category.slug, categoryWeights(category.slug, single.flatMap(({ signs, categories: read }) => (read === null ? [] : [{ signs, categories: read }])))])),
  }
}

/** Leaves out sentences that share five words in a row with a text that is held out. */
function withoutEchoes(lines: readonly Line[], held: readonly Text[]): readonly Line[] {
  const said = new Set(held.flatMap((text) => runsOf(text.input.purposeText)))
  return said.size === 0 ? lines : lines.filter((line) => !runsOf(line.text).some((run) => said.has(run)))
}

const compiled = new Map<string, CompiledRules>()
/** Rules without weights; compiled once for all families that no pattern was written from. */
function bareRules(set: RuleSet, without: ReadonlySet<string>): CompiledRules {
  const tagged = [...without].filter((family) => JSON.stringify(set).includes(`"${family}"`))
  const key = tagged.join(' ')
  const known = compiled.get(key)
  if (known) return known
  const rules = compileRules(set, null, new Set(tagged))
  compiled.set(key, rules)
  return rules
}

type Read = Readonly<{ signs: Signs; start: number; end: number }>
const readBefore = new WeakMap<CompiledRules, Map<string, readonly Read[]>>()

function signsOf(text: string, rules: CompiledRules): readonly Read[] {
  const known = readBefore.get(rules) ?? new Map<string, readonly Read[]>()
  readBefore.set(rules, known)
  const before = known.get(text)
  if (before) return before
  const spoken = readSentences(splitSentences(text, rules), rules).filter((reading) => !reading.silent)
  const read = spoken.map(({ sentence, signs }) => ({ signs: signs.map((sign) => sign.key), start: sentence.start, end: sentence.end }))
  known.set(text, read)
  return read
}

function statedIn(text: Text, rules: CompiledRules): readonly Stated[] {
  const { stated, everyOne } = text
  if (stated === null) return []
  const side = { care: stated.some((place) => place.care), secondary: stated.some((place) => place.secondary) }
  return signsOf(text.input.purposeText, rules).map(({ signs, start, end }) => {
    const here = stated.filter(({ from, to }) => Math.min(end, to) - Math.max(start, from) > Math.min(12, (to - from) / 2))
    const [care, secondary] = [here.some((place) => place.care), here.some((place) => place.secondary)]
    return { signs, care, secondary, careKnown: everyOne || !side.care || care, secondaryKnown: everyOne || !side.secondary || secondary }
  })
}

function learn(wanted: Wanted, rules: CompiledRules, stated: readonly Stated[], bags: readonly Bag[]): Fitted {
  const start = startOf(wanted, rules)
  const known = stated.map((each): Example => wanted === 'direct-care'
    ? { signs: each.signs, yes: each.care, counts: each.careKnown ? 1 : unmarked }
    : { signs: each.signs, yes: each.secondary, counts: each.secondaryKnown ? 1 : unmarked })
  const lacking = bags.filter((bag) => bag.label !== wanted && bag.label !== 'mixed').flatMap((bag) => bag.sentences.map((signs): Example => ({ signs, yes: false, counts: fromText })))
  const having = bags.filter((bag) => bag.label === wanted || bag.label === 'mixed')
  let fitted = fit([...known, ...lacking], start)
  for (let choice = 0; choice < choices; choice++) {
    const soFar = fitted
    const chosen = having.flatMap((bag) => {
      const best = bag.sentences.toSorted((a, b) => scoreOf(soFar, b) - scoreOf(soFar, a))[0]
      return best ? [{ signs: best, yes: true, counts: 1 }] : []
    })
    fitted = fit([...known, ...lacking, ...chosen], start)
  }
  return fitted
}

function startOf(wanted: Wanted, rules: CompiledRules): (sign: string) => number {
  const starts = new Map<string, number>(rules.rules.filter((rule) => rule.category.class === wanted).flatMap((rule) => (['clear', 'framed', 'hint', 'incidental'] as const).map((strength) => [`r ${rule.id} ${strength}`, ruleStart[strength]] as const)))
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

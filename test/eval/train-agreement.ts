import { agreementFeatures, type AgreementWeights } from '../../src/shared/domain/classification/agreement.ts'
import { compileRules } from '../../src/shared/domain/classification/compile-rules.ts'
import { agreementOf } from '../../src/shared/domain/classification/decide.ts'
import { fewSentences, readSentences } from '../../src/shared/domain/classification/read-sentence.ts'
import type { RuleSet } from '../../src/shared/domain/classification/rule-set.ts'
import { splitSentences } from '../../src/shared/domain/classification/sentences.ts'
import type { WeightFile } from '../../src/shared/domain/classification/weights.ts'
import type { Line, Text } from './material.ts'
import { trainWeights, type SentenceWeights } from './train-weights.ts'

/** Families are held out in this many groups, each read by weights that have seen none of its families. */
const groups = 8

/** The group a family belongs to: by its name alone, so that adding material moves no other family. */
export function groupOf(family: string): number {
  let sum = 7
  for (const letter of family) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003
  return sum % groups
}

type Row = Readonly<{ group: number; features: readonly number[]; care: boolean; secondary: boolean }>
/** Every group read by weights trained without it. */
export type CrossFit = Readonly<{ byGroup: readonly Readonly<{ families: ReadonlySet<string>; weights: SentenceWeights }>[]; rows: readonly Row[] }>

const silent = { care: { bias: 0, weights: [] }, secondary: { bias: 0, weights: [] } } as const satisfies WeightFile['agreement']

export function crossFit(set: RuleSet, lines: readonly Line[], texts: readonly Text[]): CrossFit {
  const rows: Row[] = []
  const byGroup = Array.from({ length: groups }, (_each, group) => {
    const families = new Set(texts.map(({ family }) => family).filter((family) => groupOf(family) === group))
    const weights = trainWeights(set, lines, texts, families, false)
    const rules = compileRules(set, { ...weights, agreement: silent }, families)
    for (const { family, agreed, label, input } of texts) {
      if (!families.has(family) || !agreed || label === 'undetermined') continue
      const readings = readSentences(splitSentences(input.purposeText, rules), rules)
      if (readings.length > fewSentences) rows.push({ group, features: agreementOf(readings, rules), care: label !== 'secondary-use', secondary: label !== 'direct-care' })
    }
    return { families, weights }
  })
  return { byGroup, rows }
}

/** @param without leaves out the rows of this group. */
export function agreementWeights({ rows }: CrossFit, without?: number): WeightFile['agreement'] {
  const kept = rows.filter(({ group }) => group !== without)
  return { care: fitted(kept, ({ care }) => care), secondary: fitted(kept, ({ secondary }) => secondary) }
}

const draw = 2
const steps = 4000

/** Logistic regression on features brought to one scale, weights drawn to nothing; the scale is then put back into the weights. */
function fitted(rows: readonly Row[], wanted: (row: Row) => boolean): AgreementWeights {
  const scale = agreementFeatures.map((_name, at) => {
    const values = rows.map(({ features }) => features[at] ?? 0)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return { mean, spread: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1 }
  })
  const scaled = rows.map(({ features }) => scale.map(({ mean, spread }, at) => ((features[at] ?? 0) - mean) / spread))
  const weights = scale.map(() => 0)
  let bias = 0
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight) => draw * weight)
    let biasSlope = 0
    scaled.forEach((values, index) => {
      const row = rows[index]
      const miss = 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias))) - (row && wanted(row) ? 1 : 0)
      biasSlope += miss
      values.forEach((value, at) => { slope[at] = (slope[at] ?? 0) + miss * value })
    })
    bias -= (0.5 / rows.length) * biasSlope
    slope.forEach((each, at) => { weights[at] = (weights[at] ?? 0) - (0.5 / rows.length) * each })
  }
  const back = weights.map((weight, at) => weight / (scale[at]?.spread ?? 1))
  return { bias: rounded(bias - back.reduce((sum, weight, at) => sum + weight * (scale[at]?.mean ?? 0), 0)), weights: back.map(rounded) }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

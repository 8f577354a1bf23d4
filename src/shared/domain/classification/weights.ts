import { z } from 'zod'
import { agreementFeatures, type AgreementWeights } from './agreement.ts'

const weight = z.number()
const agreementWeights = z.strictObject({ bias: weight, weights: z.array(weight).length(agreementFeatures.length).readonly() })

/** What training leaves behind: how much each sign speaks for care and for secondary use, and for each category. */
export const weightsSchema = z.strictObject({
  /** The rule set these weights were trained beside; they are of no use with another. */
  ruleSet: z.string().min(1),
  examples: z.int().positive(),
  bias: z.strictObject({ care: weight, secondary: weight }),
  /** Sign → [care, secondary], in natural log odds. */
  signs: z.record(z.string(), z.tuple([weight, weight])),
  /** What whole agreements say, from their sentences. */
  agreement: z.strictObject({ care: agreementWeights, secondary: agreementWeights }),
  /** Category → sign → log odds against the other categories. */
  categories: z.record(z.string(), z.strictObject({ bias: weight, signs: z.record(z.string(), weight) })),
})
export type WeightFile = z.infer<typeof weightsSchema>

/** Weights made ready for looking up. */
export type Weights = Readonly<{
  bias: Readonly<{ care: number; secondary: number }>
  signs: ReadonlyMap<string, readonly [number, number]>
  agreement: Readonly<{ care: AgreementWeights; secondary: AgreementWeights }>
  categories: ReadonlyMap<string, Readonly<{ bias: number; signs: ReadonlyMap<string, number> }>>
}>

const silent: AgreementWeights = { bias: 0, weights: [] }
export const noWeights: Weights = { bias: { care: 0, secondary: 0 }, signs: new Map(), agreement: { care: silent, secondary: silent }, categories: new Map() }

/** @throws Error where the weights were trained beside another rule set. */
export function readyWeights(file: WeightFile, ruleSet: string): Weights {
  if (file.ruleSet !== ruleSet) throw new Error(`The weights belong to rule set ${file.ruleSet}, not to ${ruleSet}`)
  return {
    bias: file.bias,
    signs: new Map(Object.entries(file.signs)),
    agreement: file.agreement,
    categories: new Map(Object.entries(file.categories).map(([slug, each]) => [slug, { bias: each.bias, signs: new Map(Object.entries(each.signs)) }])),
  }
}

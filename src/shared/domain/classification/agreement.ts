/** How strongly one sentence speaks for each side, in natural log odds. */
export type Voice = Readonly<{ care: number; secondary: number }>

/** What a whole agreement says, from what its sentences say: `features` in this order, weighed for each side. */
export const agreementFeatures = [
  'care strongest', 'care second', 'care together', 'care sentences', 'care in sum',
  'secondary strongest', 'secondary second', 'secondary together', 'secondary sentences', 'secondary in sum',
] as const

/** Beyond these a sentence says no more: plainly, and not at all. */
const plainly = 6
const notAtAll = -4
/** The strongest sentences that are heard together. */
const heard = 6

export function featuresOf(voices: readonly Voice[]): number[] {
  return [...sideFeatures(voices.map(({ care }) => care)), ...sideFeatures(voices.map(({ secondary }) => secondary))]
}

function sideFeatures(weights: readonly number[]): number[] {
  const ordered = weights.map((weight) => Math.max(notAtAll, Math.min(plainly, weight))).sort((a, b) => b - a)
  return [
    ordered[0] ?? notAtAll, ordered[1] ?? notAtAll, together(ordered.slice(0, heard)),
    ordered.filter((weight) => weight > 0).length / 3, ordered.reduce((sum, weight) => sum + chance(weight), 0),
  ]
}

/** A little more than the strongest alone: the logarithm of the summed odds. */
export function together(weights: readonly number[]): number {
  return weights.length === 0 ? notAtAll : Math.log(weights.reduce((sum, weight) => sum + Math.exp(weight), 0))
}

export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** Weights of one side over `agreementFeatures`. */
export type AgreementWeights = Readonly<{ bias: number; weights: readonly number[] }>

/** How likely the agreement has a purpose of that side, from 0 to 1. */
export function likelihood(features: readonly number[], { bias, weights }: AgreementWeights): number {
  return chance(weights.reduce((sum, weight, index) => sum + weight * (features[index] ?? 0), bias))
}

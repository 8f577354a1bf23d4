/** One example for a yes-or-no question: the signs seen, the answer, and how much it counts. */
export type Example = Readonly<{ signs: readonly string[]; yes: boolean; counts: number }>
export type Fitted = Readonly<{ bias: number; weights: ReadonlyMap<string, number> }>

/** How strongly the weight of each kind of sign is held to its start, by the sign's first letter. */
const pull: Readonly<Record<string, number>> = { w: 1.2, b: 1.8, c: 0.6, p: 1.8, r: 0.15, s: 0.3, a: 0.15, x: 0.3, h: 1.8, z: 0.05 }
const rounds = 150

/**
 * Logistic regression by full-batch RMSProp, each weight drawn towards its start value. Deterministic: the same
 * examples in the same order give the same weights.
 * @param start weight of a sign before anything was seen.
 * @param rarest signs seen in fewer examples are left out.
 */
export function fit(examples: readonly Example[], start: (sign: string) => number, rarest = 1): Fitted {
  const names = frequent(examples, rarest)
  const at = new Map(names.map((name, index) => [name, index]))
  const rows = examples.map((example) => Int32Array.from(example.signs.flatMap((sign) => at.get(sign) ?? [])))
  const origin = Float64Array.from(names, start)
  const held = Float64Array.from(names, (name) => pull[name.charAt(0)] ?? 0.6)
  const weights = Float64Array.from(origin)
  const speed = new Float64Array(names.length).fill(1e-6)
  let bias = -1
  let biasSpeed = 1e-6
  for (let round = 0; round < rounds; round++) {
    const step = round < rounds * 0.66 ? 0.05 : 0.015
    const slope = new Float64Array(names.length)
    let biasSlope = 0
    rows.forEach((row, index) => {
      const example = examples[index]
      if (!example) return
      let sum = bias
      for (const sign of row) sum += weights[sign] ?? 0
      const miss = (1 / (1 + Math.exp(-sum)) - (example.yes ? 1 : 0)) * example.counts
      biasSlope += miss
      for (const sign of row) slope[sign] = (slope[sign] ?? 0) + miss
    })
    for (let sign = 0; sign < names.length; sign++) {
      const weight = weights[sign] ?? 0
      const full = (slope[sign] ?? 0) + (held[sign] ?? 0) * (weight - (origin[sign] ?? 0))
      const pace = 0.95 * (speed[sign] ?? 0) + 0.05 * full * full
      speed[sign] = pace
      weights[sign] = weight - (step * full) / Math.sqrt(pace + 1e-8)
    }
    biasSpeed = 0.95 * biasSpeed + 0.05 * biasSlope * biasSlope
    bias -= (step * biasSlope) / Math.sqrt(biasSpeed + 1e-8)
  }
  return { bias, weights: new Map(names.map((name, index) => [name, weights[index] ?? 0])) }
}

function frequent(examples: readonly Example[], rarest: number): readonly string[] {
  const seen = new Map<string, number>()
  for (const { signs } of examples) for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  return [...seen].filter(([, times]) => times >= rarest).map(([name]) => name)
}

export function scoreOf(fitted: Fitted, signs: readonly string[]): number {
  return signs.reduce((sum, sign) => sum + (fitted.weights.get(sign) ?? 0), fitted.bias)
}

import type { PurposeClass } from '../class.ts'
import type { Category, CompiledRules } from './compile-rules.ts'
import type { Place } from './features.ts'
import type { Reading } from './read-sentence.ts'

export type Side = 'care' | 'secondary'
const column = { care: 0, secondary: 1 } as const
export const classOfSide = { care: 'direct-care', secondary: 'secondary-use' } as const satisfies Record<Side, PurposeClass>

/** How strongly one sentence speaks for one side, in natural log odds: above 0 more likely than not. */
export function weigh(reading: Reading, side: Side, rules: CompiledRules): number {
  if (reading.silent) return -Infinity
  let sum = rules.weights.bias[side]
  for (const sign of reading.signs) sum += rules.weights.signs.get(sign.key)?.[column[side]] ?? 0
  return sum
}

/** The words that carried a sentence to a side, the heaviest first; places in its plain text that do not overlap. */
export function carriers(reading: Reading, side: Side, rules: CompiledRules, most: number): readonly Place[] {
  const found: Weighed[] = []
  for (const sign of reading.signs) {
    const weight = rules.weights.signs.get(sign.key)?.[column[side]] ?? 0
    if (weight <= 0.05 || sign.key.startsWith('p ')) continue
    for (const place of sign.places) found.push({ place, weight: weight / sign.places.length })
  }
  const totals = found.map(({ place }) => ({ place, weight: found.reduce((sum, other) => sum + (within(other.place, place) ? other.weight : 0), 0) }))
  const chosen: Place[] = []
  for (const { place } of totals.sort((a, b) => b.weight - a.weight || a.place[0] - b.place[0] || a.place[1] - b.place[1])) {
    if (chosen.length === most) break
    if (!chosen.some((other) => other[0] < place[1] && place[0] < other[1])) chosen.push(place)
  }
  return chosen
}

type Weighed = Readonly<{ place: Place; weight: number }>

function within(inner: Place, outer: Place): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1]
}

/** A rule that names its category plainly counts this much beside the trained words. */
const ruleSays = { clear: 2.5, framed: 2, hint: 0.5, incidental: 0.5 } as const

/** The category of one side that a sentence fits best. */
export function categoryOf(reading: Reading, side: Side, rules: CompiledRules): Category | null {
  let best: Category | null = null
  let most = -Infinity
  for (const category of rules.categories.values()) {
    if (category.class !== classOfSide[side]) continue
    const weights = rules.weights.categories.get(category.slug)
    let sum = weights?.bias ?? -3
    if (weights) for (const sign of reading.signs) sum += weights.signs.get(sign.key) ?? 0
    for (const hit of reading.hits) if (hit.category === category) sum += ruleSays[hit.strength]
    if (sum > most) [best, most] = [category, sum]
  }
  return best
}

import type { CompiledRules } from './compile-rules.ts'
import type { Reading } from './read-sentence.ts'
import { weigh, type Side } from './weigh.ts'

/** A sentence that speaks for a side strongly enough to state a purpose. */
export type Spoken = Readonly<{ reading: Reading; side: Side; weight: number }>

export type Decision = Readonly<{ spoken: readonly Spoken[]; unsure: 'no-purpose-found' | 'words-too-weak' | 'words-weak' | 'care-words-left' | null }>

/** Log odds from which one sentence states a purpose. */
export const enough = 0.5
/** Where no sentence says enough, the best one still decides its side down to here, and the reader is told. */
const barely = { care: -1, secondary: -0.5 } as const

/** Which sentences state a purpose, for which side, and what is left unsure. */
export function decide(readings: readonly Reading[], rules: CompiledRules): Decision {
  const weighed = readings.flatMap((reading) => (['care', 'secondary'] as const).map((side) => ({ reading, side, weight: weigh(reading, side, rules) })))
  const spoken = weighed.filter((each) => each.weight >= enough)
  if (spoken.length === 0) return weakest(weighed)
  const careLeft = !spoken.some((each) => each.side === 'care') && weighed.some((each) => each.side === 'care' && each.weight > barely.care)
  return { spoken, unsure: careLeft ? 'care-words-left' : null }
}

function weakest(weighed: readonly Spoken[]): Decision {
  const best = weighed.toSorted((a, b) => b.weight - a.weight)[0]
  if (!best || best.weight === -Infinity) return { spoken: [], unsure: 'no-purpose-found' }
  if (best.weight < barely[best.side]) return { spoken: [], unsure: 'words-too-weak' }
  return { spoken: [best], unsure: 'words-weak' }
}

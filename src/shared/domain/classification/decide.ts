import type { CompiledRules } from './compile-rules.ts'
import { fewSentences, type Reading } from './read-sentence.ts'
import { weigh, type Side } from './weigh.ts'

/** A sentence that speaks for a side, with its log odds. */
export type Spoken = Readonly<{ reading: Reading; side: Side; weight: number }>

/** `spoken` states purposes; `doubtful` may state one and leaves the entry undetermined until a person has looked. */
export type Decision = Readonly<{
  spoken: readonly Spoken[]
  doubtful: Spoken | null
  unsure: 'no-purpose-found' | 'words-too-weak' | 'words-weak' | 'doubtful-second-purpose' | 'care-words-left' | null
}>

/**
 * Limits in natural log odds, set on texts held out from training. `shows`: from here the sentences together show that a
 * side is there. `doubt`: around that limit the side is in doubt, which matters where the other side is plainly there.
 */
type Limits = Readonly<{ shows: Readonly<Record<Side, number>>; doubt: Readonly<Record<Side, Readonly<{ below: number; above: number }>>>; pools: number }>

const inShortText: Limits = { shows: { care: 0, secondary: 1 }, doubt: { care: { below: 1.5, above: 0 }, secondary: { below: 0, above: 1 } }, pools: 1 }
/** A long agreement tells its background too: one sentence counts for less there, and several of one mind for more. */
const inAgreement: Limits = { shows: { care: 2, secondary: 0.75 }, doubt: { care: { below: 0.3, above: 0.3 }, secondary: { below: 0, above: 0.2 } }, pools: 6 }
/** Where neither side shows, the stronger one is still taken down to here, and the reader is told. */
const barely = { care: -1.5, secondary: -1 } as const
/** Once a side is there, further sentences from here on state purposes too. */
const further = 0.5

/** Which sentences state a purpose, for which side, and what is left unsure. */
export function decide(readings: readonly Reading[], rules: CompiledRules): Decision {
  const limits = readings.length <= fewSentences ? inShortText : inAgreement
  const care = ranked(readings, 'care', rules)
  const plainCare = (care[0]?.weight ?? -Infinity) >= limits.shows.care
  const secondary = ranked(plainCare ? readings.filter((reading) => !isIncidental(reading)) : readings, 'secondary', rules)
  const [topCare] = care
  const [topSecondary] = secondary
  if (!topCare || !topSecondary) return { spoken: [], doubtful: null, unsure: 'no-purpose-found' }
  const careOver = together(care, limits.pools) - limits.shows.care
  const secondaryOver = together(secondary, limits.pools) - limits.shows.secondary
  if (careOver < 0 && secondaryOver < 0) return weakest(topCare, careOver, topSecondary, secondaryOver)
  const said = [...(careOver >= 0 ? stating(care) : []), ...(secondaryOver >= 0 ? stating(secondary) : [])]
  if (inDoubt(careOver, limits.doubt.care) && secondaryOver >= limits.doubt.secondary.above) return doubtfulOn(topCare, said)
  if (inDoubt(secondaryOver, limits.doubt.secondary) && careOver >= limits.doubt.care.above) return doubtfulOn(topSecondary, said)
  return { spoken: said, doubtful: null, unsure: careOver < 0 && topCare.weight > barely.care ? 'care-words-left' : null }
}

/** What the strongest sentences say together: a little more than the strongest alone (the logarithm of their summed odds). */
function together(ordered: readonly Spoken[], most: number): number {
  return Math.log(ordered.slice(0, most).reduce((sum, each) => sum + Math.exp(each.weight), 0))
}

function ranked(readings: readonly Reading[], side: Side, rules: CompiledRules): readonly Spoken[] {
  return readings.filter((reading) => !reading.silent).map((reading) => ({ reading, side, weight: weigh(reading, side, rules) })).sort((a, b) => b.weight - a.weight)
}

function stating(ordered: readonly Spoken[]): readonly Spoken[] {
  return ordered.filter((each, index) => index === 0 || each.weight >= further)
}

function inDoubt(over: number, { below, above }: Readonly<{ below: number; above: number }>): boolean {
  return over >= -below && over < above
}

function doubtfulOn(one: Spoken, said: readonly Spoken[]): Decision {
  return { spoken: said.filter((each) => each.side !== one.side), doubtful: one, unsure: 'doubtful-second-purpose' }
}

function weakest(care: Spoken, careOver: number, secondary: Spoken, secondaryOver: number): Decision {
  const [best, over] = careOver > secondaryOver ? [care, careOver] as const : [secondary, secondaryOver] as const
  if (over > barely[best.side]) return { spoken: [best], doubtful: null, unsure: 'words-weak' }
  return { spoken: [], doubtful: null, unsure: 'words-too-weak' }
}

/** Nothing but a count kept for reporting, which does not change what a care flow is for. */
function isIncidental(reading: Reading): boolean {
  const secondary = reading.hits.filter((hit) => hit.category.class === 'secondary-use' && hit.strength !== 'hint')
  return secondary.length > 0 && secondary.every((hit) => hit.strength === 'incidental')
}

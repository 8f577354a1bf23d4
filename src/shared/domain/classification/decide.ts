import { featuresOf, likelihood } from './agreement.ts'
import type { CompiledRules } from './compile-rules.ts'
import { fewSentences, type Reading } from './read-sentence.ts'
import { classOfSide, weigh, type Side } from './weigh.ts'

/** A sentence that speaks for a side, with its log odds. */
export type Spoken = Readonly<{ reading: Reading; side: Side; weight: number }>

/** `spoken` states purposes; `doubtful` may state one and leaves the entry undetermined until a person has looked. */
export type Decision = Readonly<{
  spoken: readonly Spoken[]
  doubtful: Spoken | null
  unsure: 'no-purpose-found' | 'words-too-weak' | 'words-weak' | 'doubtful-second-purpose' | 'care-words-left' | null
}>

/**
 * Limits in natural log odds for a clause of a few sentences, set on texts held out from training. `shows`: from here the
 * strongest sentence shows that a side is there. `doubt`: around that limit the side is in doubt, which matters where the
 * other side is plainly there.
 */
const inShortText = { shows: { care: 0, secondary: 1 }, doubt: { care: { below: 1.5, above: 0 }, secondary: { below: 0, above: 1 } } } as const
/**
 * A whole agreement tells its background too, so all its sentences are heard together and its likelihoods decide: a side
 * is `there` from the upper limit, `absent` below the lower one, and in doubt between them. The limits were set on texts
 * held out from training; care is given up late, because calling care secondary is the costliest mistake.
 */
const inAgreement = { care: { absent: 0.3, there: 0.6 }, secondary: { absent: 0.45, there: 0.6 } } as const
/** Where neither side shows, the stronger one is still taken down to here, and the reader is told. */
const barely = { care: -0.6, secondary: -1 } as const
/** … and down to here where a rule names its use plainly. */
const withClearWords = -2
/** In an agreement without a plain purpose, the likelier side is taken from here on. */
const barelyLikely = 0.2
/** Once a side is there, further sentences from here on state purposes too. */
const further = 0.5

/** Which sentences state a purpose, for which side, and what is left unsure. */
export function decide(readings: readonly Reading[], rules: CompiledRules): Decision {
  const { care, secondary } = sidesOf(readings, rules)
  const [topCare] = care
  const [topSecondary] = secondary
  if (!topCare || !topSecondary) return { spoken: [], doubtful: null, unsure: 'no-purpose-found' }
  return readings.length <= fewSentences ? decideClause(care, secondary, topCare, topSecondary) : decideAgreement(care, secondary, topCare, topSecondary, rules)
}

type Ranked = readonly Spoken[]

/** The sentences in the order in which they speak for each side. Counting kept for reporting is not heard beside plain care. */
function sidesOf(readings: readonly Reading[], rules: CompiledRules): Readonly<{ care: Ranked; secondary: Ranked }> {
  const care = ranked(readings, 'care', rules)
  const plainCare = (care[0]?.weight ?? -Infinity) >= inShortText.shows.care
  return { care, secondary: ranked(plainCare ? readings.filter((reading) => !isIncidental(reading)) : readings, 'secondary', rules) }
}

/** What the whole agreement is judged by. */
export function agreementOf(readings: readonly Reading[], rules: CompiledRules): number[] {
  return heardTogether(sidesOf(readings, rules))
}

function heardTogether({ care, secondary }: Readonly<{ care: Ranked; secondary: Ranked }>): number[] {
  const heard = new Map(secondary.map(({ reading, weight }) => [reading, weight]))
  return featuresOf(care.map(({ reading, weight }) => ({ care: weight, secondary: heard.get(reading) ?? notHeard })))
}

function decideClause(care: Ranked, secondary: Ranked, topCare: Spoken, topSecondary: Spoken): Decision {
  const { shows, doubt } = inShortText
  const careOver = topCare.weight - shows.care
  const secondaryOver = topSecondary.weight - shows.secondary
  if (careOver < 0 && secondaryOver < 0) return weakest(topCare, careOver, topSecondary, secondaryOver)
  const said = [...(careOver >= 0 ? stating(care) : []), ...(secondaryOver >= 0 ? stating(secondary) : [])]
  if (inDoubt(careOver, doubt.care) && secondaryOver >= doubt.secondary.above) return doubtfulOn(topCare, said)
  if (inDoubt(secondaryOver, doubt.secondary) && careOver >= doubt.care.above) return doubtfulOn(topSecondary, said)
  return { spoken: said, doubtful: null, unsure: careOver < 0 && topCare.weight > barely.care ? 'care-words-left' : null }
}

function decideAgreement(care: Ranked, secondary: Ranked, topCare: Spoken, topSecondary: Spoken, rules: CompiledRules): Decision {
  const features = heardTogether({ care, secondary })
  const [forCare, forSecondary] = [likelihood(features, rules.weights.agreement.care), likelihood(features, rules.weights.agreement.secondary)]
  const [careThere, secondaryThere] = [forCare >= inAgreement.care.there, forSecondary >= inAgreement.secondary.there]
  const said = [...(careThere ? stating(care) : []), ...(secondaryThere ? stating(secondary) : [])]
  if (careThere && secondaryThere) return { spoken: said, doubtful: null, unsure: null }
  if (careThere) return forSecondary >= inAgreement.secondary.absent ? doubtfulOn(topSecondary, said) : { spoken: said, doubtful: null, unsure: null }
  if (secondaryThere) return forCare >= inAgreement.care.absent ? doubtfulOn(topCare, said) : { spoken: said, doubtful: null, unsure: topCare.weight > barely.care ? 'care-words-left' : null }
  const best = forCare > forSecondary ? topCare : topSecondary
  return Math.max(forCare, forSecondary) >= barelyLikely ? { spoken: [best], doubtful: null, unsure: 'words-weak' } : { spoken: [], doubtful: null, unsure: 'words-too-weak' }
}

/** The weight of a sentence that is not heard for a side. */
const notHeard = -4

function ranked(readings: readonly Reading[], side: Side, rules: CompiledRules): readonly Spoken[] {
  return readings.filter((reading) => !reading.silent).map((reading) => ({ reading, side, weight: weigh(reading, side, rules) })).sort((a, b) => b.weight - a.weight)
}

function stating(ordered: readonly Spoken[]): readonly Spoken[] {
  return ordered.filter((each, index) => index === 0 || each.weight >= further)
}

function inDoubt(over: number, { below, above }: Readonly<{ below: number; above: number }>): boolean {
  return over >= -below && over < above
}

/** A rule that names the use plainly decides where nothing else is said: "To carry out research into disease." */
function hasClearWords({ reading, side }: Spoken): boolean {
  return reading.hits.some(({ strength, category }) => strength === 'clear' && category.class === classOfSide[side])
}

function doubtfulOn(one: Spoken, said: readonly Spoken[]): Decision {
  return { spoken: said.filter((each) => each.side !== one.side), doubtful: one, unsure: 'doubtful-second-purpose' }
}

function weakest(care: Spoken, careOver: number, secondary: Spoken, secondaryOver: number): Decision {
  const [best, over] = careOver > secondaryOver ? [care, careOver] as const : [secondary, secondaryOver] as const
  if (over > (hasClearWords(best) ? withClearWords : barely[best.side])) return { spoken: [best], doubtful: null, unsure: 'words-weak' }
  return { spoken: [], doubtful: null, unsure: 'words-too-weak' }
}

/** Nothing but a count kept for reporting, which does not change what a care flow is for. */
function isIncidental(reading: Reading): boolean {
  const secondary = reading.hits.filter((hit) => hit.category.class === 'secondary-use' && hit.strength !== 'hint')
  return secondary.length > 0 && secondary.every((hit) => hit.strength === 'incidental')
}

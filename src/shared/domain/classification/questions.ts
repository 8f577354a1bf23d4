import type { EntryClass } from '../class.ts'
import type { ClassifyInput, SuggestedPurpose } from '../suggestion.ts'
import type { CompiledRules } from './compile-rules.ts'

export type Question = Readonly<{ code: string; text: string }>

type Facts = Readonly<{ input: ClassifyInput; decided: EntryClass; purposes: readonly SuggestedPurpose[] }>

const onlyCare = ({ decided }: Facts) => decided === 'direct-care'
const onlySecondary = ({ decided }: Facts) => decided === 'secondary-use'
const anySecondary = ({ purposes }: Facts) => purposes.some((purpose) => purpose.class === 'secondary-use')
const anyCare = ({ purposes }: Facts) => purposes.some((purpose) => purpose.class === 'direct-care')
const unnamed = (value: string | null | undefined) => value === 'anonymised' || value === 'aggregate'

/** Where a recorded fact and the reading of the text do not fit together. Each only asks; none changes the class. */
const checks: readonly (readonly [string, (facts: Facts) => boolean])[] = [
  ['opt-out-yet-care', (facts) => onlyCare(facts) && (facts.input.nationalDataOptOutApplies === true || facts.input.type1OptOutApplies === true)],
  ['section-251-yet-care', (facts) => onlyCare(facts) && facts.input.section251 === true],
  ['recipient-cares-yet-secondary', (facts) => onlySecondary(facts) && facts.input.recipientProvidesCare === true],
  ['recipient-does-not-care-yet-care', (facts) => onlyCare(facts) && facts.input.recipientProvidesCare === false],
  ['unnamed-yet-care', (facts) => anyCare(facts) && unnamed(facts.input.identifiability)],
  ['research-basis-yet-care', (facts) => onlyCare(facts) && /9\s*\(2\)\s*\(j\)/i.test(facts.input.article9 ?? '')],
  ['named-for-secondary', (facts) => anySecondary(facts) && facts.input.identifiability === 'identifiable' &&
    facts.input.section251 !== true && facts.input.statutoryDirection !== true],
  ['opt-out-not-recorded', (facts) => anySecondary(facts) && facts.input.identifiability === 'identifiable' && facts.input.nationalDataOptOutApplies === null],
]

export function questionsAbout(input: ClassifyInput, decided: EntryClass, purposes: readonly SuggestedPurpose[], rules: CompiledRules): readonly Question[] {
  const facts = { input, decided, purposes }
  return checks.filter(([, holds]) => holds(facts)).map(([code]) => ({ code, text: rules.questions.get(code) ?? code }))
}

import type { EvidenceSpan, SuggestedPurpose } from '../suggestion.ts'
import type { Category, CompiledRules } from './compile-rules.ts'
import { decide, type Spoken } from './decide.ts'
import { placeOf } from './plain-text.ts'
import type { Reading } from './read-sentence.ts'
import { carriers, categoryOf, classOfSide } from './weigh.ts'

type Group = { category: Category; spoken: Spoken[] }
type Outcome = Readonly<{ purposes: readonly SuggestedPurpose[]; unsure: string | null }>

/** Sentences beyond the strongest whose words are shown too, and words shown of each. */
const otherSentences = 3
const wordsEach = 3

/** One purpose a category, stated by its strongest sentence, in the order in which the text states them. */
export function purposesFrom(text: string, readings: readonly Reading[], rules: CompiledRules): Outcome {
  const { spoken, doubtful, unsure } = decide(readings, rules)
  const groups = new Map<string, Group>()
  for (const each of spoken) {
    const category = categoryOf(each.reading, each.side, rules)
    if (!category) continue
    const group = groups.get(category.slug)
    if (group) group.spoken.push(each)
    else groups.set(category.slug, { category, spoken: [each] })
  }
  if (groups.size === 0 && !doubtful) return { purposes: unplaced(text, rules), unsure }
  const purposes = [...groups.values()].map((group) => purposeOf(text, group, rules))
  if (doubtful) purposes.push(...doubtfulPurpose(text, doubtful, rules))
  return { purposes: purposes.sort((a, b) => a.start - b.start || a.category.localeCompare(b.category)), unsure }
}

function purposeOf(text: string, { category, spoken }: Group, rules: CompiledRules): SuggestedPurpose {
  const [strongest, ...rest] = spoken.toSorted((a, b) => b.weight - a.weight || a.reading.sentence.start - b.reading.sentence.start)
  if (!strongest) throw new Error('A purpose without a sentence cannot be')
  const { start, end } = strongest.reading.sentence
  const main = evidenceOf(text, strongest, rules)
  const more = rest.slice(0, otherSentences).flatMap((each) => evidenceOf(text, each, rules))
  return {
    text: text.slice(start, end), start, end, category: category.slug, class: category.class,
    evidence: [...main, ...more].sort((a, b) => a.start - b.start), reason: reasonFor(category, main),
  }
}

/** A sentence that may state a second purpose stays undetermined, with its words shown, until a person decides. */
function doubtfulPurpose(text: string, doubtful: Spoken, rules: CompiledRules): readonly SuggestedPurpose[] {
  const category = rules.categories.get('unplaced')
  if (!category) return []
  const { start, end } = doubtful.reading.sentence
  const evidence = evidenceOf(text, doubtful, rules)
  const kind = doubtful.side === 'care' ? 'care of individuals' : 'a use beyond care'
  const reason = evidence.length === 0 ? `This sentence may state ${kind}, but not clearly.` : `The words ${quoted(evidence)} may state ${kind}, but not clearly.`
  return [{ text: text.slice(start, end), start, end, category: category.slug, class: category.class, evidence: [...evidence], reason }]
}

function evidenceOf(text: string, { reading, side }: Spoken, rules: CompiledRules): readonly EvidenceSpan[] {
  return carriers(reading, side, rules, wordsEach).map(([from, to]) => {
    const { start, end } = placeOf(reading.sentence.plain, from, to)
    return { start, end, words: text.slice(start, end), points: classOfSide[side] }
  })
}

function reasonFor(category: Category, evidence: readonly EvidenceSpan[]): string {
  if (evidence.length === 0) return `The sentence as a whole says that ${category.because}.`
  return `The words ${quoted(evidence)} say that ${category.because}.`
}

function quoted(evidence: readonly EvidenceSpan[]): string {
  const words = [...new Set(evidence.toSorted((a, b) => a.start - b.start).map((span) => `“${span.words.replaceAll(/\s+/g, ' ')}”`))]
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : words[0] ?? ''
}

/** The text was read and nothing in it could be placed: one undetermined purpose, so that it is counted as such. */
function unplaced(text: string, rules: CompiledRules): readonly SuggestedPurpose[] {
  const category = rules.categories.get('unplaced')
  if (!category) return []
  const end = text.trimEnd().length
  const start = text.length - text.trimStart().length
  return [{ text: text.slice(start, end), start, end, category: category.slug, class: category.class, evidence: [], reason: `The words of this clause do not show ${category.because}.` }]
}

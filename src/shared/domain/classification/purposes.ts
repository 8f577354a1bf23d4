import type { PurposeClass } from '../class.ts'
import type { EvidenceSpan, SuggestedPurpose } from '../suggestion.ts'
import type { Category, CompiledRules } from './compile-rules.ts'
import type { Finding, Reading } from './read-sentence.ts'
import type { Strength } from './rule-set.ts'
import type { Sentence } from './sentences.ts'

/** What one finding weighs; a category is a purpose from `enough` on. */
const weight: Readonly<Record<Strength, number>> = Object.freeze({ clear: 3, framed: 3, hint: 1, incidental: 0 })
const enough = 3
/** Hints alone carry a purpose only together. */
const enoughHints = 2
const mostSpans = 8

type Group = { category: Category; findings: Finding[] }
type Outcome = Readonly<{ purposes: readonly SuggestedPurpose[]; unsure: string | null }>

/** Puts the findings of all sentences together: one purpose a category, in the order in which the text states them. */
export function purposesFrom(text: string, readings: readonly Reading[], rules: CompiledRules): Outcome {
  const all = readings.flatMap((reading) => reading.findings)
  const groups = grouped(all)
  const clear = groups.filter((group) => total(group.findings) >= enough && group.findings.some((each) => weight[each.strength] >= 3))
  const chosen = clear.length > 0 ? clear : fromHints(groups)
  if (chosen.length === 0) return { purposes: unplaced(text, all, rules), unsure: all.length > 0 ? 'words-too-weak' : 'no-purpose-found' }
  const purposes = chosen.map((group) => purposeOf(text, group)).sort((a, b) => a.start - b.start || a.category.localeCompare(b.category))
  return { purposes, unsure: clear.length > 0 ? leftover(chosen, all) : 'words-weak' }
}

function grouped(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const group = groups.get(finding.category.slug)
    if (group) group.findings.push(finding)
    else groups.set(finding.category.slug, { category: finding.category, findings: [finding] })
  }
  return [...groups.values()]
}

function total(findings: readonly Finding[]): number {
  return findings.reduce((sum, finding) => sum + weight[finding.strength], 0)
}

/** Without one clear word, only an uncontradicted set of hints is taken, and a count for reporting only where it stands alone. */
function fromHints(groups: readonly Group[]): readonly Group[] {
  const sums = { 'direct-care': 0, 'secondary-use': 0, undetermined: 0 } satisfies Record<PurposeClass, number>
  for (const group of groups) sums[group.category.class] += total(group.findings)
  const incidental = groups.filter((group) => group.findings.some((finding) => finding.strength === 'incidental'))
  if (sums['direct-care'] === 0 && incidental.length > 0) return incidental
  const side: PurposeClass | null = sums['direct-care'] >= enoughHints && sums['secondary-use'] === 0 ? 'direct-care'
    : sums['secondary-use'] >= enoughHints && sums['direct-care'] === 0 ? 'secondary-use' : null
  return groups.filter((group) => group.category.class === side)
}

/** Everything reads as secondary use, yet some words could also be care: said, because that error costs most. */
function leftover(chosen: readonly Group[], all: readonly Finding[]): string | null {
  const secondaryOnly = chosen.every((group) => group.category.class === 'secondary-use')
  return secondaryOnly && all.some((finding) => finding.category.class === 'direct-care') ? 'care-words-left' : null
}

function purposeOf(text: string, group: Group): SuggestedPurpose {
  const sentence = strongest(group.findings)
  const ordered = group.findings.toSorted((a, b) => Number(b.sentence === sentence) - Number(a.sentence === sentence) || a.start - b.start)
  const evidence = withoutOverlap(ordered).slice(0, mostSpans).sort((a, b) => a.start - b.start).map((finding) => spanOf(text, finding))
  return {
    text: text.slice(sentence.start, sentence.end), start: sentence.start, end: sentence.end,
    category: group.category.slug, class: group.category.class, evidence,
    reason: reasonFor(group.category, evidence.filter((span) => span.start >= sentence.start && span.end <= sentence.end)),
  }
}

function strongest(findings: readonly Finding[]): Sentence {
  const sums = new Map<Sentence, number>()
  for (const finding of findings) sums.set(finding.sentence, (sums.get(finding.sentence) ?? 0) + weight[finding.strength])
  const [best] = [...sums].sort((a, b) => b[1] - a[1] || a[0].start - b[0].start)
  if (!best) throw new Error('A purpose without a finding cannot be')
  return best[0]
}

function withoutOverlap(findings: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = []
  for (const finding of findings) if (!kept.some((other) => other.start < finding.end && other.end > finding.start)) kept.push(finding)
  return kept
}

function spanOf(text: string, finding: Finding): EvidenceSpan {
  return { start: finding.start, end: finding.end, words: text.slice(finding.start, finding.end), points: finding.category.class }
}

function reasonFor(category: Category, evidence: readonly EvidenceSpan[]): string {
  const quoted = [...new Set(evidence.map((span) => `“${span.words.replaceAll(/\s+/g, ' ')}”`))].slice(0, 3)
  const verb = quoted.length === 1 ? 'says' : 'say'
  const words = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}` : quoted[0] ?? ''
  return `${words} ${verb} that ${category.because}.`
}

/** The text was read and nothing in it could be placed: one undetermined purpose, so that it is counted as such. */
function unplaced(text: string, all: readonly Finding[], rules: CompiledRules): readonly SuggestedPurpose[] {
  const category = rules.categories.get('unplaced')
  if (!category) return []
  const end = text.trimEnd().length
  const start = text.length - text.trimStart().length
  const evidence = withoutOverlap(all).slice(0, mostSpans).map((finding) => spanOf(text, finding))
  return [{ text: text.slice(start, end), start, end, category: category.slug, class: category.class, evidence, reason: `The words of this clause do not show ${category.because}.` }]
}

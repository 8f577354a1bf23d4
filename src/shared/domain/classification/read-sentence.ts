import type { Category, CompiledRules } from './compile-rules.ts'
import { exclusions, isExcluded, spans, type Stretches } from './exclusions.ts'
import { wordSigns, type Place, type Sign } from './features.ts'
import type { Strength } from './rule-set.ts'
import type { Sentence } from './sentences.ts'
import { stem } from './stem.ts'
import { tokensOf } from './tokens.ts'

/** A rule that spoke, with its places in the sentence's plain text. */
export type RuleHit = Readonly<{ rule: string; category: Category; strength: Strength; places: readonly Place[] }>

/**
 * A sentence as it was read: what counts in it and what was set aside. `silent` sentences (definitions, objections,
 * other agreements) never speak for a purpose; the others speak through their signs.
 */
export type Reading = Readonly<{ sentence: Sentence; silent: boolean; hits: readonly RuleHit[]; signs: readonly Sign[] }>

/** How a lead-in ("The data must not be used for:") colours the items under it. */
type LeadMeaning = Readonly<{ ruledOut: boolean; framed: boolean; aside: boolean }>
const noLead: LeadMeaning = { ruledOut: false, framed: false, aside: false }

/** Reads each sentence on its own words, its heading and its lead-in. */
export function readSentences(sentences: readonly Sentence[], rules: CompiledRules): readonly Reading[] {
  const leads = new Map<Sentence, LeadMeaning>()
  const short = sentences.length <= fewSentences
  return sentences.map((sentence) => readSentence(sentence, rules, sentence.lead ? leadMeaning(sentence.lead, rules, leads) : noLead, short))
}

/** In a clause this short nearly every sentence states a purpose; in a whole agreement few do. */
export const fewSentences = 6

function readSentence(sentence: Sentence, rules: CompiledRules, lead: LeadMeaning, short: boolean): Reading {
  const plain = masked(sentence.plain.text, rules)
  const aside = rules.asides.find((each) => has(plain, each.find))
  const permits = has(plain, rules.permit)
  const setAside = (sentence.section === 'exclusion' || sentence.section === 'benefit' || isList(plain, lead.framed || sentence.section === 'purpose')) && !permits
  if (aside?.firm || lead.ruledOut || setAside) return { sentence, silent: true, hits: [], signs: [] }
  const out = exclusions(plain, rules)
  const text = blotted(plain, out)
  const framed = lead.framed || sentence.section === 'purpose' || permits || has(text, rules.frame)
  const hits = ruleHits(plain, out, framed, rules)
  const signs = [...wordSigns(text, rules.concepts), ...hits.map((hit) => ({ key: `r ${hit.rule} ${hit.strength}`, places: hit.places })), ...contextSigns()]
  return { sentence, silent: false, hits, signs }

  /** Where the sentence stands and what kind of statement it is. */
  function contextSigns(): readonly Sign[] {
    const keys = [`s ${sentence.section}${permits ? ' permits' : ''}`]
    if (aside) keys.push(`a ${aside.kind}${permits ? ' permits' : ''}`)
    if (short) keys.push('z short')
    if (framed) keys.push('x framed')
    if (sentence.lead) keys.push(lead.aside ? 'x item aside' : lead.framed ? 'x item framed' : 'x item')
    for (const word of tokensOf(sentence.heading)) if (word.word.length > 3) keys.push(`h ${stem(word.word)}`)
    if (out.length > 0) keys.push('x excludes')
    return keys.map((key) => ({ key, places: [] }))
  }
}

/** Items one after the other without a statement about them: what the data holds, not what it is for. */
function isList(plain: string, framed: boolean): boolean {
  const [first = '', ...rest] = plain.split(',')
  return !framed && rest.length >= 2 && first.trim().split(' ').length <= 3 && !verb.test(plain)
}
const verb = /\b(?:to|so|who|which|that|is|are|was|will|shall|may|can|has|have|whether|uses?|check|see|tell|tells|send|sends|give|gives|look|looks|plan|book|ask)\b/

function ruleHits(plain: string, out: Stretches, framed: boolean, rules: CompiledRules): readonly RuleHit[] {
  const hits: RuleHit[] = []
  for (const rule of rules.rules) {
    const places = spans(plain, rule.find).filter(([from, to]) => !isExcluded(out, from, to))
    if (places.length === 0 || (rule.unless && has(plain, rule.unless))) continue
    const strength: Strength = rule.strength === 'framed' && !framed ? 'hint' : rule.strength
    hits.push({ rule: rule.id, category: rule.category, strength, places })
  }
  return hits
}

function leadMeaning(lead: Sentence, rules: CompiledRules, known: Map<Sentence, LeadMeaning>): LeadMeaning {
  const before = known.get(lead)
  if (before) return before
  const text = masked(lead.plain.text, rules)
  const end = text.trimEnd().length
  const outer = lead.lead ? leadMeaning(lead.lead, rules, known) : noLead
  const permitted = has(text, rules.permit)
  const aside = rules.asides.find((each) => has(text, each.find))
  const meaning = {
    ruledOut: outer.ruledOut || lead.section === 'exclusion' || exclusions(text, rules).some(([, to]) => end - to <= 12),
    framed: outer.framed || permitted || has(text, rules.frame),
    aside: outer.aside || (aside !== undefined && (aside.firm || !permitted)),
  }
  known.set(lead, meaning)
  return meaning
}

function has(text: string, find: RegExp): boolean {
  find.lastIndex = 0
  return find.test(text)
}

/** Misleading wording is blotted out letter by letter, so that every place stays where it was. */
function masked(text: string, rules: CompiledRules): string {
  rules.mask.lastIndex = 0
  return text.replace(rules.mask, (words) => words.replaceAll(/[a-z0-9]/g, '#'))
}

function blotted(text: string, stretches: Stretches): string {
  let result = text
  for (const [from, to] of stretches) result = result.slice(0, from) + result.slice(from, to).replaceAll(/[a-z0-9]/g, '#') + result.slice(to)
  return result
}

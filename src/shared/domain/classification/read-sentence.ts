import type { Category, CompiledRules } from './compile-rules.ts'
import { exclusions, isExcluded, spans } from './exclusions.ts'
import { placeOf } from './plain-text.ts'
import type { Strength } from './rule-set.ts'
import type { Sentence } from './sentences.ts'

/** Words of one sentence that speak for a purpose; `start` and `end` are places in the whole text. */
export type Finding = Readonly<{ rule: string; category: Category; strength: Strength; start: number; end: number; sentence: Sentence }>

/** What one sentence says, and what was read in it but set aside. */
export type Reading = Readonly<{ findings: readonly Finding[]; ruledOut: readonly Finding[]; aside: string | null }>

type Standing = 'counts' | 'needs-permit' | 'silent'

/** Reads one sentence on its own words, its heading and its lead-in. */
export function readSentence(sentence: Sentence, rules: CompiledRules, leads: Map<Sentence, LeadMeaning>): Reading {
  const text = masked(sentence.plain.text, rules)
  const lead = sentence.lead ? leadMeaning(sentence.lead, rules, leads) : plainLead
  const aside = asideKind(text, rules)
  const permits = spans(text, rules.permit)
  const standing = standingOf(sentence, aside, lead)
  if (standing === 'silent' || (standing === 'needs-permit' && permits.length === 0)) return { findings: [], ruledOut: [], aside: aside?.kind ?? sentence.section }
  const out = lead.ruledOut ? [[0, text.length] as const] : exclusions(text, rules)
  const framed = lead.framed || sentence.section === 'purpose' || spans(text, rules.frame).length > 0 || permits.length > 0
  const findings: Finding[] = []
  const ruledOut: Finding[] = []
  for (const rule of rules.rules) {
    const found = spans(text, rule.find)
    if (found.length === 0 || (rule.unless && has(text, rule.unless))) continue
    const strength: Strength = rule.strength === 'framed' && !framed ? 'hint' : rule.strength
    for (const [from, to] of found) {
      const place = placeOf(sentence.plain, from, to)
      const finding = { rule: rule.id, category: rule.category, strength, ...place, sentence }
      if (isExcluded(out, from, to)) ruledOut.push(finding)
      else findings.push(finding)
    }
  }
  return { findings, ruledOut, aside: null }
}

/** How a lead-in ("The data must not be used for:") colours the items under it. */
export type LeadMeaning = Readonly<{ ruledOut: boolean; framed: boolean; aside: boolean }>
const plainLead: LeadMeaning = { ruledOut: false, framed: false, aside: false }

function leadMeaning(lead: Sentence, rules: CompiledRules, known: Map<Sentence, LeadMeaning>): LeadMeaning {
  const before = known.get(lead)
  if (before) return before
  const text = masked(lead.plain.text, rules)
  const trimmed = text.trimEnd().length
  const outer = lead.lead ? leadMeaning(lead.lead, rules, known) : plainLead
  const permitted = has(text, rules.permit)
  const aside = asideKind(text, rules)
  const meaning = {
    ruledOut: outer.ruledOut || exclusions(text, rules).some(([, to]) => to >= trimmed - 1 || text.slice(to, trimmed).length <= 12),
    framed: outer.framed || permitted || has(text, rules.frame),
    aside: outer.aside || (aside !== null && (aside.firm || !permitted)),
  }
  known.set(lead, meaning)
  return meaning
}

function standingOf(sentence: Sentence, aside: { firm: boolean } | null, lead: LeadMeaning): Standing {
  if (aside?.firm) return 'silent'
  if (sentence.section === 'aside' || sentence.section === 'exclusion' || aside || lead.aside) return lead.framed && !lead.aside && !aside && sentence.section === 'aside' ? 'counts' : 'needs-permit'
  return 'counts'
}

function asideKind(text: string, rules: CompiledRules): { kind: string; firm: boolean } | null {
  return rules.asides.find((aside) => has(text, aside.find)) ?? null
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

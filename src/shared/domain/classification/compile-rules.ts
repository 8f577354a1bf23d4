import type { PurposeClass } from '../class.ts'
import { indexConcepts, type ConceptIndex } from './concepts.ts'
import type { RulePattern, RuleSet, SectionKind, Strength } from './rule-set.ts'
import { noWeights, readyWeights, type WeightFile, type Weights } from './weights.ts'

export type Category = Readonly<{ slug: string; label: string; class: PurposeClass; because: string }>
export type CompiledRule = Readonly<{ id: string; category: Category; strength: Strength; find: RegExp; unless: RegExp | null }>

/** The rule set made ready once: every pattern compiled, every category looked up. */
export type CompiledRules = Readonly<{
  version: string
  categories: ReadonlyMap<string, Category>
  /** The name of a category as shown; a slug that this rule set does not know is shown as it is. */
  categoryLabel: (slug: string) => string
  mask: RegExp
  sections: readonly Readonly<{ kind: SectionKind; find: RegExp }>[]
  asides: readonly Readonly<{ kind: string; firm: boolean; find: RegExp }>[]
  frame: RegExp
  permit: RegExp
  before: RegExp
  after: RegExp
  never: RegExp
  stop: RegExp
  except: RegExp
  rules: readonly CompiledRule[]
  concepts: ConceptIndex
  weights: Weights
  english: ReadonlySet<string>
  questions: ReadonlyMap<string, string>
}>

/** Matches nothing: an empty list of patterns. */
const nothing = '(?!)'
const nobody: ReadonlySet<string> = new Set()

/**
 * Compiles a rule set. Patterns are regular expressions over lower-case text with single spaces, plus three shorthands:
 * `<name>` a word list, `commission*` a stem, ` .. ` and ` ... ` a gap of up to 45 or 110 characters.
 * @param weights the trained part; `null` only while training.
 * @param without leaves out the patterns written from these families of test texts; used only to measure.
 * @throws Error on an unknown word list or category: a rule set that ships must be whole.
 */
export function compileRules(set: RuleSet, weights: WeightFile | null, without: ReadonlySet<string> = nobody): CompiledRules {
  const words = expandWords(set.words)
  const compile = (list: readonly RulePattern[]) => new RegExp(joined(list, words, without), 'g')
  const categories = new Map(set.categories.map((category) => [category.slug, category]))
  return {
    version: set.version,
    categories,
    categoryLabel: (slug) => categories.get(slug)?.label ?? slug,
    mask: compile(set.masks.flatMap((mask) => mask.any)),
    sections: set.sections.map((section) => ({ kind: section.kind, find: compile(section.any) })),
    asides: set.asides.map((aside) => ({ kind: aside.kind, firm: aside.firm, find: compile(aside.any) })),
    frame: compile(set.frames),
    permit: compile(set.permits),
    before: compile(set.exclusion.before),
    after: compile(set.exclusion.after),
    never: compile(set.exclusion.never),
    stop: compile(set.exclusion.stops),
    except: compile(set.exclusion.except),
    rules: set.rules.map((rule) => {
      const category = categories.get(rule.category)
      if (!category) throw new Error(`Rule ${rule.id} names the unknown category ${rule.category}`)
      return { id: rule.id, category, strength: rule.strength, find: compile(rule.any), unless: rule.unless ? compile(rule.unless) : null }
    }),
    concepts: indexConcepts(set.concepts),
    weights: weights ? readyWeights(weights, set.version) : noWeights,
    english: new Set(set.english),
    questions: new Map(Object.entries(set.questions)),
  }
}

function joined(list: readonly RulePattern[], words: ReadonlyMap<string, string>, without: ReadonlySet<string>): string {
  const kept = list.filter((item) => typeof item === 'string' || !item.from.some((family) => without.has(family)))
  if (kept.length === 0) return nothing
  return kept.map((item) => bounded(expand(typeof item === 'string' ? item : item.p, words))).join('|')
}

function expandWords(lists: RuleSet['words']): ReadonlyMap<string, string> {
  const done = new Map<string, string>()
  for (const [name, list] of Object.entries(lists)) done.set(name, `(?:${list.map((item) => expand(item, done)).join('|')})`)
  return done
}

function expand(source: string, words: ReadonlyMap<string, string>): string {
  return source
    .replaceAll(/([a-z])\*/g, '$1[a-z]*')
    .replaceAll(/(?<!\(\?)<([a-z][a-z-]*)>/g, (_whole, name: string) => {
      const list = words.get(name)
      if (list === undefined) throw new Error(`Unknown word list <${name}> (lists may only use those above them)`)
      return list
    })
    .replaceAll(' .. ', ' (?:[^;:]{0,45}? )?')
    .replaceAll(' ... ', ' (?:[^;:]{0,110}? )?')
}

/** Whole words only, wherever the pattern starts or ends with a letter or a group. */
function bounded(source: string): string {
  const open = source.startsWith('^') ? '' : '(?<![a-z0-9])'
  const close = source.endsWith('$') ? '' : '(?![a-z0-9])'
  return `${open}(?:${source})${close}`
}

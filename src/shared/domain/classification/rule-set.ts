import { z } from 'zod'
import { purposeClasses } from '../class.ts'
import { isoDate } from '../date.ts'

/**
 * What a heading promises about the sentences under it. `aside` sentences (definitions, data items, law, security,
 * retention, rights, parties, review) count only where they say outright what the data may be used for.
 */
export const sectionKinds = ['purpose', 'exclusion', 'aside', 'background', 'benefit', 'body'] as const
export type SectionKind = (typeof sectionKinds)[number]

/**
 * How much one finding weighs. `clear`: decides alone. `framed`: decides where the sentence, its lead-in or its heading
 * says that this is a use of the data. `hint`: counts only where nothing clearer was found. `incidental`: a second use
 * that changes nothing beside care (a count for reporting), and is a purpose only where it stands alone.
 */
export const strengths = ['clear', 'framed', 'hint', 'incidental'] as const
export type Strength = (typeof strengths)[number]

/** A pattern, or a pattern with the families of test texts it was written from, so that a measure can leave it out. */
const pattern = z.union([z.string().min(1), z.strictObject({ p: z.string().min(1), from: z.array(z.string()).min(1) })])
const patterns = z.array(pattern)

export const ruleSetSchema = z.strictObject({
  version: z.string().min(1),
  dated: isoDate,
  note: z.string(),
  categories: z.array(z.strictObject({
    slug: z.string().regex(/^[a-z][a-z-]*$/),
    /** As shown on screen and paper. */
    label: z.string().min(1),
    class: z.enum(purposeClasses),
    /** Completes the sentence "The words … " of a reason. */
    because: z.string().min(1),
  })),
  /** Word lists used inside patterns as <name>. */
  words: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.array(z.string().min(1)).min(1)),
  /** Wording that looks like a purpose and is none; blotted out before the rules are tried. */
  masks: z.array(z.strictObject({ why: z.string().min(1), any: patterns })),
  sections: z.array(z.strictObject({ kind: z.enum(sectionKinds), any: patterns })),
  /** Sentences set aside by their own words. `firm` ones stay aside even when they name a use. */
  asides: z.array(z.strictObject({ kind: z.string().min(1), firm: z.boolean(), any: patterns })),
  /** Words that say: what follows is a use of the data. */
  frames: patterns,
  /** Stronger: the use is allowed or stated as fact. Lifts a sentence out of an aside or an exclusion. */
  permits: patterns,
  exclusion: z.strictObject({
    /** What follows is ruled out, up to the end of the clause. */
    before: patterns,
    /** What went before in the clause is ruled out. */
    after: patterns,
    /** Looks like a negation and is none. */
    never: patterns,
    /** Ends the reach of `before` or starts the reach of `after`. */
    stops: patterns,
    /** Turns a negation round: "not for anything except …". On its own it rules out what follows. */
    except: patterns,
  }),
  rules: z.array(z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    category: z.string(),
    strength: z.enum(strengths),
    any: patterns,
    /** The rule is silent in a sentence that holds one of these. */
    unless: patterns.optional(),
  })),
  /** Words and stems that carry one idea, for the trained part. */
  concepts: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.array(z.string().min(1)).min(1)),
  /** Common English words; text with hardly any of them is not English prose. */
  english: z.array(z.string().min(1)).min(20),
  questions: z.record(z.string(), z.string().min(1)),
})
export type RuleSet = z.infer<typeof ruleSetSchema>
export type RulePattern = z.infer<typeof pattern>

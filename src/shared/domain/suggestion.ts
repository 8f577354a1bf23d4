import { z } from 'zod'
import { entryClasses, purposeClasses } from './class.ts'

/** Words relied on, as a place in the text that was given: `text.slice(start, end) === words`. */
export const evidenceSpan = z.strictObject({ start: z.int().nonnegative(), end: z.int().positive(), words: z.string(), points: z.enum(purposeClasses) })
export type EvidenceSpan = z.infer<typeof evidenceSpan>

export const suggestedPurpose = z.strictObject({
  /** The part of the clause that states this purpose, word for word, and where it stands. */
  text: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative(),
  /** Slug of a purpose category of the rule set, for instance `individual-care`, `commissioning`. */
  category: z.string(),
  class: z.enum(purposeClasses),
  evidence: z.array(evidenceSpan),
  /** One sentence that names the words. */
  reason: z.string(),
})
export type SuggestedPurpose = z.infer<typeof suggestedPurpose>

/** What the classifier proposes for a clause. Never a classification until a person confirms it. */
export const suggestion = z.strictObject({
  class: z.enum(entryClasses),
  purposes: z.array(suggestedPurpose),
  questions: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  ruleSet: z.string(),
})
export type Suggestion = z.infer<typeof suggestion>

/** Structured facts beside the text. They raise questions; they never overrule the text. */
export const classifyInput = z.object({
  kind: z.string().nullish(), title: z.string().nullish(), recipient: z.string().nullish(),
  purposeText: z.string(),
  dataCategories: z.array(z.string()).nullish(),
  identifiability: z.string().nullish(), article6: z.string().nullish(), article9: z.string().nullish(),
  section251: z.boolean().nullish(), statutoryDirection: z.boolean().nullish(),
  nationalDataOptOutApplies: z.boolean().nullish(), type1OptOutApplies: z.boolean().nullish(),
  recipientProvidesCare: z.boolean().nullish(),
})
export type ClassifyInput = z.infer<typeof classifyInput>

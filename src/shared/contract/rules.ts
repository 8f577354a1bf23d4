import { z } from 'zod'
import { purposeClasses } from '../domain/class.ts'
import { done, id, nothing, procedure } from './procedure.ts'

const reading = z.strictObject({ class: z.enum(purposeClasses), category: z.string(), words: z.array(z.string()), reason: z.string(), ruleSet: z.string() })

/** A purpose that the rules of this version read differently from the rules it was proposed with. */
export const purposeReading = z.strictObject({
  purpose: id, number: z.int(), text: z.string(),
  confirmed: z.enum(purposeClasses).nullable(),
  from: reading,
  /** Null where the new rules see no purpose in these words. */
  to: reading.nullable(),
})
export type PurposeReading = z.infer<typeof purposeReading>

export const ruleCalls = {
  /** What the rules of this version would propose otherwise. Records nothing. */
  'rules.compare': procedure(nothing, z.strictObject({
    ruleSet: z.string(),
    /** Purposes that were read with other rules, and whether or not they read differently now. */
    olderPurposes: z.int(),
    entries: z.array(z.strictObject({ id, ref: z.string(), title: z.string(), purposes: z.array(purposeReading) })),
  })),
  /** Puts the new proposal in the place of the old one. What a person confirmed stays, marked until somebody looks. */
  'purpose.propose-again': procedure(z.strictObject({ entry: id, purpose: id, ruleSet: z.string() }), done),
} as const

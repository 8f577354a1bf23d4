import { z } from 'zod'
import { entryClasses } from './class.ts'
import { isoDate } from './date.ts'
import { clinicalSystems, shortText } from './entry-fields.ts'

export const contractTypes = ['gms', 'pms', 'apms'] as const
export type ContractType = (typeof contractTypes)[number]

/** One letter and five digits is what practice codes look like; others are warned about, not refused. */
export const usualPracticeCode = /^[A-Z]\d{5}$/

export const practice = z.strictObject({
  name: shortText.min(1, 'Enter the name of the practice'),
  ods: z.string().trim().toUpperCase().regex(/^[A-Z0-9]{3,12}$/, 'Enter the ODS code, for example A99999'),
  contractType: z.enum(contractTypes),
  clinicalSystem: z.enum(clinicalSystems),
  icb: shortText.nullable(),
  pcn: shortText.nullable(),
})
export type Practice = z.infer<typeof practice>

const reviewMonths = z.int('Enter a whole number of months').min(1, 'Enter 1 month or more').max(120, 'Enter 120 months or fewer')

export const quorumRules = ['all', 'majority', 'number'] as const
/** The practice's own rule for when a decision is made, from its partnership deed. */
export const policy = z.strictObject({
  quorum: z.enum(quorumRules),
  /** How many must agree; only with the rule `number`. */
  number: z.int().min(1).max(50).nullable(),
  /** Wait until every partner in office has answered, even when enough have agreed. */
  waitForAll: z.boolean(),
  /** Somebody else confirms each classification. */
  secondCheck: z.boolean(),
  /** Why the author may check their own classification, where a practice is too small for a second person. Null: not allowed. */
  ownCheckReason: shortText.nullable(),
  /** The day from which the October 2025 contract terms bind this practice, if its variation notice said later than the national day. */
  contractBindsFrom: isoDate.nullable(),
  /** Months between two reviews of an entry, by its class; left out while the practice keeps to the usual ones. */
  reviewMonths: z.record(z.enum(entryClasses), reviewMonths).optional(),
}).refine((p) => (p.quorum === 'number') === (p.number !== null), { path: ['number'], message: 'Enter how many partners must agree' })
export type Policy = z.infer<typeof policy>

import { z } from 'zod'
import { declarationSubjects, mechanisms } from './entry-fields.ts'
import { entryClasses } from './class.ts'
import { entryKinds } from './kind.ts'
import { legalForces } from './legal-force.ts'
import { position } from './position.ts'
import { entryStates } from './state.ts'
import { verbs } from './verb.ts'

/** From mildest to most severe; the most severe that applies wins. */
export const gateAnswers = ['open', 'warn', 'needs-override', 'not-available'] as const
export type GateAnswer = (typeof gateAnswers)[number]

/** What a draft must hold before it can be fixed. */
export const requirements = [
  'find-out-class', 'find-out-force', 'clinical-safety-note', 'dpo-advice', 'override-reason', 'second-partner',
  'contract-reference', 'notice-period', 'end-date', 'exit-condition',
] as const
export type Requirement = (typeof requirements)[number]

/** What may be done instead: another verb, or splitting a mixed entry into themed ones. */
export const offers = [...verbs, 'split'] as const
export type Offer = (typeof offers)[number]

/** The facts of an entry that the gate judges by, and no others. */
export const gateSubject = z.strictObject({
  kind: z.enum(entryKinds),
  class: z.enum(entryClasses),
  legalForce: z.enum(legalForces),
  state: z.enum(entryStates),
  mechanism: z.enum(mechanisms).optional(),
  subject: z.enum(declarationSubjects).optional(),
  noticePeriod: z.string().optional(),
})
export type GateSubject = z.infer<typeof gateSubject>

export const gateReason = z.strictObject({
  /** Stable code of the rule that spoke, kebab-case. */
  code: z.string(),
  /** One or two sentences for a partner. */
  text: z.string(),
  /** Address or title of the source behind it; null where the rule is the register's own. */
  source: z.string().nullable(),
})
export type GateReason = z.infer<typeof gateReason>


/** What the gate says of one verb on one entry for one day. */
export const gateResult = z.strictObject({
  answer: z.enum(gateAnswers),
  reasons: z.array(gateReason),
  requires: z.array(z.enum(requirements)),
  offers: z.array(z.enum(offers)),
  /** The position on that day as it was relied on; null where none speaks to it. */
  position: position.nullable(),
})
export type GateResult = z.infer<typeof gateResult>

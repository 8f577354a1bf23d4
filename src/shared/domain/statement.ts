import { z } from 'zod'
import { entryClasses, purposeClasses } from './class.ts'
import { isoDate } from './date.ts'
import { advice, effects } from './decision-draft.ts'
import { gateAnswers, gateReason, requirements } from './gate-answer.ts'
import { entryKinds } from './kind.ts'
import { legalForces } from './legal-force.ts'
import { position } from './position.ts'
import { verbs } from './verb.ts'

/** Something said in answer to what the gate asked for, in the words of the draft. */
const given = z.strictObject({ requirement: z.enum(requirements), text: z.string() })

/**
 * The whole decision as the partners answer it. Everything shown to a signatory stands here, and nothing
 * stands here that is not shown: preview, sign-off sheet and print are drawn from this object alone.
 */
export const statement = z.strictObject({
  format: z.literal('psr-statement/1'),
  decision: z.strictObject({ id: z.uuid(), ref: z.string() }),
  practice: z.strictObject({ name: z.string(), ods: z.string() }),
  entry: z.strictObject({ id: z.uuid(), ref: z.string(), kind: z.enum(entryKinds), title: z.string(), parties: z.array(z.string()) }),
  verb: z.enum(verbs),
  /** "Withdraw from ICB risk stratification for planning". */
  title: z.string(),
  /** What the practice does and when, in one or two sentences. */
  summary: z.string(),
  reason: z.string(),
  grounds: z.strictObject({
    class: z.enum(entryClasses),
    purposes: z.array(z.strictObject({ text: z.string(), category: z.string(), class: z.enum(purposeClasses), why: z.string(), confirmedBy: z.string().nullable(), ruleSet: z.string().nullable() })),
    force: z.strictObject({ force: z.enum(legalForces), reference: z.string().nullable(), checkedOn: isoDate.nullable(), checkedBy: z.string().nullable() }),
    position: position.nullable(),
    gate: z.strictObject({ answer: z.enum(gateAnswers), judgedFor: isoDate, reasons: z.array(gateReason) }),
  }),
  given: z.array(given),
  /** Where the gate asks for a second partner: this one has to agree, whatever the quorum says. */
  secondPartner: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  effects,
  staysTheSame: z.string(),
  whatChanges: z.array(z.string()),
  dates: z.array(z.strictObject({ label: z.string(), date: isoDate, working: z.string() })),
  advice: z.array(advice),
  evidence: z.array(z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  replaces: z.string().nullable(),
  drawnUpBy: z.string(),
})
export type Statement = z.infer<typeof statement>

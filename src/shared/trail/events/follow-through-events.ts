import { z } from 'zod'
import { isoDate } from '../../domain/date.ts'
import { longText } from '../../domain/entry-fields.ts'
import { steps } from '../../domain/follow-through.ts'
import { entryStates } from '../../domain/state.ts'
import { verbs } from '../../domain/verb.ts'
import { tally } from './decision-events.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** The entry a step is about, and how it stands from then on; null where the step leaves that as it is. */
const about = { entry: z.uuid(), verb: z.enum(verbs), state: z.strictObject({ from: z.enum(entryStates), to: z.enum(entryStates) }).nullable() }
const proof = { on: isoDate, how: longText.min(1), evidence: z.array(z.uuid()).max(20) }

export const endings = ['condition-met', 'end-date'] as const

/** What happens to a decision after the partners have made it. */
export const followThroughEvents = {
  /** Who does which step by when. The first plan follows from the decision; later ones say why they differ. */
  'decision.planned': z.strictObject({
    tasks: z.array(z.strictObject({ step: z.enum(steps), owner: z.uuid().nullable(), due: isoDate })).min(1),
    reason: longText.nullable(),
  }),
  'decision.step-done': z.strictObject({
    step: z.enum(steps), ...about, ...proof,
    /** For the acknowledgement of a notice: the day they say they received it, from which its period runs. */
    receivedOn: isoDate.nullable(),
  }),
  'decision.step-not-needed': z.strictObject({ step: z.enum(steps), reason: longText.min(1) }),
  /** Recorded by mistake: the step is open again, and so is the check that followed it. */
  'decision.step-reopened': z.strictObject({ step: z.enum(steps), reason: longText.min(1), ...about }),
  /** Somebody else has looked. `ownCheckReason` is the policy's, where a small practice lets the same person check. */
  'decision.checked': z.strictObject({ ...proof, ownCheckReason: longText.nullable() }),
  'decision.closed': z.strictObject({ entry: z.uuid(), verb: z.enum(verbs) }),
  /** Somebody looked whether the condition that ends a freeze or a deferral has come about. */
  'decision.watched': z.strictObject({ on: isoDate, met: z.boolean(), note: longText, nextOn: isoDate.nullable() }),
  /** A freeze or a deferral is over: its day has come, or its condition. */
  'decision.ended': z.strictObject({ ...about, on: isoDate, because: z.enum(endings), note: longText }),
  /** The partners' answers did not settle it before its day. Every answer given stays. */
  'decision.lapsed': z.strictObject({ entry: z.uuid(), verb: z.enum(verbs), statementHash: sha256, tally, reason: longText.min(1) }),
} as const

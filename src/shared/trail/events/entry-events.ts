import { z } from 'zod'
import { isoDate } from '../../domain/date.ts'
import { fieldsOfKind, longText, shortText } from '../../domain/entry-fields.ts'
import { legalForces } from '../../domain/legal-force.ts'
import { classification, clause, newPurpose, proposal, purposeAsKept } from '../../domain/purpose.ts'
import { entryStates, standings } from '../../domain/state.ts'
import { change } from '../change.ts'

/** What somebody saw to be so, on a day: "signed on 2 April", "the setting was off when I looked". */
export const observedStanding = z.strictObject({ standing: z.enum(standings), on: isoDate, note: longText.nullable() })
export const recordedForce = z.strictObject({ force: z.enum(legalForces), reference: shortText.nullable(), checkedOn: isoDate, note: longText.nullable() })

/** The other half of a split, named as it was then, so that either half can be read without the other. */
const otherHalf = z.strictObject({ id: z.uuid(), ref: shortText, title: shortText.min(1) })

const common = {
  ref: shortText, title: shortText.min(1), summary: longText, owner: z.uuid().nullable(),
  tags: z.array(shortText.min(1)).max(30), standing: observedStanding,
}
const added = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('sharing-agreement'), fields: fieldsOfKind['sharing-agreement'] }),
  z.strictObject({ ...common, kind: z.literal('gp-connect-setting'), fields: fieldsOfKind['gp-connect-setting'] }),
  z.strictObject({ ...common, kind: z.literal('medicines-tool'), fields: fieldsOfKind['medicines-tool'] }),
  z.strictObject({ ...common, kind: z.literal('declaration'), fields: fieldsOfKind.declaration }),
])

export const entryEvents = {
  'entry.added': added,
  'entry.changed': z.strictObject({ changes: z.array(change).min(1) }),
  'entry.standing-recorded': z.strictObject({ from: observedStanding, to: observedStanding }),
  'entry.force-recorded': z.strictObject({ from: recordedForce.nullable(), to: recordedForce }),
  /** Some purposes went to an entry of their own. What was ever said of them stays in this entry's history. */
  'entry.split': z.strictObject({ into: otherHalf, purposes: z.array(z.strictObject({ id: z.uuid(), text: longText })).min(1), reason: longText.min(1) }),
  /** The same act told of the new entry: what it took along, with whoever had found it out, confirmed or checked it before. */
  'entry.split-from': z.strictObject({
    from: otherHalf, reason: longText.min(1), state: z.enum(entryStates),
    force: recordedForce.extend({ checkedBy: z.string() }).nullable(),
    clauses: z.array(clause), purposes: z.array(purposeAsKept).min(1),
  }),
  'clause.recorded': z.strictObject({ clause }),
  'purpose.added': z.strictObject({ purpose: newPurpose }),
  'purpose.changed': z.strictObject({ purpose: z.uuid(), changes: z.array(change).min(1) }),
  'purpose.removed': z.strictObject({ purpose: z.uuid(), text: longText, reason: longText.min(1) }),
  'purpose.classified': z.strictObject({ purpose: z.uuid(), text: longText, from: classification.nullable(), to: classification }),
  /** A newer rule set reads the clause differently. What a person confirmed stays until somebody confirms or changes it. */
  'purpose.proposed-again': z.strictObject({ purpose: z.uuid(), text: longText, from: proposal, proposal }),
  'purpose.checked': z.strictObject({ purpose: z.uuid(), text: longText, ownCheckReason: shortText.nullable() }),
} as const

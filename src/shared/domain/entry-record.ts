import { z } from 'zod'
import { observedStanding, recordedForce } from '../trail/events/entry-events.ts'
import type { TrailEvent } from '../trail/event.ts'
import { withChanges } from '../trail/change.ts'
import { entryClass, type EntryClass } from './class.ts'
import { isoInstant } from './date.ts'
import { kindAndFields, longText } from './entry-fields.ts'
import { applyToEvidence, evidenceRecord } from './evidence-record.ts'
import type { LegalForce } from './legal-force.ts'
import { by, clause, purposeAsKept } from './purpose.ts'
import { reviewRecord, type ReviewFacts } from './review.ts'
import { entryStates, stateFromStanding, stateWhenMade } from './state.ts'

/** One purpose with what the rules proposed, what a person confirmed, and who checked it. */
export const purposeRecord = purposeAsKept.extend({ number: z.int().positive() })
export type PurposeRecord = z.infer<typeof purposeRecord>

/** The other half of a split, as it was called then. */
const half = z.strictObject({ id: z.uuid(), ref: z.string(), title: z.string(), purposes: z.int().positive(), reason: longText, by })
export type SplitHalf = z.infer<typeof half>

const core = {
  id: z.uuid(), ref: z.string(), title: z.string(), summary: longText, owner: z.uuid().nullable(), tags: z.array(z.string()),
  standing: observedStanding, state: z.enum(entryStates),
  force: recordedForce.extend({ checkedBy: z.string() }).nullable(),
  clauses: z.array(clause), purposes: z.array(purposeRecord), purposesEver: z.int(),
  evidence: z.array(evidenceRecord),
  /** Left out while nobody has recorded one. */
  reviews: z.array(reviewRecord).optional(),
  /** Left out where the entry was never split. */
  splitFrom: half.optional(), splitInto: z.array(half).optional(),
  addedAt: isoInstant, changedAt: isoInstant,
}
const [agreement, setting, tool, declaration] = kindAndFields.options
/** An entry as the trail tells it, whole: its kind and fields, purposes, force and state. */
export const entryRecord = z.discriminatedUnion('kind', [
  agreement.extend(core), setting.extend(core), tool.extend(core), declaration.extend(core),
])
export type EntryRecord = z.infer<typeof entryRecord>

/** The class of a purpose is what a person confirmed; until then it is undetermined, whatever the rules propose. */
export const purposeClassOf = (purpose: PurposeRecord) => purpose.confirmed?.classification.class ?? 'undetermined'
export const entryClassOf = (entry: EntryRecord): EntryClass => entryClass(entry.purposes.map(purposeClassOf))
export const entryForceOf = (entry: EntryRecord): LegalForce => entry.force?.force ?? 'unknown'
/** The other side, as a list names it in its second line. */
export function otherParties(entry: EntryRecord): string[] {
  switch (entry.kind) {
    case 'sharing-agreement': return entry.fields.parties.map(({ name }) => name)
    case 'gp-connect-setting': return entry.fields.users ? [entry.fields.users] : []
    case 'medicines-tool': return [entry.fields.supplier, entry.fields.commissioner].filter((name) => name !== null)
    case 'declaration': return entry.fields.asker ? [entry.fields.asker] : []
  }
}

export function applyToEntry(entry: EntryRecord | undefined, event: TrailEvent): EntryRecord | undefined {
  if (event.type === 'entry.added') {
    return {
      ...event.data, id: event.subject.id, state: stateFromStanding(event.data.kind, event.data.standing.standing), force: null,
      clauses: [], purposes: [], purposesEver: 0, evidence: [], addedAt: event.at, changedAt: event.at,
    }
  }
  if (!entry) return undefined
  // A file beside the entry changes nothing that a form about it holds, so a form that is open stays good.
  const evidence = applyToEvidence(entry.evidence, event)
  if (evidence !== entry.evidence) return { ...entry, evidence }
  const changed = change(entry, event)
  return changed === entry ? entry : { ...changed, changedAt: event.at }
}

function change(entry: EntryRecord, event: TrailEvent): EntryRecord {
  const author = { id: event.actor.id, name: event.actor.name, at: event.at }
  switch (event.type) {
    case 'entry.changed': {
      const fields = withChanges(entry.fields, event.data.changes, 'fields.')
      return { ...withChanges(entry, event.data.changes), fields } as EntryRecord
    }
    case 'entry.standing-recorded': return { ...entry, standing: event.data.to, state: stateFromStanding(entry.kind, event.data.to.standing) }
    case 'entry.force-recorded': return { ...entry, force: { ...event.data.to, checkedBy: event.actor.name } }
    case 'entry.split': {
      const { into, purposes, reason } = event.data
      const gone = new Set(purposes.map(({ id }) => id))
      return {
        ...entry, purposes: entry.purposes.filter(({ id }) => !gone.has(id)),
        splitInto: [...(entry.splitInto ?? []), { ...into, purposes: purposes.length, reason, by: author }],
      }
    }
    case 'entry.split-from': {
      const { from, reason, state, force, clauses, purposes } = event.data
      return {
        ...entry, state, force, clauses, purposes: purposes.map((purpose, index) => ({ ...purpose, number: index + 1 })), purposesEver: purposes.length,
        splitFrom: { ...from, purposes: purposes.length, reason, by: author },
      }
    }
    case 'clause.recorded': return { ...entry, clauses: [...entry.clauses, event.data.clause] }
    case 'purpose.added': return {
      ...entry, purposesEver: entry.purposesEver + 1,
      purposes: [...entry.purposes, { ...event.data.purpose, number: entry.purposesEver + 1, confirmed: null, checked: null }],
    }
    case 'purpose.removed': return { ...entry, purposes: entry.purposes.filter(({ id }) => id !== event.data.purpose) }
    case 'purpose.changed': {
      // What was confirmed was the old wording, so a new wording has to be confirmed again.
      const { changes } = event.data
      return onPurpose(entry, event.data.purpose, (purpose) => ({ ...withChanges(settled(purpose), changes), confirmed: null, checked: null }))
    }
    case 'purpose.classified': {
      const { to } = event.data
      return onPurpose(entry, event.data.purpose, (purpose) => ({ ...settled(purpose), confirmed: { classification: to, by: author }, checked: null }))
    }
    case 'purpose.proposed-again': {
      const { proposal } = event.data
      return onPurpose(entry, event.data.purpose, (purpose) => {
        const otherwise = purpose.confirmed && purpose.confirmed.classification.class !== proposal.class
        return { ...settled(purpose), proposal, ...(otherwise ? { proposedAgain: author } : {}) }
      })
    }
    case 'purpose.checked': {
      const { ownCheckReason } = event.data
      return onPurpose(entry, event.data.purpose, (purpose) => ({ ...purpose, checked: { by: author, ownCheckReason } }))
    }
    case 'review.recorded': return { ...reviewedFields(entry, event.data), reviews: [...(entry.reviews ?? []), { ...event.data, by: author }] }
    case 'decision.made': return { ...entry, state: stateWhenMade(entry.state, event.data.verb) }
    case 'decision.step-done': case 'decision.step-reopened': case 'decision.ended': return event.data.state ? { ...entry, state: event.data.state.to } : entry
    default: return entry
  }
}

/** A review sets the day of the next one, a look at the section 251 support the day on which that ends. */
function reviewedFields(entry: EntryRecord, { kind, nextOn }: ReviewFacts): EntryRecord {
  if (kind === 'audit-check' || (kind === 'section-251' && entry.kind !== 'sharing-agreement')) return entry
  const field = kind === 'review' ? 'reviewOn' : 'section251Expires'
  return { ...entry, fields: { ...entry.fields, [field]: nextOn } } as EntryRecord
}

/** Somebody has looked at it since the rules last proposed something. */
function settled({ proposedAgain: _looked, ...purpose }: PurposeRecord): PurposeRecord {
  return purpose
}

function onPurpose(entry: EntryRecord, id: string, change: (purpose: PurposeRecord) => PurposeRecord): EntryRecord {
  return { ...entry, purposes: entry.purposes.map((purpose) => (purpose.id === id ? change(purpose) : purpose)) }
}

import { z } from 'zod'
import { withChanges } from '../trail/change.ts'
import type { EventData, TrailEvent } from '../trail/event.ts'
import { registerEvents } from '../trail/events/register-events.ts'
import { actionProposal, applyToProposals } from './action-proposal.ts'
import type { ActionSlug } from './action.ts'
import { actionSlugs } from './action.ts'
import { isoInstant } from './date.ts'
import { applyToDecision, type DecisionRecord } from './decision-record.ts'
import { applyToEntry, type EntryRecord } from './entry-record.ts'
import { applyToLetter, type LetterRecord } from './letters/letter-record.ts'
import { applyToPerson, type PersonRecord } from './person-record.ts'
import { withoutPosition, withPosition } from './position-edit.ts'
import { position, type Position } from './position.ts'
import { policy, practice } from './practice.ts'

/** What the register holds exactly once. */
export const registerHead = z.strictObject({
  id: z.uuid(), practice, policy, createdAt: isoInstant,
  positionsVersion: z.string().nullable(), positions: z.array(position),
  actions: z.partialRecord(z.enum(actionSlugs), registerEvents['action.chosen']),
  /** Choices about actions that partners are being asked about; left out where there are none. */
  proposals: z.array(actionProposal).optional(),
})
export type RegisterHead = z.infer<typeof registerHead>

export const exportRecord = registerEvents['export.made'].extend({ seq: z.int(), at: isoInstant, by: z.string() })
export type ExportRecord = z.infer<typeof exportRecord>
/** Whether whoever holds the file holds a head of the trail: a letter and a calendar file print none. */
export const carriesHead = ({ report }: Pick<ExportRecord, 'report'>): boolean => report !== 'letter' && report !== 'calendar'

/** The whole register as it stands after some event. Folding the trail from the start gives it; nothing else does. */
export type RegisterRecord = {
  head: RegisterHead | undefined
  people: Map<string, PersonRecord>
  entries: Map<string, EntryRecord>
  decisions: Map<string, DecisionRecord>
  letters: Map<string, LetterRecord>
  exports: ExportRecord[]
}

export const emptyRegister = (): RegisterRecord => ({ head: undefined, people: new Map(), entries: new Map(), decisions: new Map(), letters: new Map(), exports: [] })

export function foldEvents(events: Iterable<TrailEvent>, register = emptyRegister()): RegisterRecord {
  for (const event of events) foldEvent(register, event)
  return register
}

/** Applies one event in place. Which records it touches is told by `touchedBy`. */
export function foldEvent(register: RegisterRecord, event: TrailEvent): void {
  for (const { kind, id } of touchedBy(event)) {
    switch (kind) {
      case 'register': register.head = applyToHead(register.head, event); break
      case 'person': put(register.people, id, applyToPerson(register.people.get(id), event)); break
      case 'entry': put(register.entries, id, applyToEntry(register.entries.get(id), event)); break
      case 'decision': put(register.decisions, id, applyToDecision(register.decisions.get(id), event)); break
      case 'letter': put(register.letters, id, applyToLetter(id, register.letters.get(id), event)); break
      case 'export': register.exports.push({ ...(event.data as EventData<'export.made'>), seq: event.seq, at: event.at, by: event.actor.name }); break
    }
  }
}

export type RecordKind = 'register' | 'person' | 'entry' | 'decision' | 'letter' | 'export'

/**
 * The records an event changes: its subject; for a made decision and for a step that changes how the entry stands also
 * that entry; the decision whose place a made one takes; the letter that a reminder is about; and whoever gave their passphrase for it, whose wrong tries are then forgotten.
 */
export function touchedBy(event: TrailEvent): readonly { kind: RecordKind; id: string }[] {
  if (event.type === 'export.made') return [{ kind: 'export', id: String(event.seq) }]
  if (event.type === 'decision.made') {
    const { entry, replaces } = event.data
    return [event.subject, { kind: 'entry', id: entry }, ...(replaces === null ? [] : [{ kind: 'decision', id: replaces } as const])]
  }
  if ((event.type === 'decision.step-done' || event.type === 'decision.step-reopened' || event.type === 'decision.ended') && event.data.state) return [event.subject, { kind: 'entry', id: event.data.entry }]
  if (event.type === 'decision.answered' || event.type === 'action.answered') return [event.subject, { kind: 'person', id: event.data.signatory }]
  if (event.type === 'letter.sent' && event.data.remindsOf !== null) return [event.subject, { kind: 'letter', id: event.data.remindsOf }]
  if (event.type === 'person.key-added' && event.data.vouchedBy !== null) return [event.subject, { kind: 'person', id: event.data.vouchedBy }]
  return [event.subject]
}

function put<T>(map: Map<string, T>, id: string, record: T | undefined): void {
  if (record) map.set(id, record)
}

function applyToHead(head: RegisterHead | undefined, event: TrailEvent): RegisterHead | undefined {
  if (event.type === 'register.created') {
    return { id: event.subject.id, ...event.data, createdAt: event.at, positionsVersion: null, positions: [], actions: {} }
  }
  if (!head) return undefined
  switch (event.type) {
    case 'practice.changed': return { ...head, practice: withChanges(head.practice, event.data.changes) }
    case 'policy.changed': return { ...head, policy: event.data.to }
    case 'positions.loaded': return { ...head, positionsVersion: event.data.version, positions: event.data.positions satisfies Position[] }
    case 'position.recorded': return { ...head, positions: withPosition(head.positions, event.data) }
    case 'position.retired': return { ...head, positions: withoutPosition(head.positions, event.data.id) }
    case 'action.proposed': case 'action.answered': case 'action.dropped': return withProposals(head, event)
    case 'action.settled': {
      const { action, choice, on, reason, outcome } = event.data
      const settled = withProposals(head, event)
      return outcome === 'made' ? { ...settled, actions: { ...head.actions, [action]: { action, choice, on, reason } } } : settled
    }
    case 'action.chosen': return { ...head, actions: { ...head.actions, [event.data.action]: event.data } satisfies Partial<Record<ActionSlug, unknown>> }
    default: return head
  }
}

/** Kept only while there are any, so that a register without them reads as it always did. */
function withProposals({ proposals = [], ...head }: RegisterHead, event: TrailEvent): RegisterHead {
  const open = applyToProposals(proposals, event)
  return open.length === 0 ? head : { ...head, proposals: [...open] }
}

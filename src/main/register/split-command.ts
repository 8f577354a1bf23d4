import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import type { KindAndFields } from '../../shared/domain/entry-fields.ts'
import type { EntryRecord, PurposeRecord } from '../../shared/domain/entry-record.ts'
import { clausesFor, halvesOf, splitWaitsFor, whyNotSplit } from '../../shared/domain/entry-split.ts'
import { activeEvidence, evidenceName, type EvidenceRecord } from '../../shared/domain/evidence-record.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import type { Acting, Decided } from './desk.ts'
import { nextRef } from './entry-commands.ts'
import { entryOf } from './entry-of.ts'

/**
 * Moves purposes into an entry of their own. Nobody confirms or checks anything by it: the new entry takes along who
 * had done so and when. A decision that has not come to its end stands in the way, because it speaks of the whole.
 */
export function splitEntry(acting: Acting, { id, seen, purposes, title, reason }: CallParsed<'entry.split'>): Decided<{ id: string; ref: string }> {
  const entry = entryOf(acting, id)
  if (entry.changedAt !== seen) throw refuse('stale')
  const obstacle = whyNotSplit(entry)
  if (obstacle !== null) throw refuse('not-in-this-state', { happened: obstacle, todo: 'Open the entry to see how it stands.' })
  refuseOpenDecision(acting, id)
  const { stays, moves } = halvesOf(entry.purposes, purposes)
  if (moves.purposes.length !== new Set(purposes).size) throw refuse('invalid-input', { fields: { purposes: ['Choose purposes of this entry'] } })
  if (stays.purposes.length === 0) throw refuse('invalid-input', { fields: { purposes: ['Leave at least one purpose where it is'] } })
  const half = { id: acting.newId(), ref: nextRef(acting, entry.kind) }
  const events: NewEvent[] = [
    added(entry, { ...half, title }),
    { type: 'entry.split', subject: { kind: 'entry', id }, data: { into: { ...half, title }, purposes: moves.purposes.map(({ id: purpose, text }) => ({ id: purpose, text })), reason } },
    {
      type: 'entry.split-from', subject: { kind: 'entry', id: half.id },
      data: {
        from: { id, ref: entry.ref, title: entry.title }, reason, state: entry.state, force: entry.force,
        clauses: clausesFor(entry, moves.purposes), purposes: moves.purposes.map(withoutNumber),
      },
    },
    ...activeEvidence(entry.evidence).map((evidence) => attachedToo(acting, half.id, evidence)),
  ]
  return { events, result: half }
}

/** The same file is evidence of both halves; its bytes are kept once, whoever it is attached to. */
function attachedToo(acting: Acting, entry: string, { id: _id, attached: _by, setAside: _none, fileName, ...found }: EvidenceRecord): NewEvent {
  return { type: 'evidence.attached', subject: { kind: 'entry', id: entry }, data: { evidence: acting.newId(), fileName: evidenceName({ fileName }), ...found } }
}

function added({ kind, fields, summary, owner, tags, standing }: EntryRecord, { id, ref, title }: Readonly<{ id: string; ref: string; title: string }>): NewEvent {
  const what = { kind, fields } as KindAndFields
  return { type: 'entry.added', subject: { kind: 'entry', id }, data: { ref, title, summary, owner, tags, standing, ...what } }
}

/** Numbers are counted within an entry. */
const withoutNumber = ({ number: _number, ...purpose }: PurposeRecord): Omit<PurposeRecord, 'number'> => purpose

function refuseOpenDecision({ store }: Acting, entry: string): void {
  const waits = splitWaitsFor(store.records.decisionsOf(entry))
  if (waits) throw refuse('not-in-this-state', { happened: `Decision ${waits.ref} ${waits.why}.`, todo: 'Bring it to its end first, then split the entry.' })
}

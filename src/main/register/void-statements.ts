import { standingStatement } from '../../shared/domain/decision-record.ts'
import { applyToEntry, type EntryRecord } from '../../shared/domain/entry-record.ts'
import { drawUpStatement, statementChanges } from '../../shared/domain/draw-up-statement.ts'
import type { NewEvent, TrailEvent } from '../../shared/trail/event.ts'
import type { Acting, Decided } from './desk.ts'
import { statementFacts } from './statement-facts.ts'

/**
 * A change to an entry that alters a statement which partners are being asked to sign voids that statement, in
 * the same act: nobody can sign a text that no longer says what is so. What does not touch the text voids nothing.
 */
export function withVoidedStatements<T>(acting: Acting, before: EntryRecord, events: readonly NewEvent[], result: T): Decided<T> {
  const fixed = acting.store.records.decisionsOf(before.id).filter(({ status }) => status === 'fixed')
  if (fixed.length === 0) return { events, result }
  const after = events.reduce<EntryRecord>((entry, event) => applyToEntry(entry, asRecorded(acting, event)) ?? entry, before)
  const voided = fixed.flatMap((decision): NewEvent[] => {
    const standing = standingStatement(decision)
    if (!standing) return []
    const changes = statementChanges(standing.statement, drawUpStatement(statementFacts(acting, decision, after)))
    return changes.length === 0 ? [] : [{ type: 'decision.voided', subject: { kind: 'decision', id: decision.id }, data: { statementHash: standing.hash, changes } }]
  })
  return { events: [...events, ...voided], result }
}

/** The event as the fold will see it, but for its number and link, which no record looks at. */
function asRecorded({ actor, now, head }: Acting, event: NewEvent): TrailEvent {
  return { format: 'psr-event/1', register: head.id, seq: 1, at: now, actor, app: '', prev: '', ...event } as TrailEvent
}

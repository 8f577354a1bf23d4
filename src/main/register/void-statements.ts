import { applyToDecision, standingStatement, type DecisionRecord, type FixedStatement } from '../../shared/domain/decision-record.ts'
import { applyToEntry, type EntryRecord } from '../../shared/domain/entry-record.ts'
import { drawUpStatement, statementChanges } from '../../shared/domain/draw-up-statement.ts'
import { withPosition } from '../../shared/domain/position-edit.ts'
import type { NewEvent, TrailEvent } from '../../shared/trail/event.ts'
import type { Acting, Decided } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { statementsAsked } from './sign-off-queue.ts'
import { statementFacts } from './statement-facts.ts'

/**
 * A change to an entry that alters a statement which partners are being asked to sign voids that statement, in
 * the same act: nobody can sign a text that no longer says what is so. What does not touch the text voids nothing.
 */
export function withVoidedStatements<T>(acting: Acting, before: EntryRecord, events: readonly NewEvent[], result: T): Decided<T> {
  const fixed = acting.store.records.decisionsOf(before.id).filter(({ status }) => status === 'fixed')
  if (fixed.length === 0) return { events, result }
  const after = events.reduce<EntryRecord>((entry, event) => applyToEntry(entry, asRecorded(acting, event)) ?? entry, before)
  return { events: [...events, ...fixed.flatMap((decision) => voidedBy(acting, decision, after))], result }
}

/** The same for an act on the decision itself. */
export function withVoidedDecision<T>(acting: Acting, before: DecisionRecord, events: readonly NewEvent[], result: T): Decided<T> {
  if (before.status !== 'fixed') return { events, result }
  const after = events.reduce<DecisionRecord>((decision, event) => applyToDecision(decision, asRecorded(acting, event)) ?? decision, before)
  return { events: [...events, ...voidedBy(acting, after, entryOf(acting, before.entry))], result }
}

/** The same for what changes about the practice rather than about one entry: every statement that is asked about. */
export function statementsVoidedBy(after: Acting): NewEvent[] {
  return statementsAsked(after).flatMap(({ decision }) => voidedBy(after, decision, entryOf(after, decision.entry)))
}

function voidedBy(acting: Acting, decision: DecisionRecord, entry: EntryRecord): NewEvent[] {
  const standing = standingStatement(decision)
  if (!standing) return []
  const changes = statementChanges(standing.statement, drawUpStatement(statementFacts(asQuoted(acting, standing), decision, entry)))
  return changes.length === 0 ? [] : [{ type: 'decision.voided', subject: { kind: 'decision', id: decision.id }, data: { statementHash: standing.hash, changes } }]
}

/** A fixed statement keeps the position it quotes, as it was then; that the row was edited since voids nothing. */
function asQuoted(acting: Acting, { statement: { grounds: { position } } }: FixedStatement): Acting {
  if (position === null) return acting
  const { head } = acting
  return { ...acting, head: { ...head, positions: withPosition(head.positions, { position, replaces: position.id }) } }
}

/** The event as the fold will see it, but for its number and link, which no record looks at. */
function asRecorded({ actor, now, head }: Acting, event: NewEvent): TrailEvent {
  return { format: 'psr-event/1', register: head.id, seq: 1, at: now, actor, app: '', prev: '', ...event }
}

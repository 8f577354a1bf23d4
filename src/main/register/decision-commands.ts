import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { emptyDraft, type DecisionDraft } from '../../shared/domain/decision-draft.ts'
import { isOpen, standingStatement, type DecisionRecord } from '../../shared/domain/decision-record.ts'
import { drawUpStatement, statementChanges } from '../../shared/domain/draw-up-statement.ts'
import type { EntryRecord } from '../../shared/domain/entry-record.ts'
import { decisionRef } from '../../shared/domain/kind.ts'
import { changesBetween } from '../../shared/trail/change.ts'
import { statementHash } from '../../shared/trail/canonical.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import { nodeCrypto } from '../identity/node-crypto.ts'
import type { Acting, Decided } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { missingFrom } from './fixing.ts'
import { judge } from './judge.ts'
import { notFound } from './refusals.ts'
import { statementFacts } from './statement-facts.ts'

const nothing = { done: true } as const
type Done = Decided<typeof nothing>

export function draftDecision(acting: Acting, { entry: id, verb, replaces }: CallParsed<'decision.draft'>): Decided<{ id: string; ref: string }> {
  const entry = entryOf(acting, id)
  const { answer, reasons } = judge(acting, entry, verb, acting.today)
  if (answer === 'not-available') throw refuse('gate-refuses', { happened: reasons[0]?.text ?? 'This cannot be decided for this entry.' })
  const open = acting.store.records.decisionsOf(id).find(isOpen)
  if (open) throw refuse('not-in-this-state', { happened: `Decision ${open.ref} about this entry is still open.`, todo: 'Finish it or drop it first. Two open decisions about one thing could contradict each other.' })
  const earlier = replaces ?? inForce(acting, id)
  if (earlier !== null && !mayReplace(acting, earlier, id)) throw notFound('earlier decision')
  const decision = acting.newId()
  const found = acting.store.statements.first(acting.store.db.selectFrom('decision').select(({ fn }) => fn.countAll<number>().as('count')))
  const ref = decisionRef((found?.count ?? 0) + 1)
  return {
    events: [{ type: 'decision.drafted', subject: { kind: 'decision', id: decision }, data: { ref, entry: id, verb, draft: emptyDraft, replaces: earlier } }],
    result: { id: decision, ref },
  }
}

/** What the practice decided last about the entry and has not decided otherwise since: a change of mind is linked to it. */
function inForce({ store }: Acting, entry: string): string | null {
  return store.records.decisionsOf(entry).findLast(({ followThrough }) => followThrough !== null && followThrough.replacedBy === null)?.id ?? null
}

function mayReplace({ store }: Acting, id: string, entry: string): boolean {
  const decision = store.records.decision(id)
  return decision?.entry === entry && decision.followThrough !== null && decision.followThrough.replacedBy === null
}

/** A change to a fixed decision voids its statement, and the event says which fields changed. */
export function changeDecision(acting: Acting, { id, draft }: CallParsed<'decision.change'>): Done {
  const decision = openDecision(acting, id)
  refuseForeignPurposes(acting, decision, draft)
  const changes = changesBetween(decision.draft, draft)
  if (changes.length === 0) return { events: [], result: nothing }
  const event: NewEvent = { type: 'decision.changed', subject: { kind: 'decision', id }, data: { changes } }
  return { events: [event, ...voided(acting, decision, { ...decision, draft })], result: nothing }
}

/** Advice is recorded word for word; newer advice of the same adviser takes the place of the older in the text. */
export function recordAdvice(acting: Acting, { id, advice }: CallParsed<'decision.record-advice'>): Done {
  const decision = openDecision(acting, id)
  const { role } = acting.person
  if ((role === 'dpo' || role === 'caldicott-guardian') && advice.role !== role) throw refuse('not-permitted', { happened: 'You record your own advice only.' })
  if (advice.view !== 'not-asked' && advice.text.trim() === '') throw refuse('invalid-input', { fields: { 'advice.text': ['Enter the advice word for word'] } })
  if (advice.on > acting.today) throw refuse('invalid-input', { fields: { 'advice.on': ['Enter the day it was given. It cannot be in the future'] } })
  const after = { ...decision, advice: [...decision.advice.filter((one) => one.role !== advice.role), advice] }
  const event: NewEvent = { type: 'decision.advice-recorded', subject: { kind: 'decision', id }, data: { advice } }
  return { events: [event, ...voided(acting, decision, after)], result: nothing }
}

/** Draws up the statement and fixes it: from here on partners answer this text and no other. */
export function fixDecision(acting: Acting, { id }: CallParsed<'decision.fix'>): Done {
  const decision = openDecision(acting, id)
  if (decision.status === 'fixed') throw refuse('not-in-this-state', { happened: 'The statement is already fixed.' })
  const entry = entryOf(acting, decision.entry)
  const facts = statementFacts(acting, decision, entry)
  if (facts.gate.answer === 'not-available') throw refuse('gate-refuses', { happened: facts.gate.reasons[0]?.text ?? 'This cannot be decided for this entry.' })
  const missing = missingFrom(acting, decision, entry, facts)
  if (missing.length > 0) {
    const fields: Record<string, string[]> = {}
    for (const { field, text } of missing) (fields[field] ??= []).push(text)
    throw refuse('requirements-missing', { fields })
  }
  const statement = drawUpStatement(facts)
  const hash = statementHash(statement, nodeCrypto)
  return { events: [{ type: 'decision.fixed', subject: { kind: 'decision', id }, data: { entry: entry.id, statement, statementHash: hash } }], result: nothing }
}

export function cancelDecision(acting: Acting, { id, reason }: CallParsed<'decision.cancel'>): Done {
  const decision = openDecision(acting, id)
  const standing = decision.status === 'fixed' ? standingStatement(decision) : undefined
  if (standing && standing.answers.length > 0) throw refuse('not-in-this-state', { happened: 'Partners have already answered this.', todo: 'Let the others answer too. Answers given are never taken away.' })
  return { events: [{ type: 'decision.cancelled', subject: { kind: 'decision', id }, data: { reason } }], result: nothing }
}

export function decisionOf({ store }: Pick<Acting, 'store'>, id: string): DecisionRecord {
  const decision = store.records.decision(id)
  if (!decision) throw notFound('decision')
  return decision
}

function openDecision(acting: Acting, id: string): DecisionRecord {
  const decision = decisionOf(acting, id)
  if (!isOpen(decision)) throw refuse('not-in-this-state', { happened: 'This decision is final.', todo: 'A change of mind is a new decision, linked to this one.' })
  return decision
}

function voided(acting: Acting, before: DecisionRecord, after: DecisionRecord): NewEvent[] {
  const standing = before.status === 'fixed' ? standingStatement(before) : undefined
  if (!standing) return []
  const changes = statementChanges(standing.statement, drawUpStatement(statementFacts(acting, after, entryOf(acting, before.entry))))
  return changes.length === 0 ? [] : [{ type: 'decision.voided', subject: { kind: 'decision', id: before.id }, data: { statementHash: standing.hash, changes } }]
}

function refuseForeignPurposes(acting: Acting, decision: DecisionRecord, draft: DecisionDraft): void {
  const entry: EntryRecord = entryOf(acting, decision.entry)
  if (draft.purposesKept.some((id) => !entry.purposes.some((purpose) => purpose.id === id))) throw refuse('invalid-input', { fields: { 'draft.purposesKept': ['Choose purposes of this entry'] } })
}

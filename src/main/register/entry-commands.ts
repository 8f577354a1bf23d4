import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import type { IsoDate } from '../../shared/domain/date.ts'
import { entryRef, type EntryKind } from '../../shared/domain/kind.ts'
import { standingsOfKind, type Standing } from '../../shared/domain/state.ts'
import { changesBetween } from '../../shared/trail/change.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import type { Acting, Decided } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { purposeEvents } from './purpose-commands.ts'
import { withVoidedStatements } from './void-statements.ts'

const nothing = { done: true } as const
type Done = Decided<typeof nothing>

export function addEntry(acting: Acting, input: CallParsed<'entry.add'>): Decided<{ id: string; ref: string }> {
  const { what, standing, clause, purposes, force, title, summary, owner, tags } = input
  refuseStanding(what.kind, standing.standing)
  refuseTomorrow(acting, { standing, force })
  refuseUnknownOwner(acting, owner)
  const id = acting.newId()
  const ref = nextRef(acting, what.kind)
  const subject = { kind: 'entry', id } as const
  const events: NewEvent[] = [{ type: 'entry.added', subject, data: { ref, title, summary, owner, tags: [...new Set(tags)], standing, ...what } }]
  events.push(...purposeEvents(acting, id, { clause, purposes }))
  if (force) events.push({ type: 'entry.force-recorded', subject, data: { from: null, to: force } })
  return { events, result: { id, ref } }
}

export function changeEntry(acting: Acting, input: CallParsed<'entry.change'>): Done {
  const entry = entryOf(acting, input.id)
  if (entry.changedAt !== input.seen) throw refuse('stale')
  if (entry.kind !== input.what.kind) throw refuse('invalid-input', { happened: 'The kind of an entry does not change.', todo: 'Add a new entry of the other kind and close this one.' })
  if (input.owner !== entry.owner) refuseUnknownOwner(acting, input.owner)
  const { title, summary, owner, tags } = input
  const changes = [
    ...changesBetween({ title: entry.title, summary: entry.summary, owner: entry.owner, tags: entry.tags }, { title, summary, owner, tags: [...new Set(tags)] }),
    ...changesBetween(entry.fields, input.what.fields, 'fields.'),
  ]
  if (changes.length === 0) return { events: [], result: nothing }
  return withVoidedStatements(acting, entry, [{ type: 'entry.changed', subject: { kind: 'entry', id: entry.id }, data: { changes } }], nothing)
}

export function recordStanding(acting: Acting, { id, standing }: CallParsed<'entry.record-standing'>): Done {
  const entry = entryOf(acting, id)
  refuseStanding(entry.kind, standing.standing)
  refuseTomorrow(acting, { standing, force: null })
  return withVoidedStatements(acting, entry, [{ type: 'entry.standing-recorded', subject: { kind: 'entry', id }, data: { from: entry.standing, to: standing } }], nothing)
}

export function recordForce(acting: Acting, { id, force }: CallParsed<'entry.record-force'>): Done {
  const entry = entryOf(acting, id)
  const before = entry.force
  const from = before && { force: before.force, reference: before.reference, checkedOn: before.checkedOn, note: before.note }
  refuseTomorrow(acting, { standing: null, force })
  return withVoidedStatements(acting, entry, [{ type: 'entry.force-recorded', subject: { kind: 'entry', id }, data: { from, to: force } }], nothing)
}

/** Numbers count up within a kind and are never used twice, because entries are never removed. */
export function nextRef({ store }: Acting, kind: EntryKind): string {
  const found = store.statements.first(store.db.selectFrom('entry').select(({ fn }) => fn.countAll<number>().as('count')).where('kind', '=', kind))
  return entryRef(kind, (found?.count ?? 0) + 1)
}

function refuseStanding(kind: EntryKind, standing: Standing): void {
  const allowed: readonly Standing[] = standingsOfKind[kind]
  if (!allowed.includes(standing)) throw refuse('invalid-input', { fields: { 'standing.standing': ['Choose how it stands'] } })
}

/** What somebody saw or checked, they saw today at the latest. */
function refuseTomorrow({ today }: Acting, { standing, force }: Readonly<{ standing: { on: IsoDate } | null; force: { checkedOn: IsoDate } | null }>): void {
  const fields = {
    ...(standing && standing.on > today ? { 'standing.on': ['Enter the day it was seen. It cannot be in the future'] } : {}),
    ...(force && force.checkedOn > today ? { 'force.checkedOn': ['Enter the day it was checked. It cannot be in the future'] } : {}),
  }
  if (Object.keys(fields).length > 0) throw refuse('invalid-input', { fields })
}

function refuseUnknownOwner({ store }: Acting, owner: string | null): void {
  const person = owner === null ? undefined : store.records.person(owner)
  if (owner !== null && (!person || person.leftOn !== null)) throw refuse('invalid-input', { fields: { owner: ['Choose somebody who works here now'] } })
}

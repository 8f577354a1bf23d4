import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { partnersInOffice, type PersonRecord } from '../../shared/domain/person-record.ts'
import { changesBetween } from '../../shared/trail/change.ts'
import type { Acting, Decided } from './desk.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import { notFound } from './refusals.ts'
import { settledByOffice, settledSince } from './settling.ts'
import { statementsVoidedBy } from './void-statements.ts'

const nothing = { done: true } as const
type Done = Decided<typeof nothing>

export function changePractice(acting: Acting, { practice }: CallParsed<'practice.change'>): Done {
  const { head } = acting
  const changes = changesBetween(head.practice, practice)
  if (changes.length === 0) return { events: [], result: nothing }
  const event: NewEvent = { type: 'practice.changed', subject: { kind: 'register', id: head.id }, data: { changes } }
  return { events: [event, ...statementsVoidedBy({ ...acting, head: { ...head, practice } })], result: nothing }
}

/** Decisions already made keep the rule of their day; those still open are counted by the new one. */
export function changePolicy(acting: Acting, { policy, reason }: CallParsed<'policy.change'>): Done {
  const { head, store, today } = acting
  const partners = partnersInOffice(store.records.people(), today).length
  if (policy.number !== null && policy.number > partners) {
    throw refuse('invalid-input', { fields: { 'policy.number': [`There are ${partners} partners in office, so at most ${partners} can agree`] } })
  }
  if (changesBetween(head.policy, policy).length === 0) return { events: [], result: nothing }
  const event: NewEvent = { type: 'policy.changed', subject: { kind: 'register', id: head.id }, data: { from: head.policy, to: policy, reason } }
  // From when the contract binds the practice is a ground of what partners are being asked to sign.
  const after = { ...acting, head: { ...head, policy } }
  const voided = statementsVoidedBy(after)
  const gone = new Set(voided.map(({ subject }) => subject.id))
  return { events: [event, ...voided, ...settledSince(after).filter(({ subject }) => !gone.has(subject.id))], result: nothing }
}

export function addPerson({ store, newId }: Acting, { name, role, startedOn }: CallParsed<'people.add'>): Decided<{ id: string }> {
  refuseSameName(store.records.people(), name, null)
  const id = newId()
  return { events: [{ type: 'person.added', subject: { kind: 'person', id }, data: { name, role, startedOn } }], result: { id } }
}

export function changePerson(acting: Acting, { person: id, name, role }: CallParsed<'people.change'>): Done {
  const { store, person: me, today } = acting
  const person = personOf(store.records.person(id))
  // Whoever keeps the register must not be able to make themselves somebody who signs.
  if (id === me.id && role !== person.role) throw refuse('not-permitted', { happened: 'Nobody changes their own role.', todo: 'Ask a colleague to change it.' })
  refuseSameName(store.records.people(), name, id)
  if (role !== 'partner') refuseWithoutPartner(store.records.people(), person, today)
  const changes = changesBetween({ name: person.name, role: person.role }, { name, role })
  if (changes.length === 0) return { events: [], result: nothing }
  const event: NewEvent = { type: 'person.changed', subject: { kind: 'person', id }, data: { changes } }
  const after = partnersInOffice(store.records.people().map((one) => (one.id === id ? { ...one, name, role } : one)), today)
  return { events: [event, ...(person.role === 'partner' || role === 'partner' ? settledByOffice(acting, after) : [])], result: nothing }
}

export function personLeaves(acting: Acting, { person: id, on, reason }: CallParsed<'people.leave'>): Done {
  const { store, person: me, today } = acting
  const person = personOf(store.records.person(id))
  if (person.leftOn !== null) throw refuse('not-in-this-state', { happened: `${person.name} has already left.` })
  if (on < person.startedOn) throw refuse('invalid-input', { fields: { on: ['Enter a day after the day they started'] } })
  if (id === me.id && on <= today) throw refuse('not-permitted', { happened: 'You cannot record that you have left while you are signed in.', todo: 'Ask somebody else to record it.' })
  refuseWithoutPartner(store.records.people(), person, on)
  const event: NewEvent = { type: 'person.left', subject: { kind: 'person', id }, data: { on, reason } }
  // Nobody waits for the answer of somebody who has gone.
  const staying = partnersInOffice(store.records.people().map((one) => (one.id === id ? { ...one, leftOn: on } : one)), today)
  return { events: [event, ...(person.role === 'partner' ? settledByOffice(acting, staying) : [])], result: nothing }
}

/** Somebody has to be left who can sign. */
function refuseWithoutPartner(people: readonly PersonRecord[], without: PersonRecord, on: string): void {
  if (without.role !== 'partner' || partnersInOffice(people, on).some(({ id }) => id !== without.id)) return
  throw refuse('not-permitted', { happened: 'This is the last partner in office.', todo: 'Add the partner who follows first. Without one nobody can sign.' })
}

function personOf(person: PersonRecord | undefined): PersonRecord {
  if (!person) throw notFound('person')
  return person
}

function refuseSameName(people: readonly PersonRecord[], name: string, except: string | null): void {
  if (people.some((person) => person.id !== except && person.leftOn === null && person.name.toLowerCase() === name.toLowerCase())) {
    throw refuse('invalid-input', { fields: { name: ['Somebody in office has this name. Add something that tells them apart'] } })
  }
}

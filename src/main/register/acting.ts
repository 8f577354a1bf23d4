import { randomUUID } from 'node:crypto'
import { refuse } from '../../shared/contract/refused.ts'
import type { Office } from './office.ts'
import type { Acting, Decided } from './desk.ts'
import { dayInEngland } from '../../shared/domain/date.ts'

/** What a command gets: the register and whoever is signed in. @throws Refused not-signed-in */
export function acting(office: Office): Acting {
  const reading = office.reading()
  const { person } = reading
  if (!person) throw refuse('not-signed-in')
  return { ...reading, person, actor: { id: person.id, name: person.name, role: person.role }, newId: randomUUID }
}

/** Runs a command and records what it decides, in one transaction and at one time. */
export function perform<I, T>(office: Office, command: (acting: Acting, input: I) => Decided<T>, input: I): T {
  const desk = acting(office)
  return desk.store.record(desk.actor, (at) => command({ ...desk, now: at, today: dayInEngland(at) }, input)).result
}

import { refuse } from '../../../shared/contract/refused.ts'
import { isInOffice, type PersonRecord } from '../../../shared/domain/person-record.ts'
import type { Office } from '../office.ts'
import type { Handlers } from '../handlers.ts'
import { addKey, openKey } from '../key-ring.ts'
import { signInPeople } from '../people-list.ts'
import { appStatus } from '../app-status.ts'
import { settledSince } from '../settling.ts'

type Mine = 'session.people' | 'session.sign-in' | 'session.choose-passphrase' | 'session.lock' | 'session.touch'

export function sessionHandlers(office: Office): Pick<Handlers, Mine> {
  const begin = (person: PersonRecord): void => {
    const reading = office.reading()
    reading.store.record({ id: person.id, name: person.name, role: person.role }, () => ({
      events: [{ type: 'session.signed-in', subject: { kind: 'person', id: person.id }, data: {} }, ...settledSince(reading)], result: null,
    }))
    office.session.begin(person.id, office.ports.clock())
  }
  const inOffice = (id: string): PersonRecord => {
    const { store, today } = office.reading()
    const person = store.records.person(id)
    if (!person || !isInOffice(person, today)) throw refuse('not-found', { happened: 'This person does not work here now.' })
    return person
  }
  return {
    'session.people': () => {
      const { store, now, today } = office.reading()
      return signInPeople(store, now, today)
    },
    'session.sign-in': async ({ person: id, passphrase }) => {
      const person = inOffice(id)
      await openKey(office.reading().store, id, passphrase, 'sign-in', office.ports.clock)
      begin(person)
      return appStatus(office)
    },
    'session.choose-passphrase': async ({ person: id, passphrase }) => {
      const person = inOffice(id)
      await addKey(office.reading().store, id, passphrase, { id, name: person.name, role: person.role }, { because: 'first-use', vouchedBy: null }, office.ports.keyCost)
      begin(person)
      return appStatus(office)
    },
    'session.lock': () => {
      office.session.end()
      return appStatus(office)
    },
    'session.touch': () => ({ done: true }),
  }
}

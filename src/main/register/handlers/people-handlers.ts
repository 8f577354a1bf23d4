import { perform } from '../acting.ts'
import type { Office } from '../office.ts'
import type { Handlers } from '../handlers.ts'
import { addKey, openKey } from '../key-ring.ts'
import { addPerson, changePerson, changePolicy, changePractice, personLeaves } from '../people-commands.ts'
import { listPeople, practicePage } from '../people-list.ts'
import { refuse } from '../../../shared/contract/refused.ts'
import { isInOffice } from '../../../shared/domain/person-record.ts'

type Mine = 'practice.get' | 'practice.change' | 'policy.change' | 'people.list' | 'people.add' | 'people.change' | 'people.leave' | 'people.replace-key'

export const peopleHandlers = (office: Office): Pick<Handlers, Mine> => ({
  'practice.get': () => practicePage(office.reading()),
  'practice.change': (input) => perform(office, changePractice, input),
  'policy.change': (input) => perform(office, changePolicy, input),
  'people.list': () => listPeople(office.reading()),
  'people.add': (input) => perform(office, addPerson, input),
  'people.change': (input) => perform(office, changePerson, input),
  'people.leave': (input) => perform(office, personLeaves, input),
  'people.replace-key': async ({ person, passphrase, voucher, voucherPassphrase }) => {
    const { store, today } = office.reading()
    const [who, by] = [store.records.person(person), store.records.person(voucher)]
    if (!who || !isInOffice(who, today)) throw refuse('not-found', { happened: 'This person is not in office.' })
    if (by?.role !== 'partner' || !isInOffice(by, today)) throw refuse('not-permitted', { happened: 'Only a partner in office can vouch for somebody.' })
    if (voucher === person) throw refuse('not-permitted', { happened: 'Nobody can vouch for themselves.', todo: 'Ask another partner.' })
    if (who.keys.length === 0) throw refuse('not-in-this-state', { happened: `${who.name} has not chosen a passphrase yet.`, todo: 'They choose one when they first sign in.' })
    await openKey(store, voucher, voucherPassphrase, 'vouch', office.ports.clock)
    await addKey(store, person, passphrase, { id: by.id, name: by.name, role: by.role }, { because: 'lost-passphrase', vouchedBy: voucher }, office.ports.keyCost)
    return { done: true }
  },
})

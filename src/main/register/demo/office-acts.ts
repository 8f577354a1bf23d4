import { policy, practice } from '../../../shared/domain/practice.ts'
import { partnersInOffice, type PersonRecord } from '../../../shared/domain/person-record.ts'
import { systemActor } from '../../../shared/trail/event.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { shippedPositions } from '../../exchange/positions.ts'
import type { Cost } from '../../identity/passphrase.ts'
import { addKey, openKey } from '../key-ring.ts'
import type { DemoData, DemoOfficeStep } from './demo-data.ts'
import type { DemoNames } from './demo-names.ts'
import type { DemoOffice } from './demo-office.ts'
import { positionsThen } from './positions-then.ts'

/** Quick to open: the demo's passphrase is no secret, and a demo should not keep anybody waiting. */
export const demoCost: Cost = Object.freeze({ n: 2 ** 14, r: 1, p: 1 })

/** Steps before which nobody needs to be signed in. */
export const beforeSigningIn = (step: DemoOfficeStep): boolean => 'mistypes' in step || 'newPassphrase' in step || 'firstDay' in step

export async function takeOfficeStep(office: DemoOffice, names: DemoNames, data: DemoData, step: DemoOfficeStep): Promise<void> {
  const { store } = office
  const me = names.person(step.by)
  if ('action' in step) await chooseAction(office, data, step)
  else if ('practice' in step) await office.call('practice.change', { practice: practice.parse({ ...headOf(office).practice, ...step.practice }) })
  else if ('policy' in step) await office.call('policy.change', { policy: policy.parse({ ...headOf(office).policy, ...step.policy }), reason: step.reason })
  else if ('mistypes' in step) for (let tries = 0; tries < step.mistypes; tries += 1) await office.mistype(me)
  else if ('firstDay' in step) {
    const { id, name, role } = personOf(office, me)
    await addKey(store, id, data.passphrase, { id, name, role }, { because: 'first-use', vouchedBy: null }, demoCost)
  } else if ('newPassphrase' in step) {
    const voucher = personOf(office, names.person(step.newPassphrase.vouchedBy))
    await openKey(store, voucher.id, data.passphrase, 'vouch', office.clock.now)
    await addKey(store, me, data.passphrase, { id: voucher.id, name: voucher.name, role: voucher.role }, { because: 'lost-passphrase', vouchedBy: voucher.id }, demoCost)
  } else await office.call('trail.check', {})
  office.clock.pass()
}

type Choice = Extract<DemoOfficeStep, { action: unknown }>

/** What binds the practice is put to the partners, who answer one after another until it is settled. */
async function chooseAction(office: DemoOffice, { passphrase }: DemoData, { action, choice, from: on, reason }: Choice): Promise<void> {
  if (choice === 'not-taken' || choice === 'considering') {
    await office.call('action.choose', { action, choice, on, reason })
    return
  }
  const { id } = await office.call('action.propose', { action, choice, on, reason })
  const partners = partnersInOffice(office.store.records.people(), dayInEngland(office.clock.now())).filter(({ keys }) => keys.length > 0)
  for (const partner of partners) {
    const open = headOf(office).proposals?.find((proposal) => proposal.id === id)
    if (!open) return
    await office.seat(partner.id)
    await office.call('action.answer', { id, statementHash: open.hash, answer: 'agree', comment: null, passphrase })
  }
}

/** Newer positions come with a newer version of the app, so the app records them. */
export function loadPositions({ store, clock }: DemoOffice): void {
  const { version, positions } = positionsThen(shippedPositions, dayInEngland(clock.now()))
  const register = store.records.head()?.id
  if (register === undefined) throw new Error('The demo register has not been begun.')
  store.record(systemActor, () => ({ events: [{ type: 'positions.loaded', subject: { kind: 'register', id: register }, data: { version, positions } }], result: null }))
}

function headOf({ store }: DemoOffice) {
  const head = store.records.head()
  if (!head) throw new Error('The demo register has not been begun.')
  return head
}

function personOf({ store }: DemoOffice, id: string): PersonRecord {
  const person = store.records.person(id)
  if (!person) throw new Error('The demo data speaks of a person who is not in the register.')
  return person
}

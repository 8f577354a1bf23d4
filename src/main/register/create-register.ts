import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { CallParsed } from '../../shared/contract/contract.ts'
import type { IsoInstant } from '../../shared/domain/date.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import { systemActor, type Actor, type NewEvent } from '../../shared/trail/event.ts'
import type { PositionSet } from '../../shared/domain/position.ts'
import { shippedPositions } from '../exchange/positions.ts'
import { usualCost, wrapKey, type Cost } from '../identity/passphrase.ts'
import { newSigningKey, privateKeyBytes } from '../identity/signing-key.ts'
import { createStore, type RegisterStore } from '../store/register-store.ts'
import { refuse } from '../../shared/contract/refused.ts'
import { existsSync } from 'node:fs'

export type RegisterHost = Readonly<{ clock: () => IsoInstant; appVersion: string; computer: string; crypto: Parameters<typeof createStore>[1]['crypto'] }>
type NewRegister = Pick<CallParsed<'setup.create'>, 'practice' | 'policy' | 'people' | 'me' | 'passphrase'>

/**
 * Makes a register with its practice, people, positions and the first person's key: all of it or no file at all.
 * @returns the open store and the first person's id
 * @throws Refused when there is already a file in that place
 */
export async function createRegister(file: string, input: NewRegister, host: RegisterHost, cost: Cost = usualCost, startsWith: Pick<PositionSet, 'version' | 'positions'> = shippedPositions): Promise<{ store: RegisterStore; me: string }> {
  if (existsSync(file)) throw refuse('not-in-this-state', { happened: 'There is already a register in this place.', todo: 'Open that one, or choose another place.' })
  const { publicKey, privateKey } = newSigningKey()
  const lock = await wrapKey(privateKeyBytes(privateKey), input.passphrase, cost)
  const people = input.people.map((person) => ({ id: randomUUID(), ...person }))
  const me = people[input.me]
  if (!me) throw refuse('invalid-input', { fields: { me: ['Choose who you are'] } })
  const author: Actor = { id: me.id, name: me.name, role: me.role }
  const register = randomUUID()
  const store = await createStore(file, host)
  try {
    store.record(author, (at) => {
      const events: NewEvent[] = [
        { type: 'register.created', subject: { kind: 'register', id: register }, data: { practice: input.practice, policy: input.policy } },
        ...people.map(({ id, name, role }): NewEvent => ({ type: 'person.added', subject: { kind: 'person', id }, data: { name, role, startedOn: dayInEngland(at) } })),
        { type: 'person.key-added', subject: { kind: 'person', id: me.id }, data: { publicKey, because: 'first-use', vouchedBy: null } },
        { type: 'positions.loaded', subject: { kind: 'register', id: register }, data: { version: startsWith.version, positions: startsWith.positions }, actor: systemActor },
      ]
      store.notes.saveSecret(me.id, publicKey, JSON.stringify(lock))
      return { events, result: null }
    })
    return { store, me: me.id }
  } catch (error) {
    store.close()
    rmSync(file, { force: true })
    throw error
  }
}

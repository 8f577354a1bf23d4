import { refusal } from '../../shared/contract/refused.ts'
import type { Refusal } from '../../shared/contract/reply.ts'
import { nodeCrypto } from '../identity/node-crypto.ts'
import { openStore, type RegisterStore } from '../store/register-store.ts'
import type { Ports } from './ports.ts'
import { asRefusal } from './refusals.ts'
import type { RegisterHost } from './create-register.ts'

export const hostOf = (ports: Ports): RegisterHost => ({ clock: ports.clock, appVersion: ports.appVersion, computer: ports.computer, crypto: nodeCrypto })

export type Opened = Readonly<{ store: RegisterStore; problem: null }> | Readonly<{ store: null; problem: Refusal }>

/** Opens a register, or says in words why it did not open. */
export async function openRegister(file: string, ports: Ports): Promise<Opened> {
  try {
    const store = await openStore(file, hostOf(ports))
    if (store.records.head()) return { store, problem: null }
    store.close()
    return { store: null, problem: refusal('register-damaged', { happened: 'There is no register in this file: it was begun and never finished.' }) }
  } catch (error) {
    const problem = asRefusal(error)
    ports.log('error', problem.code === 'internal' ? 'open-failed' : problem.code)
    return { store: null, problem }
  }
}

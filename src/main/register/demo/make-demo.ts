import { dayInEngland, startOfDayInEngland } from '../../../shared/domain/date.ts'
import { rmSync } from 'node:fs'
import { shippedPositions } from '../../exchange/positions.ts'
import { englandWorkingDays } from '../../exchange/working-days.ts'
import { openStore, type RegisterStore } from '../../store/register-store.ts'
import { createRegister } from '../create-register.ts'
import { hostOf } from '../open-register.ts'
import type { Ports } from '../ports.ts'
import { createDemoClock } from './demo-clock.ts'
import { readDemoData, type DemoData } from './demo-data.ts'
import { createDemoNames, type DemoNames } from './demo-names.ts'
import { createDemoOffice } from './demo-office.ts'
import { demoPlan } from './demo-plan.ts'
import { demoCost } from './office-acts.ts'
import { positionsThen } from './positions-then.ts'

/**
 * Makes a demo register in a new file: a year and a half of a made-up practice, done step by step through the real
 * commands, with real keys and signatures, on a clock that walks up to now.
 * @returns the store, open and on the real clock, and the passphrase of everybody in it
 * @throws Refused when there is already a file in that place
 */
export async function makeDemo(file: string, ports: Ports): Promise<{ store: RegisterStore; passphrase: string }> {
  const end = ports.clock()
  const today = dayInEngland(end)
  const data = readDemoData(today)
  const plan = demoPlan(data, today, englandWorkingDays())
  const firstDay = plan[0]?.on ?? data.startsOn
  const clock = createDemoClock(startOfDayInEngland(firstDay), end)
  clock.moveTo(firstDay, '08:40')
  const { store } = await createRegister(file, {
    practice: data.practice, policy: data.policy, me: 0, passphrase: data.passphrase,
    people: data.people.map(({ name, role }) => ({ name, role })),
  }, { ...hostOf(ports), clock: clock.now }, demoCost, positionsThen(shippedPositions, dayInEngland(clock.now())))
  try {
    // Hundreds of small transactions: a demo that a power cut leaves half made is made again, so it need not reach the disk each time.
    store.connection.sqlite.pragma('synchronous = off')
    const office = createDemoOffice(store, clock, ports, data.passphrase)
    const names = namesIn(store, data)
    for (const { on, at, by, seated, name, run } of plan) {
      clock.moveTo(on, at)
      try {
        if (by !== null && seated) await office.seat(names.person(by))
        await run(office, names)
      } catch (cause) {
        throw new Error(`The demo register could not be made: ${name}, ${on}`, { cause })
      }
    }
  } catch (error) {
    store.close()
    rmSync(file, { force: true })
    throw error
  }
  store.notes.rememberDemoPassphrase(data.passphrase)
  // Made on the demo's clock; from here on it runs on the real one.
  store.close()
  return { store: await openStore(file, hostOf(ports)), passphrase: data.passphrase }
}

function namesIn(store: RegisterStore, data: DemoData): DemoNames {
  const ids = new Map(store.records.people().map(({ name, id }) => [name, id]))
  return createDemoNames(new Map(data.people.map(({ key, name }) => [key, ids.get(name) ?? ''])))
}

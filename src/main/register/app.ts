import path from 'node:path'
import type { CallName } from '../../shared/contract/call-names.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import type { Refusal, Reply } from '../../shared/contract/reply.ts'
import { refuse } from '../../shared/contract/refused.ts'
import { isInOffice } from '../../shared/domain/person-record.ts'
import { classificationRules } from '../exchange/classification-rules.ts'
import { englandWorkingDays } from '../exchange/working-days.ts'
import type { RegisterStore } from '../store/register-store.ts'
import { dispatchTo } from './dispatch.ts'
import { createHandlers } from './handlers.ts'
import { openRegister } from './open-register.ts'
import { openElsewhereDesk } from './packs/elsewhere-desk.ts'
import type { Ports } from './ports.ts'
import { registerFileName, type Office } from './office.ts'
import { createSession } from './session.ts'
import { createSettings } from './settings.ts'

export type RegisterApp = Readonly<{
  dispatch: (name: CallName, input: unknown) => Promise<Reply<unknown>>
  /** Closes the register and gives up its lock. */
  close: () => Promise<void>
}>

/** The application without its shell: every call in, every answer out, and nothing of Electron. */
export function createRegisterApp(ports: Ports): RegisterApp {
  const acts: (() => void)[] = []
  const office = createOffice(ports, (act) => { acts.push(act) })
  const handlers = createHandlers(office)
  const file = ports.registerToOpen ?? office.settings.read().register
  const opened = file === null ? Promise.resolve() : office.open(file)
  return {
    dispatch: async (name, input) => {
      await opened
      return dispatchTo(office, handlers, name, input)
    },
    close: async () => {
      await opened
      office.session.end()
      for (const act of acts) act()
      office.register()?.close()
    },
  }
}

/** What the handlers share, with no register open yet. */
export function createOffice(ports: Ports, atClose: Office['atClose']): Office {
  const settings = createSettings(ports.folders.settings)
  const session = createSession()
  const isWorkingDay = englandWorkingDays()
  let store: RegisterStore | null = null
  let problem: Refusal | null = null
  let place = settings.read().register ?? path.join(ports.folders.settings, registerFileName)

  const adopt = (made: RegisterStore): void => {
    if (store !== made) store?.close()
    session.end()
    ;[store, problem, place] = [made, null, made.file]
  }
  return {
    ports, settings, session, adopt, atClose, elsewhere: openElsewhereDesk(ports),
    register: () => store,
    problem: () => problem,
    place: () => place,
    demoPassphrase: () => store?.notes.demoPassphrase() ?? null,
    open: async (file) => {
      // The old register is let go first: it may be the very file that is asked for.
      session.end()
      store?.close()
      ;[store, place] = [null, file]
      const opened = await openRegister(file, ports)
      problem = opened.problem
      if (opened.store) adopt(opened.store)
    },
    reading: () => {
      const head = store?.records.head()
      if (!store || !head) throw refuse('register-not-found', { happened: 'No register is open.' })
      const now = ports.clock()
      const today = dayInEngland(now)
      const signedIn = session.current(now)
      const person = signedIn ? store.records.person(signedIn.person) : undefined
      // Whoever has left meanwhile is not signed in any more.
      return { store, head, now, today, rules: classificationRules, isWorkingDay, person: person && isInOffice(person, today) ? person : null }
    },
  }
}

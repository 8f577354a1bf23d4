import { contract, type CallInput, type CallOutput } from '../../../shared/contract/contract.ts'
import { refuse, Refused } from '../../../shared/contract/refused.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import type { EvidenceFacts } from '../../../shared/domain/evidence.ts'
import { pathsWithNhsNumbers } from '../../../shared/domain/nhs-number.ts'
import type { RegisterHead } from '../../../shared/domain/register-record.ts'
import { classificationRules } from '../../exchange/classification-rules.ts'
import { englandWorkingDays } from '../../exchange/working-days.ts'
import type { RegisterStore } from '../../store/register-store.ts'
import { createLastExport } from '../last-export.ts'
import { openEvidenceDesk } from '../evidence-desk.ts'
import { openElsewhereDesk } from '../packs/elsewhere-desk.ts'
import type { Office } from '../office.ts'
import type { Handlers } from '../handlers.ts'
import { actionHandlers } from '../handlers/action-handlers.ts'
import { calendarHandlers } from '../handlers/calendar-handlers.ts'
import { catalogueHandlers } from '../handlers/catalogue-handlers.ts'
import { decisionHandlers } from '../handlers/decision-handlers.ts'
import { entryHandlers } from '../handlers/entry-handlers.ts'
import { evidenceHandlers } from '../handlers/evidence-handlers.ts'
import { followThroughHandlers } from '../handlers/follow-through-handlers.ts'
import { letterHandlers } from '../handlers/letter-handlers.ts'
import { packHandlers } from '../handlers/pack-handlers.ts'
import { paperHandlers } from '../handlers/paper-handlers.ts'
import { pastHandlers } from '../handlers/past-handlers.ts'
import { peopleHandlers } from '../handlers/people-handlers.ts'
import { positionHandlers } from '../handlers/position-handlers.ts'
import { registerHandlers } from '../handlers/register-handlers.ts'
import { reportHandlers } from '../handlers/report-handlers.ts'
import { sessionHandlers } from '../handlers/session-handlers.ts'
import type { Ports } from '../ports.ts'
import { createSession, requirePermission } from '../session.ts'
import { createSettings } from '../settings.ts'
import type { DemoClock } from './demo-clock.ts'
import { withDemoFile, type DemoFile } from './demo-files.ts'

type DemoHandlers = Omit<Handlers, `setup.${string}` | `app.${string}`>
type DemoCall = keyof DemoHandlers

/** The people of the demo practice at their PC: whatever they do goes through the same doors as in the app. */
export type DemoOffice = Readonly<{
  store: RegisterStore
  clock: DemoClock
  /** Has a person sitting at the PC, signing in where they are not. */
  seat: (person: string) => Promise<void>
  /** One call, parsed, guarded and allowed as over the bridge. @throws Refused */
  call: <N extends DemoCall>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
  /** Attaches a file that is made for it. @returns the id of the evidence */
  attach: (subject: CallInput<'evidence.attach'>['subject'], file: DemoFile, said: EvidenceFacts) => Promise<string>
  /** A passphrase mistyped at the sign-in. */
  mistype: (person: string) => Promise<void>
}>

export function createDemoOffice(store: RegisterStore, clock: DemoClock, ports: Ports, passphrase: string): DemoOffice {
  const inDialog: string[] = []
  const office = officeOf(store, { ...ports, clock: clock.now, chooseFileToOpen: () => Promise.resolve(inDialog.pop() ?? null) })
  const evidence = openEvidenceDesk(office.ports)
  const last = createLastExport(ports)
  const handlers: DemoHandlers = {
    ...sessionHandlers(office), ...peopleHandlers(office), ...entryHandlers(office), ...decisionHandlers(office), ...followThroughHandlers(office), ...registerHandlers(office), ...reportHandlers(office, last), ...letterHandlers(office, last), ...calendarHandlers(office, last), ...actionHandlers(office), ...positionHandlers(office), ...catalogueHandlers(office),
    ...evidenceHandlers(office, evidence), ...packHandlers(office), ...paperHandlers(office, evidence, last), ...pastHandlers(office),
  }
  const call: DemoOffice['call'] = async (name, input) => {
    const parsed: unknown = contract[name].input.parse(input)
    if (pathsWithNhsNumbers(parsed).length > 0) throw refuse('nhs-number')
    const { person, now } = office.reading()
    requirePermission(person, name)
    office.session.touch(now)
    const answer = await (handlers[name] as (input: unknown) => unknown)(parsed)
    clock.pass()
    return answer as CallOutput<typeof name>
  }
  return {
    store, clock, call,
    seat: async (person) => {
      if (office.session.current(clock.now())?.person !== person) await call('session.sign-in', { person, passphrase })
    },
    attach: (subject, file, said) => withDemoFile(ports.folders.temporary, file, async (path) => {
      inDialog.push(path)
      const chosen = await call('evidence.choose', {})
      if (!chosen) throw new Error(`${file.name} was not chosen.`)
      return (await call('evidence.attach', { subject, token: chosen.token, fileName: chosen.fileName, ...said })).id
    }),
    mistype: async (person) => {
      await call('session.sign-in', { person, passphrase: `${passphrase}.` }).catch((error: unknown) => {
        if (!(error instanceof Refused && error.refusal.code === 'wrong-passphrase')) throw error
      })
      clock.pass()
    },
  }
}

const refuseOther = (): never => { throw refuse('not-in-this-state', { happened: 'The demo register is being made.' }) }

function officeOf(store: RegisterStore, ports: Ports): Office {
  const session = createSession()
  const isWorkingDay = englandWorkingDays()
  const headNow = headOfTheMoment(store)
  return {
    ports, session, elsewhere: openElsewhereDesk(ports), settings: createSettings(ports.folders.settings),
    register: () => store, problem: () => null, place: () => store.file, demoPassphrase: () => null,
    open: refuseOther, adopt: refuseOther, atClose: () => {},
    reading: () => {
      const head = headNow()
      const now = ports.clock()
      const signedIn = session.current(now)
      return {
        store, head, now, today: dayInEngland(now), rules: classificationRules, isWorkingDay,
        person: signedIn ? store.records.person(signedIn.person) ?? null : null,
      }
    },
  }
}

/** The head holds all positions and is read several times in each call, so it is read anew only when something was recorded. */
function headOfTheMoment(store: RegisterStore): () => RegisterHead {
  let known: { seq: number; head: RegisterHead } | null = null
  return () => {
    const { seq } = store.trail.head()
    if (known?.seq === seq) return known.head
    const head = store.records.head()
    if (!head) throw refuse('register-not-found')
    known = { seq, head }
    return head
  }
}

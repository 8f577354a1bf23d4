import type { CallName } from '../../shared/contract/call-names.ts'
import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { openEvidenceDesk } from './evidence-desk.ts'
import type { Office } from './office.ts'
import { actionHandlers } from './handlers/action-handlers.ts'
import { calendarHandlers } from './handlers/calendar-handlers.ts'
import { catalogueHandlers } from './handlers/catalogue-handlers.ts'
import { decisionHandlers } from './handlers/decision-handlers.ts'
import { entryHandlers } from './handlers/entry-handlers.ts'
import { evidenceHandlers } from './handlers/evidence-handlers.ts'
import { followThroughHandlers } from './handlers/follow-through-handlers.ts'
import { letterHandlers } from './handlers/letter-handlers.ts'
import { packHandlers } from './handlers/pack-handlers.ts'
import { paperHandlers } from './handlers/paper-handlers.ts'
import { pastHandlers } from './handlers/past-handlers.ts'
import { peopleHandlers } from './handlers/people-handlers.ts'
import { positionHandlers } from './handlers/position-handlers.ts'
import { registerHandlers } from './handlers/register-handlers.ts'
import { reportHandlers } from './handlers/report-handlers.ts'
import { sessionHandlers } from './handlers/session-handlers.ts'
import { setupHandlers } from './handlers/setup-handlers.ts'
import { createLastExport } from './last-export.ts'

export type Handlers = { readonly [N in CallName]: (input: CallParsed<N>) => Promise<CallOutput<N>> | CallOutput<N> }

/** A handler for every call; one that is missing does not compile. */
export function createHandlers(office: Office): Handlers {
  // A scan is chosen as any evidence and recorded with the answer that is on it.
  const evidence = openEvidenceDesk(office.ports)
  office.atClose(evidence.close)
  const last = createLastExport(office.ports)
  return {
    ...setupHandlers(office), ...sessionHandlers(office), ...peopleHandlers(office),
    ...entryHandlers(office), ...decisionHandlers(office), ...followThroughHandlers(office), ...registerHandlers(office), ...reportHandlers(office, last), ...letterHandlers(office, last), ...calendarHandlers(office, last), ...actionHandlers(office), ...positionHandlers(office),
    ...catalogueHandlers(office), ...evidenceHandlers(office, evidence), ...packHandlers(office), ...paperHandlers(office, evidence, last), ...pastHandlers(office),
  }
}

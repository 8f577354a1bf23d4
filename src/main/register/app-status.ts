import path from 'node:path'
import type { AppStatus } from '../../shared/contract/setup.ts'
import { pressingCount } from './follow-through-board.ts'
import type { Office } from './office.ts'
import { lockAfterMinutes } from './session.ts'
import { waitingCount } from './sign-off-queue.ts'

/** Where the app stands: before the first register, at the sign-in, at work, or in front of a register that would not open. */
export function appStatus(office: Office): AppStatus {
  const { ports } = office
  const place = office.place()
  const fixed = {
    file: { name: path.basename(place), folder: path.dirname(place) }, demoPassphrase: office.demoPassphrase(), isDemo: office.demoPassphrase() !== null,
    appVersion: ports.appVersion, lockAfterMinutes, packWaiting: office.elsewhere.waiting(),
  }
  const problem = office.problem()
  if (problem || !office.register()) {
    const told = problem && { code: problem.code, happened: problem.happened, safe: problem.safe, todo: problem.todo }
    return { ...fixed, phase: problem ? 'problem' : 'first-run', problem: told, practice: null, person: null, seq: 0, waitingForSignOff: 0, toFollowThrough: 0 }
  }
  const reading = office.reading()
  const signedIn = office.session.current(reading.now)
  const { person } = reading
  return {
    ...fixed, phase: person ? 'ready' : 'sign-in', problem: null, practice: reading.head.practice,
    person: person && signedIn ? { id: person.id, name: person.name, role: person.role, since: signedIn.since } : null,
    seq: reading.store.trail.head().seq,
    waitingForSignOff: person ? waitingCount(reading) : 0,
    toFollowThrough: person ? pressingCount(reading) : 0,
  }
}

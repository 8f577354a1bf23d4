import { refuse } from '../../shared/contract/refused.ts'
import { mayCall } from '../../shared/domain/permissions.ts'
import type { CallName } from '../../shared/contract/call-names.ts'
import type { IsoInstant } from '../../shared/domain/date.ts'
import type { PersonRecord } from '../../shared/domain/person-record.ts'

/** Minutes without a sign of life after which the screen locks. */
export const lockAfterMinutes = 10

/** Who is signed in on this computer, one person at a time. Holds no key: an answer asks for the passphrase again. */
export type Session = Readonly<{
  current: (now: IsoInstant) => { person: string; since: IsoInstant } | null
  begin: (person: string, now: IsoInstant) => void
  touch: (now: IsoInstant) => void
  end: () => void
}>

export function createSession(): Session {
  let signedIn: { person: string; since: IsoInstant; seen: number } | null = null
  return {
    current: (now) => {
      // A clock that goes back must not keep a session open, so any leap of more than the limit ends it.
      if (signedIn && Math.abs(Date.parse(now) - signedIn.seen) > lockAfterMinutes * 60_000) signedIn = null
      return signedIn && { person: signedIn.person, since: signedIn.since }
    },
    begin: (person, now) => { signedIn = { person, since: now, seen: Date.parse(now) } },
    touch: (now) => { if (signedIn) signedIn = { ...signedIn, seen: Date.parse(now) } },
    end: () => { signedIn = null },
  }
}

/** @throws Refused not-signed-in, not-permitted */
export function requirePermission(person: PersonRecord | null, name: CallName): void {
  if (mayCall(person?.role ?? null, name)) return
  throw person === null ? refuse('not-signed-in') : refuse('not-permitted')
}

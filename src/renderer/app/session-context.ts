import { createContext, use } from 'react'
import type { CallName } from '../../shared/contract/call-names.ts'
import type { AppStatus, SignedInPerson } from '../../shared/contract/setup.ts'
import { mayCall } from '../../shared/domain/permissions.ts'
import { usePast } from './past-context.ts'

/** The app as it stands while somebody is signed in. */
export type Session = Readonly<{
  status: AppStatus
  person: SignedInPerson
  /** Ends the session. With `switching` the sign-in screen asks who is there; without, it waits for the same person. */
  lock: (switching?: boolean) => void
}>

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('This screen is only shown to somebody who has signed in.')
  return session
}

/** Whether the signed-in person may make a call here. What they may not do is left out of the screen, and in the past nobody does anything. */
export function useMay(name: CallName): boolean {
  const past = usePast()
  return mayCall(useSession().person.role, name) && past === null
}

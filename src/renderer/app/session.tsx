import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import type { AppStatus } from '../../shared/contract/setup.ts'
import { call } from '../bridge.ts'
import { CoveredContext } from '../components/covered.ts'
import { Loading } from '../components/states.tsx'
import { RefusalPanel } from '../components/refusal.tsx'
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx'
import { FirstRunScreen } from '../features/first-run/first-run-screen.tsx'
import { ProblemScreen } from '../features/problem/problem-screen.tsx'
import { keyOf } from './query-keys.ts'
import { SessionContext, type Session } from './session-context.ts'
import { useAutoLock } from './use-auto-lock.ts'
import { useAnswer } from './use-call.ts'

// Few people ever come through this door.
const ElsewhereScreen = lazy(() => import('../features/elsewhere/elsewhere-screen.tsx').then((file) => ({ default: file.ElsewhereScreen })))

/** Shows what the app's phase asks for: the first run, the sign-in, the screens, or why the register did not open. */
export function SessionGate({ children }: Readonly<{ children: ReactNode }>) {
  const status = useAnswer('app.status', {})
  if (status.data === undefined) {
    return (
      <main className="psr-outside">
        {status.isError ? <RefusalPanel error={status.error} onTryAgain={() => { void status.refetch() }} /> : <Loading what="Opening Practice Sharing Register" />}
      </main>
    )
  }
  return <Phase status={status.data}>{children}</Phase>
}

function Phase({ status, children }: Readonly<{ status: AppStatus; children: ReactNode }>) {
  const client = useQueryClient()
  const [last, setLast] = useState<Session['person'] | null>(status.person)
  const [asked, setAsked] = useState(false)
  const [elsewhere, setElsewhere] = useState(status.packWaiting)
  const take = (next: AppStatus) => {
    if (next.person && next.person.id !== last?.id) {
      // Somebody else at the same place: the page stays, and nothing of what the other person saw or typed does.
      // The status itself stays: taking it away would cut off this very component from what is set next.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.status' })
    }
    client.setQueryData(keyOf('app.status', {}), next)
    setAsked(false)
  }
  // Whoever is signed in now, or was until the lock: their screen stays mounted behind the sign-in, unseen and out of reach.
  const shown = status.person ?? last
  if (status.person && status.person.id !== last?.id) setLast(status.person)
  if (elsewhere && !status.person) {
    const leave = () => {
      setElsewhere(false)
      void client.invalidateQueries({ queryKey: keyOf('app.status', {}) })
    }
    const back = status.phase === 'first-run' ? 'Back to the set-up' : status.phase === 'problem' ? 'Back' : 'Back to the sign-in'
    return <Suspense fallback={<Loading what="Opening" />}><ElsewhereScreen fromStart={status.packWaiting} back={back} onLeave={leave} /></Suspense>
  }
  if (status.phase === 'first-run') return <FirstRunScreen status={status} onStatus={take} onPack={() => setElsewhere(true)} />
  if (status.phase === 'problem') return <ProblemScreen status={status} onStatus={take} />
  const locked = status.phase === 'sign-in'
  const lock = (switching = false) => {
    setAsked(switching)
    void call('session.lock', {}).then(take, () => client.invalidateQueries({ queryKey: keyOf('app.status', {}) })).then(() => setAsked(switching))
  }
  return (
    <>
      {locked && <SignInScreen status={status} last={asked ? null : last} onStatus={take} onPack={() => setElsewhere(true)} />}
      {shown && !(locked && asked) && (
        <div key={shown.id} hidden={locked} inert={locked}>
          <SignedIn status={status} person={shown} lock={lock} locked={locked}>{children}</SignedIn>
        </div>
      )}
    </>
  )
}

type SignedInProps = Readonly<{ status: AppStatus; person: Session['person']; lock: Session['lock']; locked: boolean; children: ReactNode }>

function SignedIn({ status, person, lock, locked, children }: SignedInProps) {
  useAutoLock(status.lockAfterMinutes, !locked, lock)
  const session = useMemo(() => ({ status, person, lock }), [status, person, lock])
  return <SessionContext value={session}><CoveredContext value={locked}>{children}</CoveredContext></SessionContext>
}

import { useState } from 'react'
import type { AppStatus, SignedInPerson } from '../../../shared/contract/setup.ts'
import { Answer } from '../../app/answer.tsx'
import { Outside } from '../../app/outside.tsx'
import { useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { TextButton } from '../../components/button.tsx'
import { NewKeyForm } from './new-key-form.tsx'
import { FirstPassphraseForm, PassphraseForm } from './passphrase-forms.tsx'
import { PersonHere, type Somebody, WhoIsThere } from './who-is-there.tsx'
import './sign-in.scss'

type SignInProps = Readonly<{
  status: AppStatus
  /** Whoever was here until the lock; asked first. Null asks who is there. */
  last: SignedInPerson | null
  onStatus: (status: AppStatus) => void
  /** Somebody only wants to answer a pack of another register here. */
  onPack: () => void
}>

/** One computer, several people: who is there, and their passphrase. The screen behind stays where it was. */
export function SignInScreen({ status, last, onStatus, onPack }: SignInProps) {
  const people = useAnswer('session.people', {})
  const [picked, setPicked] = useState<string | null>(last?.id ?? null)
  const [lost, setLost] = useState(false)
  const title = lost ? 'A new passphrase' : last && picked === last.id ? 'Locked' : 'Sign in'
  return (
    <Outside title={title}>
      {status.practice && <p className="psr-quiet">{status.practice.name}, {status.practice.ods}</p>}
      <Answer of={people} loading="Looking up who works here">
        {(list) => {
          const person = list.find(({ id }) => id === picked)
          if (!person) return <><WhoIsThere people={list} demoPassphrase={status.demoPassphrase} onPick={setPicked} /><p className="psr-small psr-who__pack">Sent a pack by another practice? <TextButton onClick={onPack}>Answer statements from a pack</TextButton></p></>
          if (lost) return <LostPassphrase person={person} onStatus={onStatus} onCancel={() => setLost(false)} />
          const given = { person, onStatus, demoPassphrase: status.demoPassphrase }
          return (
            <>
              <PersonHere person={person} onOther={() => setPicked(null)} />
              {person.hasKey ? <PassphraseForm key={person.id} {...given} onLost={() => setLost(true)} /> : <FirstPassphraseForm key={person.id} {...given} />}
            </>
          )
        }}
      </Answer>
    </Outside>
  )
}

type LostProps = Readonly<{ person: Somebody; onStatus: (status: AppStatus) => void; onCancel: () => void }>

function LostPassphrase({ person, onStatus, onCancel }: LostProps) {
  return <NewKeyForm person={person} onCancel={onCancel} onDone={async (passphrase) => onStatus(await call('session.sign-in', { person: person.id, passphrase }))} />
}

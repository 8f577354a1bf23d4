import { useState } from 'react'
import { z } from 'zod'
import type { AppStatus, SignedInPerson } from '../../../shared/contract/setup.ts'
import { passphrase } from '../../../shared/contract/setup.ts'
import { roleWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Outside } from '../../app/outside.tsx'
import { useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { Button, TextButton } from '../../components/button.tsx'
import { PassphraseField } from '../../components/fields/passphrase-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { clockTime } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { Banner } from '../../components/panel.tsx'
import type { CallOutput } from '../../../shared/contract/contract.ts'

type SignInProps = Readonly<{
  status: AppStatus
  /** Whoever was here until the lock; asked first. Null asks who is there. */
  last: SignedInPerson | null
  onStatus: (status: AppStatus) => void
}>
type Somebody = CallOutput<'session.people'>[number]

export function SignInScreen({ status, last, onStatus }: SignInProps) {
  const people = useAnswer('session.people', {})
  const [picked, setPicked] = useState<string | null>(last?.id ?? null)
  return (
    <Outside title={last && picked === last.id ? 'Locked' : 'Sign in'}>
      {status.practice && <p className="psr-quiet">{status.practice.name}, {status.practice.ods}</p>}
      <Answer of={people} loading="Looking up who works here">
        {(list) => {
          const person = list.find(({ id }) => id === picked)
          if (!person) return <WhoIsThere people={list} onPick={setPicked} />
          return <SignInForm key={person.id} person={person} onStatus={onStatus} onOther={() => setPicked(null)} />
        }}
      </Answer>
    </Outside>
  )
}

function WhoIsThere({ people, onPick }: Readonly<{ people: readonly Somebody[]; onPick: (id: string) => void }>) {
  return (
    <>
      <h2 className="psr-who__title">Who is there?</h2>
      <ul className="psr-who">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onPick(person.id)}>
              <span><b>{person.name}</b><small>{roleWords[person.role]}{!person.hasKey && ', has not signed in yet'}</small></span><Icon name="next" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const known = z.object({ passphrase: z.string().min(1, 'Enter your passphrase') })
const fresh = z.object({ passphrase, again: z.string() })
  .refine((value) => value.passphrase === value.again, { path: ['again'], message: 'The two are not the same. Type it again' })

function SignInForm({ person, onStatus, onOther }: Readonly<{ person: Somebody; onStatus: (status: AppStatus) => void; onOther: () => void }>) {
  return (
    <>
      <p className="psr-who__here"><Icon name="people" size={20} /><span><b>{person.name}</b><small>{roleWords[person.role]}</small></span></p>
      {person.waitUntil && <Banner tone="warn"><p>Wrong passphrase too often. Try again at {clockTime(person.waitUntil)}.</p></Banner>}
      {person.hasKey ? <KnownPerson person={person} onStatus={onStatus} /> : <NewPerson person={person} onStatus={onStatus} />}
      <p className="psr-small"><TextButton onClick={onOther}>Somebody else</TextButton></p>
    </>
  )
}

function KnownPerson({ person, onStatus }: Readonly<{ person: Somebody; onStatus: (status: AppStatus) => void }>) {
  const form = useSchemaForm(known, { passphrase: '' })
  return (
    <Form form={form} onSubmit={async ({ passphrase: words }) => onStatus(await call('session.sign-in', { person: person.id, passphrase: words }))}>
      <PassphraseField name="passphrase" label="Your passphrase" />
      <Button type="submit" look="primary">Sign in</Button>
    </Form>
  )
}

function NewPerson({ person, onStatus }: Readonly<{ person: Somebody; onStatus: (status: AppStatus) => void }>) {
  const form = useSchemaForm(fresh, { passphrase: '', again: '' })
  return (
    <Form form={form} onSubmit={async ({ passphrase: words }) => onStatus(await call('session.choose-passphrase', { person: person.id, passphrase: words }))}>
      <PassphraseField isNew name="passphrase" label="Choose a passphrase" hint="At least 12 characters. A short sentence is easiest to remember. Nobody can look it up for you." />
      <PassphraseField isNew name="again" label="The same again" />
      <Button type="submit" look="primary">Choose it and sign in</Button>
    </Form>
  )
}

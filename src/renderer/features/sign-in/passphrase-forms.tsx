import { useEffect } from 'react'
import { z } from 'zod'
import { passphrase, type AppStatus } from '../../../shared/contract/setup.ts'
import { useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { Button, TextButton } from '../../components/button.tsx'
import { PassphraseField } from '../../components/fields/passphrase-field.tsx'
import { fieldId } from '../../components/fields/use-field.ts'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { Banner } from '../../components/panel.tsx'
import { besideField, isAboutPassphrase } from '../../components/passphrase-refusal.ts'
import { useSecondsLeft, WaitNotice } from '../../components/wait-notice.tsx'
import type { Somebody } from './who-is-there.tsx'

type FormProps = Readonly<{ person: Somebody; demoPassphrase: string | null; onStatus: (status: AppStatus) => void }>

const known = z.object({ passphrase: z.string().min(1, 'Enter your passphrase').max(200, 'Use 200 characters or fewer') })

/** After several wrong ones there is a wait that grows; it is told plainly and counted down. */
export function PassphraseForm({ person, demoPassphrase, onStatus, onLost }: FormProps & Readonly<{ onLost: () => void }>) {
  const people = useAnswer('session.people', {})
  const form = useSchemaForm(known, { passphrase: '' })
  const secondsLeft = useSecondsLeft(person.waitUntil, () => { void people.refetch() })
  const waiting = secondsLeft > 0 && person.waitUntil !== null
  const busy = form.formState.isSubmitting
  useFocusOnField()
  const send = async ({ passphrase: words }: z.output<typeof known>) => {
    try {
      onStatus(await call('session.sign-in', { person: person.id, passphrase: words }))
    } catch (error) {
      if (isAboutPassphrase(error)) form.resetField('passphrase')
      void people.refetch()
      throw besideField(error, 'passphrase')
    }
  }
  return (
    <Form form={form} onSubmit={send}>
      <PassphraseField name="passphrase" label="Your passphrase" hint={demoPassphrase ? `In this demo: ${demoPassphrase}` : undefined} />
      {waiting && person.waitUntil && <div className="nhsuk-form-group"><WaitNotice until={person.waitUntil} secondsLeft={secondsLeft} /></div>}
      <div className="psr-buttons">
        <Button type="submit" look="primary" busy={busy || waiting}>{busy ? 'Signing in' : 'Sign in'}</Button>
        <TextButton onClick={onLost}>I have lost my passphrase</TextButton>
      </div>
    </Form>
  )
}

const fresh = z.object({ passphrase, again: z.string() })
  .refine((value) => value.passphrase === value.again, { path: ['again'], message: 'The two are not the same. Type it again' })

/** The first time somebody signs in here: they choose the passphrase that makes their key. */
export function FirstPassphraseForm({ person, onStatus }: FormProps) {
  const form = useSchemaForm(fresh, { passphrase: '', again: '' })
  const busy = form.formState.isSubmitting
  useFocusOnField()
  return (
    <Form form={form} onSubmit={async ({ passphrase: words }) => onStatus(await call('session.choose-passphrase', { person: person.id, passphrase: words }))}>
      <div className="nhsuk-form-group"><WhatItIsFor signs={person.role === 'partner'} /></div>
      <PassphraseField isNew name="passphrase" label="Choose a passphrase" hint="At least 12 characters. A short sentence is easiest to remember." />
      <PassphraseField isNew name="again" label="The same again" />
      <div className="psr-buttons"><Button type="submit" look="primary" busy={busy}>{busy ? 'Making your key' : 'Choose it and sign in'}</Button></div>
    </Form>
  )
}

export function WhatItIsFor({ signs }: Readonly<{ signs: boolean }>) {
  return (
    <Banner tone="info" icon="lock">
      <p>{signs ? 'Your passphrase signs your answers, so only you should know it.' : 'Your passphrase puts your name to what you record, so only you should know it.'} Nobody can look it up. If you lose it, another partner vouches for you and you choose a new one.</p>
    </Banner>
  )
}

/** Who is there is known by now, so the one thing left to do takes the focus. */
function useFocusOnField(): void {
  useEffect(() => document.getElementById(fieldId('passphrase'))?.focus(), [])
}

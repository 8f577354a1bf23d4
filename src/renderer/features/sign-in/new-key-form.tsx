import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { passphrase } from '../../../shared/contract/setup.ts'
import { useAct, useAnswer } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { PassphraseField } from '../../components/fields/passphrase-field.tsx'
import { SelectField } from '../../components/fields/select-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { Banner } from '../../components/panel.tsx'
import { besideField, isAboutPassphrase } from '../../components/passphrase-refusal.ts'
import { useSecondsLeft, WaitNotice } from '../../components/wait-notice.tsx'

const schema = z.object({
  passphrase, again: z.string(),
  voucher: z.string('Choose who vouches for you').min(1, 'Choose who vouches for you'),
  voucherPassphrase: z.string().min(1, 'The partner who vouches enters their own passphrase').max(200, 'Use 200 characters or fewer'),
}).refine((value) => value.passphrase === value.again, { path: ['again'], message: 'The two are not the same. Type it again' })

type NewKeyProps = Readonly<{
  person: Readonly<{ id: string; name: string }>
  /** Gets the new passphrase, so that the person can be signed in with it at once. */
  onDone: (passphrase: string) => unknown
  onCancel: () => void
}>

/** A lost passphrase: the person chooses a new one, and a partner beside them vouches with their own. */
export function NewKeyForm({ person, onDone, onCancel }: NewKeyProps) {
  const people = useAnswer('session.people', {})
  const form = useSchemaForm(schema, { passphrase: '', again: '', voucherPassphrase: '' })
  const replace = useAct('people.replace-key')
  const vouchers = (people.data ?? []).filter(({ id, role, hasKey }) => id !== person.id && role === 'partner' && hasKey)
  const picked = useWatch({ control: form.control, name: 'voucher' })
  const voucher = vouchers.find(({ id }) => id === picked)
  const waitUntil = voucher?.waitUntil ?? null
  const secondsLeft = useSecondsLeft(waitUntil, () => { void people.refetch() })
  const send = async ({ passphrase: words, voucher: by, voucherPassphrase }: z.output<typeof schema>) => {
    try {
      await replace.mutateAsync({ person: person.id, passphrase: words, voucher: by, voucherPassphrase })
    } catch (error) {
      if (isAboutPassphrase(error)) form.resetField('voucherPassphrase')
      void people.refetch()
      throw besideField(error, 'voucherPassphrase')
    }
    await onDone(words)
  }
  if (people.data && vouchers.length === 0) return <NobodyToVouch onCancel={onCancel} />
  return (
    <Form form={form} onSubmit={send}>
      <p className="psr-quiet psr-vouch__note">Nobody can look up a lost passphrase. {person.name} chooses a new one, which makes a new key, and another partner vouches for it here. What the old key signed stays valid. All of it stands in the trail.</p>
      <PassphraseField isNew name="passphrase" label={`New passphrase of ${person.name}`} hint="At least 12 characters. A short sentence is easiest to remember." />
      <PassphraseField isNew name="again" label="The same again" />
      <SelectField name="voucher" label="Partner who vouches" options={vouchers.map(({ id, name }) => ({ value: id, label: name }))} />
      <PassphraseField name="voucherPassphrase" label="Their own passphrase" hint="The partner types it themselves." />
      {waitUntil && secondsLeft > 0 && <div className="nhsuk-form-group"><WaitNotice until={waitUntil} secondsLeft={secondsLeft} /></div>}
      <div className="psr-buttons">
        <Button type="submit" look="primary" busy={form.formState.isSubmitting || secondsLeft > 0}>{form.formState.isSubmitting ? 'Making the key' : 'Make the new key'}</Button>
        <Button look="quiet" onClick={onCancel}>Cancel</Button>
      </div>
    </Form>
  )
}

function NobodyToVouch({ onCancel }: Readonly<{ onCancel: () => void }>) {
  return (
    <>
      <Banner tone="warn"><p><b>Nobody can vouch yet.</b> It takes another partner in office who has signed in here before. Ask one to sign in first, then come back.</p></Banner>
      <div className="psr-buttons"><Button onClick={onCancel}>Back</Button></div>
    </>
  )
}

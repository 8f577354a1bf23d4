import { useWatch } from 'react-hook-form'
import type { AppStatus } from '../../../shared/contract/setup.ts'
import type { Role } from '../../../shared/domain/role.ts'
import { roleWords } from '../../../shared/domain/words.ts'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { PassphraseField } from '../../components/fields/passphrase-field.tsx'
import { SelectField } from '../../components/fields/select-field.tsx'
import { WhatItIsFor } from '../sign-in/passphrase-forms.tsx'

type Person = Readonly<{ name: string; role: Role | null }>

/** The place of the file, and the passphrase of whoever sits here: asked last, and kept nowhere before. */
export function KeptStep({ file }: Pick<AppStatus, 'file'>) {
  const people: unknown = useWatch({ name: 'people' })
  const me: unknown = useWatch({ name: 'me' })
  const list = (Array.isArray(people) ? people : []) as readonly Person[]
  const person = list[Number(me ?? Number.NaN)]
  return (
    <>
      <RadioField
        name="where" label="Keep the register"
        options={[
          { value: 'own-folder', label: 'in the app’s own folder', hint: file.folder },
          { value: 'choose', label: 'in a folder I choose', hint: 'On this computer, not on a network drive, in OneDrive or in Dropbox: those can damage an open register. They are good places for copies.' },
        ]}
      />
      <SelectField name="me" label="Who are you?" hint="The others choose their own passphrase when they first sign in." options={list.map(({ name, role }, index) => ({ value: String(index), label: role ? `${name}, ${roleWords[role].toLowerCase()}` : name }))} />
      {person && (
        <>
          <div className="nhsuk-form-group"><WhatItIsFor signs={person.role === 'partner'} /></div>
          <div className="psr-form-row">
            <PassphraseField isNew name="passphrase" label="Your passphrase" hint="At least 12 characters. A short sentence is easiest." />
            <PassphraseField isNew name="again" label="The same again" hint="So that no slip of the finger locks you out." />
          </div>
        </>
      )}
    </>
  )
}

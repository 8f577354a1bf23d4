import classNames from 'classnames'
import { FormGroup } from 'nhsuk-react-components'
import { useState } from 'react'
import { Button } from '../button.tsx'
import { textOf, useField, type FieldProps } from './use-field.ts'

type PassphraseFieldProps = FieldProps & Readonly<{ isNew?: boolean }>

/** A passphrase, hidden until the person asks to see it. Never kept in a draft: name it so that `except` leaves it out. */
export function PassphraseField({ name, label, hint, disabled, isNew = false }: PassphraseFieldProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  const [shown, setShown] = useState(false)
  return (
    <FormGroup inputType="textarea" id={id} name={name} label={label} hint={hint} error={error}>
      {({ 'aria-describedby': describedBy }) => (
        <div className="psr-passphrase">
          <input
            id={id} ref={ref} name={name} type={shown ? 'text' : 'password'} className={classNames('nhsuk-input', { 'nhsuk-input--error': error })}
            value={textOf(value)} disabled={disabled} spellCheck={false} autoCapitalize="none" autoComplete={isNew ? 'new-password' : 'current-password'}
            aria-describedby={describedBy} onBlur={blur} onChange={(event) => change(event.target.value)}
          />
          <Button icon={shown ? 'eye-off' : 'eye'} aria-controls={id} onClick={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}<span className="psr-vh"> passphrase</span>
          </Button>
        </div>
      )}
    </FormGroup>
  )
}

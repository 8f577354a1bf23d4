import { ErrorMessage } from 'nhsuk-react-components'
import { useFormState, useWatch } from 'react-hook-form'
import { dayInEngland } from '../../../../shared/domain/date.ts'
import { Button, TextButton } from '../../../components/button.tsx'
import { DateField } from '../../../components/fields/date-field.tsx'
import { TextField } from '../../../components/fields/text-field.tsx'
import { fieldId, useField, type FieldProps } from '../../../components/fields/use-field.ts'

const shares = [['safety', 'Safety'], ['clinicalQuality', 'Clinical quality'], ['formulary', 'Formulary'], ['saving', 'Saving']] as const

/** What share of a tool's messages is about what, with the day and the source of the figures. Null when nobody has counted. */
export function MessageMixField({ name, label }: FieldProps) {
  const { value, change } = useField(name)
  const mix: Readonly<Record<string, unknown>> | undefined = useWatch({ name })
  const { errors } = useFormState({ name })
  const whole = messageAt(errors, name.split('.'))
  const record = () => change({ safety: 0, clinicalQuality: 0, formulary: 0, saving: 0, on: dayInEngland(new Date().toISOString()), source: '' })
  if (value === null || value === undefined) {
    return (
      <div className="nhsuk-form-group">
        <p className="nhsuk-label">{label}</p>
        <p className="nhsuk-hint">The share of safety, clinical quality, formulary and saving messages, where somebody has counted them.</p>
        <Button id={fieldId(name)} small icon="add" onClick={record}>Enter the shares</Button>
      </div>
    )
  }
  const sum = shares.reduce((total, [part]) => total + Number(mix?.[part] ?? 0), 0)
  return (
    <fieldset id={fieldId(name)} tabIndex={-1} className={whole ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      <legend className="nhsuk-fieldset__legend">{label}, in per cent</legend>
      <ErrorMessage>{whole}</ErrorMessage>
      <div className="psr-mix">{shares.map(([part, word]) => <TextField key={part} name={`${name}.${part}`} label={word} number width={4} />)}</div>
      <p className="psr-small psr-quiet psr-mix__sum">Together {Number.isFinite(sum) ? sum : '?'} of 100</p>
      <div className="psr-form-row"><DateField name={`${name}.on`} label="Counted on" /><TextField name={`${name}.source`} label="Where the figures come from" /></div>
      <TextButton onClick={() => change(null)}>Take the shares out</TextButton>
    </fieldset>
  )
}

/** The message about the group as a whole; one about a part stands on that part. */
function messageAt(errors: unknown, path: readonly string[]): string | undefined {
  const [head, ...rest] = path
  if (typeof errors !== 'object' || errors === null) return undefined
  if (head !== undefined) return messageAt((errors as Readonly<Record<string, unknown>>)[head], rest)
  const own = 'root' in errors && typeof errors.root === 'object' && errors.root !== null ? errors.root : errors
  return 'message' in own && typeof own.message === 'string' ? own.message : undefined
}

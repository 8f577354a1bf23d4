import { Select } from 'nhsuk-react-components'
import { LabelText } from './label-text.tsx'
import { useField, type FieldProps } from './use-field.ts'

/** Yes, no, or not known: the value is a boolean or null, so that nobody has to guess. */
export function YesNoField({ name, label, hint, optional, disabled }: FieldProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  return (
    <Select
      id={id} name={name} label={<LabelText label={label} optional={optional} />} hint={hint} error={error} ref={ref} disabled={disabled}
      value={typeof value === 'boolean' ? String(value) : ''} onBlur={blur}
      onChange={(event) => change(event.target.value === '' ? null : event.target.value === 'true')}
    >
      <Select.Option value="">Not known</Select.Option>
      <Select.Option value="true">Yes</Select.Option>
      <Select.Option value="false">No</Select.Option>
    </Select>
  )
}

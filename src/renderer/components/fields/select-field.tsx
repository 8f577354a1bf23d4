import { Select } from 'nhsuk-react-components'
import { LabelText } from './label-text.tsx'
import { textOf, useField, type FieldProps } from './use-field.ts'

export type Option = Readonly<{ value: string; label: string; hint?: string }>

type SelectFieldProps = FieldProps & Readonly<{
  options: readonly Option[]
  /** Words of the choice that means null: "Not known". Without it one of the options has to be taken. */
  none?: string
}>

/** One from a list too long for radios. */
export function SelectField({ name, label, hint, optional, disabled, options, none }: SelectFieldProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  return (
    <Select
      id={id} name={name} label={<LabelText label={label} optional={optional} />} hint={hint} error={error} value={textOf(value)} ref={ref}
      disabled={disabled} onBlur={blur} onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
    >
      {(none !== undefined || textOf(value) === '') && <Select.Option value="">{none ?? 'Choose'}</Select.Option>}
      {options.map((option) => <Select.Option key={option.value} value={option.value}>{option.label}</Select.Option>)}
    </Select>
  )
}

/** A table of words as options, in the order of the codes. */
export function optionsOf<C extends string>(codes: readonly C[], words: Readonly<Record<C, string>>, hints?: Readonly<Record<C, string>>): Option[] {
  return codes.map((code) => ({ value: code, label: words[code], hint: hints?.[code] }))
}

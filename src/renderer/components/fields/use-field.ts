import { useController } from 'react-hook-form'

export type FieldProps = Readonly<{
  /** Path of the value in the form, `fields.noticePeriod`. */
  name: string
  label: string
  hint?: string
  /** Says "(optional)" after the label. */
  optional?: boolean
  disabled?: boolean
}>

/** The id of a field follows from its name, so that the error summary can lead to it. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`

/** A field of the form around it, with its id, its error and what the field components need to hold its value. */
export function useField(name: string) {
  const { field, fieldState } = useController({ name })
  return { id: fieldId(name), value: field.value as unknown, change: field.onChange, blur: field.onBlur, ref: field.ref, error: fieldState.error?.message }
}

/** Text of a value as an input holds it. */
export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

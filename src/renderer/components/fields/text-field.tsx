import { Textarea, TextInput } from 'nhsuk-react-components'
import type { HTMLInputAutoCompleteAttribute } from 'react'
import { LabelText } from './label-text.tsx'
import { textOf, useField, type FieldProps } from './use-field.ts'

type TextFieldProps = FieldProps & Readonly<{
  /** An empty field gives null instead of an empty text. */
  nullable?: boolean
  /** A whole number instead of text; what is no number is kept as typed, for the schema to refuse. */
  number?: boolean
  width?: 2 | 3 | 4 | 5 | 10 | 20
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** Words from a list that may be taken or not. */
  suggestions?: readonly string[]
}>

/** One line of text. */
export function TextField({ name, label, hint, optional, disabled, nullable = false, number = false, width, autoComplete = 'off', suggestions }: TextFieldProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  const listId = suggestions ? `${id}-words` : undefined
  return (
    <>
      <TextInput
        id={id} name={name} label={<LabelText label={label} optional={optional} />} hint={hint} error={error} value={textOf(value)} ref={ref}
        width={width} autoComplete={autoComplete} disabled={disabled} list={listId} inputMode={number ? 'numeric' : undefined}
        onBlur={blur} onChange={(event) => change(valueOf(event.target.value, nullable, number))}
      />
      {suggestions && <datalist id={listId}>{suggestions.map((word) => <option key={word} value={word}>{word}</option>)}</datalist>}
    </>
  )
}

/** Several lines; grows with what is written. @param rows how many are shown at first. */
export function TextArea({ name, label, hint, optional, disabled, nullable = false, rows = 3 }: Omit<TextFieldProps, 'width' | 'number'> & Readonly<{ rows?: number }>) {
  const { id, value, change, blur, ref, error } = useField(name)
  return (
    <Textarea
      id={id} name={name} label={<LabelText label={label} optional={optional} />} hint={hint} error={error} value={textOf(value)} ref={ref}
      disabled={disabled} rows={rows} style={{ '--rows': rows } as React.CSSProperties}
      onBlur={blur} onChange={(event) => change(valueOf(event.target.value, nullable, false))}
    />
  )
}

export function valueOf(typed: string, nullable: boolean, number: boolean): string | number | null {
  if (typed === '' && (nullable || number)) return null
  return number && /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : typed
}

import { Textarea } from 'nhsuk-react-components'
import { useState } from 'react'
import { LabelText } from './label-text.tsx'
import { useField, type FieldProps } from './use-field.ts'

/** A list written one item a line. The value is the list without empty lines. */
export function LinesField({ name, label, hint, optional, disabled, rows = 2 }: FieldProps & Readonly<{ rows?: number }>) {
  const { id, value, change, blur, ref, error } = useField(name)
  const list = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  const [typed, setTyped] = useState(() => list.join('\n'))
  // A draft or a reset may set the list from outside; then the text follows it.
  const shown = linesOf(typed).join('\n') === list.join('\n') ? typed : list.join('\n')
  return (
    <Textarea
      id={id} name={name} label={<LabelText label={label} optional={optional} />} hint={hint} error={error} ref={ref} disabled={disabled}
      rows={rows} style={{ '--rows': rows } as React.CSSProperties} value={shown} onBlur={blur}
      onChange={(event) => { setTyped(event.target.value); change(linesOf(event.target.value)) }}
    />
  )
}

export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

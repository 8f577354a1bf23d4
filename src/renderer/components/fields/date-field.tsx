import { DateInput } from 'nhsuk-react-components'
import { useState } from 'react'
import { LabelText } from './label-text.tsx'
import { textOf, useField, type FieldProps } from './use-field.ts'

export type DateParts = Readonly<{ day: string; month: string; year: string }>

/**
 * A date in three parts. The value is `2026-11-24`, null when all three are empty, and what was typed so far, as
 * `year-month-day`, while it is no date yet: the schema then refuses it in words and nothing typed is lost.
 */
export function DateField({ name, label, hint, optional, disabled }: FieldProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  const [typed, setTyped] = useState(() => partsOf(textOf(value)))
  // The value may be set from outside, by a draft or a reset; then the parts follow it.
  const parts = dateOf(typed) === (textOf(value) || null) ? typed : partsOf(textOf(value))
  const part = (which: keyof DateParts) => ({
    id: which === 'day' ? id : `${id}-${which}`, name: `${name}-${which}`, value: parts[which], disabled, autoComplete: 'off',
    'aria-invalid': error ? true : undefined, onBlur: blur,
    onChange: (event: { target: { value: string } }) => {
      const next = { ...parts, [which]: event.target.value.trim() }
      setTyped(next)
      change(dateOf(next))
    },
  })
  return (
    <DateInput id={`${id}-group`} name={name} legend={<LabelText label={label} optional={optional} />} hint={hint} error={error}>
      <DateInput.Day {...part('day')} ref={ref} />
      <DateInput.Month {...part('month')} />
      <DateInput.Year {...part('year')} />
    </DateInput>
  )
}

/** @returns null when nothing is typed. A year of two digits is not guessed at. */
export function dateOf({ day, month, year }: DateParts): string | null {
  if (!day && !month && !year) return null
  return [year, padded(month), padded(day)].join('-')
}

const padded = (part: string): string => (/^\d$/.test(part) ? `0${part}` : part)

export function partsOf(value: string): DateParts {
  const [year = '', month = '', day = ''] = value.split('-')
  return { day: day.replace(/^0(?=\d)/, ''), month: month.replace(/^0(?=\d)/, ''), year }
}

import classNames from 'classnames'
import { ErrorMessage, Fieldset, HintText, Legend } from 'nhsuk-react-components'
import { useState } from 'react'
import { LabelText } from './label-text.tsx'
import { textOf, useField, type FieldProps } from './use-field.ts'

const units = [['D', 'days'], ['W', 'weeks'], ['M', 'months'], ['Y', 'years']] as const
export type PeriodUnit = (typeof units)[number][0]
export type PeriodParts = Readonly<{ number: string; unit: PeriodUnit }>

/** A number and a unit, as agreements state notice. The value is `P3M`, or null when the number is empty. */
export function PeriodField({ name, label, hint, optional, disabled }: FieldProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  const [typed, setTyped] = useState(() => periodPartsOf(textOf(value)))
  const parts = periodOf(typed) === (textOf(value) || null) ? typed : periodPartsOf(textOf(value))
  const update = (next: PeriodParts) => { setTyped(next); change(periodOf(next)) }
  return (
    <div className={classNames('nhsuk-form-group', { 'nhsuk-form-group--error': error })}>
      <Fieldset aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}>
        <Legend><LabelText label={label} optional={optional} /></Legend>
        <HintText id={`${id}-hint`}>{hint}</HintText>
        <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>
        <div className="psr-period">
          <label className="psr-vh" htmlFor={id}>How many</label>
          <input
            id={id} ref={ref} className={classNames('nhsuk-input nhsuk-input--width-4', { 'nhsuk-input--error': error })} inputMode="numeric"
            autoComplete="off" disabled={disabled} value={parts.number} onBlur={blur} onChange={(event) => update({ ...parts, number: event.target.value })}
          />
          <label className="psr-vh" htmlFor={`${id}-unit`}>Of what</label>
          <select
            id={`${id}-unit`} className="nhsuk-select" disabled={disabled} value={parts.unit} onBlur={blur}
            onChange={(event) => update({ ...parts, unit: units.find(([code]) => code === event.target.value)?.[0] ?? 'M' })}
          >
            {units.map(([code, word]) => <option key={code} value={code}>{word}</option>)}
          </select>
        </div>
      </Fieldset>
    </div>
  )
}

/** @returns null when no number is typed; what is no number is kept inside, for the schema to refuse. */
export function periodOf({ number, unit }: PeriodParts): string | null {
  return number.trim() === '' ? null : `P${number.trim()}${unit}`
}

/** A period of two units (`P1Y6M`) is shown in the smaller one where that is exact. */
export function periodPartsOf(value: string): PeriodParts {
  const both = /^P(\d+)Y(\d+)M$/.exec(value)
  if (both) return { number: String(Number(both[1]) * 12 + Number(both[2])), unit: 'M' }
  const one = /^P(.*)([DWMY])$/s.exec(value)
  const unit = units.find(([code]) => code === one?.[2])?.[0]
  return one && unit ? { number: one[1] ?? '', unit } : { number: '', unit: 'M' }
}

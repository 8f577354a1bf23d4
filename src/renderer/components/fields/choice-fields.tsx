import classNames from 'classnames'
import { ErrorMessage, Fieldset, HintText, Legend } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { LabelText } from './label-text.tsx'
import type { Option } from './select-field.tsx'
import { fieldId, useField, type FieldProps } from './use-field.ts'

// The kit's own radios bring a script that shows and hides parts of the page behind React's back, so these are
// the same elements without it.

type ChoiceValue = string | boolean
type Choice = Omit<Option, 'value'> & Readonly<{
  value: ChoiceValue
  /** Shown under the choice while it is taken, for instance a field that it makes necessary. */
  more?: ReactNode
}>
type GroupProps = FieldProps & Readonly<{ options: readonly Choice[]; inline?: boolean }>

/** One of a few. Values may be words or yes and no. */
export function RadioField({ name, label, hint, optional, disabled, options, inline = false }: GroupProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  return (
    <Group id={id} label={label} hint={hint} optional={optional} error={error}>
      <div className={classNames('psr-choices', { 'psr-choices--inline': inline })}>
        {options.map((option, index) => {
          const inputId = index === 0 ? id : `${id}-${index + 1}`
          const checked = value === option.value
          return (
            <Row key={String(option.value)} id={inputId} option={option} open={checked}>
              <input
                type="radio" className="psr-radio" id={inputId} name={name} checked={checked} disabled={disabled} ref={index === 0 ? ref : undefined}
                aria-describedby={option.hint ? `${inputId}-hint` : undefined} onBlur={blur} onChange={() => change(option.value)}
              />
            </Row>
          )
        })}
      </div>
    </Group>
  )
}

/** Any of a few; the value is a list in the order of the options. */
export function CheckboxField({ name, label, hint, optional, disabled, options, inline = false }: GroupProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  const taken: readonly unknown[] = Array.isArray(value) ? value : []
  const toggle = (one: ChoiceValue) => change(options.map((option) => option.value).filter((other) => (other === one) !== taken.includes(other)))
  return (
    <Group id={id} label={label} hint={hint} optional={optional} error={error}>
      <div className={classNames('psr-choices', { 'psr-choices--inline': inline })}>
        {options.map((option, index) => {
          const inputId = index === 0 ? id : `${id}-${index + 1}`
          const checked = taken.includes(option.value)
          return (
            <Row key={String(option.value)} id={inputId} option={option} open={checked}>
              <input
                type="checkbox" className="psr-check" id={inputId} name={name} checked={checked} disabled={disabled} ref={index === 0 ? ref : undefined}
                aria-describedby={option.hint ? `${inputId}-hint` : undefined} onBlur={blur} onChange={() => toggle(option.value)}
              />
            </Row>
          )
        })}
      </div>
    </Group>
  )
}

/** A single yes or no on one line. The value is a boolean. */
export function YesField({ name, label, hint, disabled }: FieldProps) {
  const { id, value, change, blur, ref, error } = useField(name)
  return (
    <div className={classNames('nhsuk-form-group', { 'nhsuk-form-group--error': error })}>
      <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>
      <Row id={id} option={{ value: true, label, hint }} open={false}>
        <input
          type="checkbox" className="psr-check" id={id} name={name} checked={value === true} disabled={disabled} ref={ref}
          aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
          onBlur={blur} onChange={(event) => change(event.target.checked)}
        />
      </Row>
    </div>
  )
}

/** Radios drawn as cards, where a person decides. The whole card is the label. */
export function CardField({ name, label, hint, options, children }: GroupProps & Readonly<{ children?: ReactNode }>) {
  const { value, change, blur, ref, error } = useField(name)
  const id = fieldId(name)
  return (
    <Group id={id} label={label} hint={hint} error={error}>
      <div className="psr-cards">
        {options.map((option, index) => (
          <label key={String(option.value)} className="psr-card">
            <input
              type="radio" className="psr-radio" id={index === 0 ? id : `${id}-${index + 1}`} name={name} checked={value === option.value}
              ref={index === 0 ? ref : undefined} onBlur={blur} onChange={() => change(option.value)}
            />
            <span><b>{option.label}</b>{option.hint && <small>{option.hint}</small>}</span>
          </label>
        ))}
      </div>
      {children}
    </Group>
  )
}

type GroupFrame = Readonly<{ id: string; label: string; hint?: string; optional?: boolean; error?: string; children: ReactNode }>

function Group({ id, label, hint, optional, error, children }: GroupFrame) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={classNames('nhsuk-form-group', { 'nhsuk-form-group--error': error })}>
      <Fieldset aria-describedby={describedBy}>
        <Legend><LabelText label={label} optional={optional} /></Legend>
        <HintText id={`${id}-hint`}>{hint}</HintText>
        <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>
        {children}
      </Fieldset>
    </div>
  )
}

function Row({ id, option, open, children }: Readonly<{ id: string; option: Choice; open: boolean; children: ReactNode }>) {
  return (
    <div className="psr-choice">
      {children}
      <label htmlFor={id}>{option.label}</label>
      {option.hint && <span id={`${id}-hint`} className="psr-choice__hint">{option.hint}</span>}
      {open && option.more && <div className="psr-choice__more">{option.more}</div>}
    </div>
  )
}

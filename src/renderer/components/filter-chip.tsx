import classNames from 'classnames'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from './icon.tsx'

export type ChipOption = Readonly<{ value: string; label: string; count?: number }>

type FilterChipProps = Readonly<{
  label: string
  options: readonly ChipOption[]
  /** What is picked; empty means any. */
  value: readonly string[]
  onChange: (value: readonly string[]) => void
  /** Words for what is picked, where the options' own would be too long. */
  valueWords?: string
  /** False: one at most. */
  multiple?: boolean
}>

/**
 * A chip that opens a list of real checkboxes (radios where only one may be picked): Space picks, the arrows move,
 * Escape closes. When something is picked the chip turns blue and gets a button that clears it.
 */
export function FilterChip({ label, options, value, onChange, valueWords, multiple = true }: FilterChipProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const listId = useId()
  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => { if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false) }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [open])
  const close = () => { setOpen(false); button.current?.focus() }
  const pick = (picked: string) => {
    if (value.includes(picked)) onChange(value.filter((one) => one !== picked))
    else onChange(multiple ? [...value, picked] : [picked])
  }
  const set = value.length > 0
  return (
    <div ref={box} className={classNames('psr-chip-box', { 'psr-chip-box--set': set })}>
      <button
        ref={button} type="button" className="psr-chip" aria-expanded={open} aria-controls={open ? listId : undefined} onClick={() => setOpen(!open)}
        onKeyDown={(event) => { if (event.key === 'ArrowDown') { event.preventDefault(); setOpen(true) } }}
      >
        {label}: {valueWords ?? wordsOf(options, value)}{!set && <Icon name="down" size={14} />}
      </button>
      {set && (
        <button type="button" className="psr-chip__clear" onClick={() => { onChange([]); button.current?.focus() }}>
          <Icon name="close" size={13} /><span className="psr-vh">Clear {label.toLowerCase()}</span>
        </button>
      )}
      {open && <Options id={listId} label={label} options={options} value={value} multiple={multiple} onPick={pick} onClose={close} />}
    </div>
  )
}

function wordsOf(options: readonly ChipOption[], value: readonly string[]): string {
  const [first, ...rest] = value
  if (first === undefined) return 'any'
  if (rest.length > 0) return `${value.length} picked`
  return options.find((option) => option.value === first)?.label ?? first
}

type OptionsProps = Readonly<{
  id: string; label: string; options: readonly ChipOption[]; value: readonly string[]; multiple: boolean
  onPick: (value: string) => void; onClose: () => void
}>

function Options({ id, label, options, value, multiple, onPick, onClose }: OptionsProps) {
  const list = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const inputs = inputsIn(list.current)
    const first = inputs.find((input) => input.checked) ?? inputs[0]
    first?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' || event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const inputs = inputsIn(list.current)
    inputs[inputs.indexOf(event.currentTarget) + step]?.focus()
  }
  return (
    <fieldset ref={list} id={id} className="psr-menu">
      <legend className="psr-vh">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type={multiple ? 'checkbox' : 'radio'} className={multiple ? 'psr-check' : 'psr-radio'} name={id} checked={value.includes(option.value)}
            onChange={() => onPick(option.value)} onKeyDown={onKeyDown}
          />
          <span>{option.label}</span>{option.count !== undefined && <small>{option.count}</small>}
        </label>
      ))}
    </fieldset>
  )
}

const inputsIn = (list: HTMLElement | null): HTMLInputElement[] => [...(list?.querySelectorAll('input') ?? [])]

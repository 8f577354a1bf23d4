import classNames from 'classnames'
import { ErrorMessage, Fieldset, HintText, Legend } from 'nhsuk-react-components'
import { purposeClassOf, type PurposeRecord } from '../../../../shared/domain/entry-record.ts'
import { TextButton } from '../../../components/button.tsx'
import { NumberDisc } from '../../../components/clause-text.tsx'
import { useField } from '../../../components/fields/use-field.ts'
import { countOf } from '../../../components/format.ts'
import { ClassTag } from '../../../components/tags.tsx'
import { useCategories } from '../use-categories.ts'

/** Every purpose with its class, ticked where it moves. */
export function MovedPurposes({ name, purposes }: Readonly<{ name: string; purposes: readonly PurposeRecord[] }>) {
  const { id, value, change, blur, ref, error } = useField(name)
  const categories = useCategories()
  const ticked: readonly unknown[] = Array.isArray(value) ? value : []
  const secondary = purposes.filter((purpose) => purposeClassOf(purpose) === 'secondary-use')
  const toggle = (one: string) => change(purposes.map((purpose) => purpose.id).filter((other) => (other === one) !== ticked.includes(other)))
  return (
    <div className={classNames('nhsuk-form-group', { 'nhsuk-form-group--error': error })}>
      <Fieldset aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}>
        <Legend>Which purposes move to the new entry?</Legend>
        <HintText id={`${id}-hint`}>What you do not tick stays where it is. At least one moves, and at least one stays.</HintText>
        <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>
        {secondary.length > 0 && secondary.length < purposes.length && (
          <p><TextButton onClick={() => change(secondary.map((purpose) => purpose.id))}>Tick {countOf(secondary.length, 'secondary use', 'secondary uses')}</TextButton></p>
        )}
        <ol className="psr-split__purposes">
          {purposes.map((purpose, index) => {
            const inputId = index === 0 ? id : `${id}-${index + 1}`
            const category = purpose.confirmed?.classification.category ?? purpose.proposal?.category
            return (
              <li key={purpose.id} className="psr-split__purpose">
                <input type="checkbox" className="psr-check" id={inputId} name={name} checked={ticked.includes(purpose.id)} ref={index === 0 ? ref : undefined} aria-describedby={`${inputId}-class`} onBlur={blur} onChange={() => toggle(purpose.id)} />
                <label htmlFor={inputId}><NumberDisc number={purpose.number} />{purpose.text}</label>
                <span className="psr-row psr-small psr-quiet" id={`${inputId}-class`}><ClassTag of={purposeClassOf(purpose)} />{category !== undefined && categories.label(category)}{!purpose.confirmed && ' Not confirmed yet'}</span>
              </li>
            )
          })}
        </ol>
      </Fieldset>
    </div>
  )
}

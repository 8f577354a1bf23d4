import { useFieldArray, useFormState } from 'react-hook-form'
import { roles } from '../../../shared/domain/role.ts'
import { roleWords } from '../../../shared/domain/words.ts'
import { Button } from '../../components/button.tsx'
import { optionsOf, SelectField } from '../../components/fields/select-field.tsx'
import { TextField } from '../../components/fields/text-field.tsx'
import { fieldId } from '../../components/fields/use-field.ts'

const options = optionsOf(roles, roleWords)

/** Name and role of everybody who will sign in; more can follow at any time. */
export function PeopleStep() {
  const { fields, append, remove } = useFieldArray<{ people: { name: string; role: string | null }[] }>({ name: 'people' })
  const { errors } = useFormState()
  const general = errors['people']?.root?.message ?? errors['people']?.message
  return (
    <section id={fieldId('people-root')} tabIndex={-1} aria-label="People">
      {typeof general === 'string' && <p className="nhsuk-error-message"><span className="psr-vh">Error: </span>{general}</p>}
      <ul className="psr-wz__people">
        {fields.map((field, index) => (
          <li key={field.id}>
            <TextField name={`people.${index}.name`} label={`Name of person ${index + 1}`} />
            <SelectField name={`people.${index}.role`} label={`Role of person ${index + 1}`} options={options} />
            <Button look="quiet" icon="close" disabled={fields.length === 1} onClick={() => remove(index)}><span className="psr-vh">Take out person {index + 1}</span></Button>
          </li>
        ))}
      </ul>
      <Button small icon="add" onClick={() => append({ name: '', role: 'partner' })}>Add another person</Button>
    </section>
  )
}

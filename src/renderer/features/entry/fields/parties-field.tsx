import { useFieldArray, useFormContext } from 'react-hook-form'
import { partyRoles, type Party } from '../../../../shared/domain/entry-fields.ts'
import { partyRoleWords } from '../../../../shared/domain/words.ts'
import { Button } from '../../../components/button.tsx'
import { optionsOf, SelectField } from '../../../components/fields/select-field.tsx'
import { TextField } from '../../../components/fields/text-field.tsx'
import { fieldId, type FieldProps } from '../../../components/fields/use-field.ts'

type WithParties = { what: { fields: { parties: Party[] } } }
const roles = optionsOf(partyRoles, partyRoleWords)

/** The organisations of an agreement, one a row. */
export function PartiesField({ name, label }: FieldProps) {
  const { control } = useFormContext<WithParties>()
  const { fields, append, remove } = useFieldArray({ control, name: 'what.fields.parties' })
  const add = () => append({ name: '', role: null, odsCode: null }, { focusName: `what.fields.parties.${fields.length}.name` })
  return (
    <fieldset className="psr-parties" id={fieldId(name)} tabIndex={-1}>
      <legend className="nhsuk-fieldset__legend">{label}</legend>
      {fields.map((row, index) => (
        <fieldset key={row.id} className="psr-parties__row">
          <legend className="psr-vh">Organisation {index + 1}</legend>
          <TextField name={`${name}.${index}.name`} label="Name" />
          <SelectField name={`${name}.${index}.role`} label="Role" options={roles} none="Not known" />
          <TextField name={`${name}.${index}.odsCode`} label="ODS code" optional nullable width={10} />
          <Button look="quiet" icon="close" small onClick={() => remove(index)}><span className="psr-vh">Remove organisation {index + 1}</span></Button>
        </fieldset>
      ))}
      <Button small icon="add" onClick={add}>Add an organisation</Button>
    </fieldset>
  )
}

import { ErrorMessage } from 'nhsuk-react-components'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { PositionIn } from '../../../shared/contract/positions.ts'
import { sourceGrades } from '../../../shared/domain/position.ts'
import { sourceGradeWords } from '../../../shared/domain/words.ts'
import { Button } from '../../components/button.tsx'
import { optionsOf, SelectField } from '../../components/fields/select-field.tsx'
import { TextArea, TextField } from '../../components/fields/text-field.tsx'
import { fieldId } from '../../components/fields/use-field.ts'

type WithSources = { position: PositionIn }
const name = 'position.sources'
const grades = optionsOf(sourceGrades, sourceGradeWords)

/** Who says so, one a row. A position without anybody who says it is refused. */
export function SourcesField() {
  const { control, formState: { errors } } = useFormContext<WithSources>()
  const { fields, append, remove } = useFieldArray({ control, name })
  const wrong = errors.position?.sources
  const error = wrong?.root?.message ?? wrong?.message
  const id = fieldId(name)
  const add = () => append({ party: '', says: '', address: '', grade: 'B' }, { focusName: `${name}.${fields.length}.party` })
  return (
    <fieldset className="psr-pos-sources" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="nhsuk-fieldset__legend">Who says so</legend>
      <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>
      {fields.map((row, index) => (
        <fieldset key={row.id} className="psr-pos-sources__row">
          <legend>Source {index + 1}</legend>
          <span className="psr-pos-sources__remove"><Button look="quiet" icon="close" small onClick={() => remove(index)}>Remove<span className="psr-vh"> source {index + 1}</span></Button></span>
          <div className="psr-pos-sources__who">
            <TextField name={`${name}.${index}.party`} label="Who" />
            <SelectField name={`${name}.${index}.grade`} label="What it is" options={grades} />
          </div>
          <TextArea name={`${name}.${index}.says`} label="What they say" rows={2} />
          <TextField name={`${name}.${index}.address`} label="Where it can be read" hint="A web address, or the name and date of a letter. The app does not open it." />
        </fieldset>
      ))}
      <Button small icon="add" onClick={add}>Add a source</Button>
    </fieldset>
  )
}

import { commonFieldWords } from '../../../../shared/domain/words.ts'
import { useAnswer } from '../../../app/use-call.ts'
import { LinesField } from '../../../components/fields/lines-field.tsx'
import { SelectField } from '../../../components/fields/select-field.tsx'
import { TextArea, TextField } from '../../../components/fields/text-field.tsx'
import { FormPart } from './form-part.tsx'

/** What every kind has: title, summary, owner and tags. */
export function CommonFields() {
  return (
    <FormPart title="The entry">
      <div className="psr-fields__wide"><TextField name="title" label={commonFieldWords.title} hint="What people call it." /></div>
      <div className="psr-fields__wide"><TextArea name="summary" label={commonFieldWords.summary} hint="What it is, in two or three sentences. No patient data, please." optional rows={2} /></div>
      <OwnerField />
      <LinesField name="tags" label={commonFieldWords.tags} hint="One a line." optional rows={1} />
    </FormPart>
  )
}

/** Somebody in office. */
export function OwnerField() {
  const people = useAnswer('people.list', {})
  const options = (people.data ?? []).filter(({ leftOn }) => leftOn === null).map(({ id, name }) => ({ value: id, label: name }))
  return <SelectField name="owner" label={commonFieldWords.owner} hint="Who keeps it up to date." options={options} none="Nobody yet" />
}

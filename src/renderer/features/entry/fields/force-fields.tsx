import { legalForces } from '../../../../shared/domain/legal-force.ts'
import { commonFieldWords, legalForceLines, legalForceWords } from '../../../../shared/domain/words.ts'
import { RadioField } from '../../../components/fields/choice-fields.tsx'
import { DateField } from '../../../components/fields/date-field.tsx'
import { optionsOf } from '../../../components/fields/select-field.tsx'
import { TextArea, TextField } from '../../../components/fields/text-field.tsx'

/** Why a flow exists, what shows it, and when that was looked up. @param at where it stands in the form. */
export function ForceFields({ at = '' }: Readonly<{ at?: string }>) {
  const name = (field: string) => (at === '' ? field : `${at}.${field}`)
  return (
    <>
      <div className="psr-fields__wide"><RadioField name={name('force')} label="Why does it exist?" options={optionsOf(legalForces, legalForceWords, legalForceLines)} /></div>
      <TextField name={name('reference')} label="What shows it" hint="For example clause 2.1, page 2, or the name of the direction." optional nullable />
      <DateField name={name('checkedOn')} label={commonFieldWords.legalForceCheckedOn} />
      <div className="psr-fields__wide"><TextArea name={name('note')} label="Note" hint="The words of the clause, if they settle it." optional nullable rows={2} /></div>
    </>
  )
}

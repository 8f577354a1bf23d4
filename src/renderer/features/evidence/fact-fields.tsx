import type { EvidenceCategory } from '../../../shared/domain/evidence.ts'
import { evidenceCategoryWords } from '../../../shared/domain/words.ts'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf, SelectField } from '../../components/fields/select-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'

/** What a person says about a file. */
export function FactFields({ categories }: Readonly<{ categories: readonly EvidenceCategory[] }>) {
  return (
    <>
      <SelectField name="category" label="Category" options={optionsOf(categories, evidenceCategoryWords)} />
      <TextArea name="note" label="What it shows" hint="For instance: signed by all four parties on page 12." rows={2} />
      <div className="psr-evidence__days">
        <DateField name="evidenceOn" label="Evidence is from" hint="The day on the letter or of the picture, not today." />
        <DateField name="expiresOn" label="Runs out on" hint="When it has to be looked at again." optional />
      </div>
    </>
  )
}

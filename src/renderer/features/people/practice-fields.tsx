import { useWatch } from 'react-hook-form'
import { clinicalSystems } from '../../../shared/domain/entry-fields.ts'
import { contractTypes, usualPracticeCode } from '../../../shared/domain/practice.ts'
import { clinicalSystemWords } from '../../../shared/domain/words.ts'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { optionsOf, SelectField } from '../../components/fields/select-field.tsx'
import { TextField } from '../../components/fields/text-field.tsx'
import { Banner } from '../../components/panel.tsx'
import { contractTypeWords } from './people-words.ts'

/** The practice's own details, under `practice` in the form around it. */
export function PracticeFields() {
  const ods: unknown = useWatch({ name: 'practice.ods' })
  const unusual = typeof ods === 'string' && /^[A-Za-z0-9]{3,12}$/.test(ods.trim()) && !usualPracticeCode.test(ods.trim().toUpperCase())
  return (
    <>
      <TextField name="practice.name" label="Name of the practice" autoComplete="organization" />
      <TextField name="practice.ods" label="ODS code" hint="One letter and five digits, for example A99999" width={10} />
      {unusual && <div className="nhsuk-form-group"><Banner tone="warn" announce><p className="psr-small">Practice codes are usually one letter and five digits. Look again, and go on if it is right.</p></Banner></div>}
      <RadioField name="practice.contractType" label="Contract" options={optionsOf(contractTypes, contractTypeWords)} inline />
      <SelectField name="practice.clinicalSystem" label="Clinical system" options={optionsOf(clinicalSystems, clinicalSystemWords)} />
      <div className="psr-form-row">
        <TextField name="practice.icb" label="Integrated care board" optional nullable />
        <TextField name="practice.pcn" label="Primary care network" optional nullable />
      </div>
    </>
  )
}

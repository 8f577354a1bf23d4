import { useWatch } from 'react-hook-form'
import { entryClasses } from '../../../shared/domain/class.ts'
import { classWords } from '../../../shared/domain/words.ts'
import { RadioField, YesField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { TextField } from '../../components/fields/text-field.tsx'
import { countOf } from '../../components/format.ts'
import './policy-fields.scss'

type PolicyFieldsProps = Readonly<{
  partners: number
  /** Leaves out what most practices never need; People and policy has it all. */
  brief?: boolean
}>

/** When a decision is made, under `policy` in the form around it. */
export function PolicyFields({ partners, brief = false }: PolicyFieldsProps) {
  const secondCheck = useWatch({ name: 'policy.secondCheck' }) === true
  return (
    <>
      <RadioField
        name="policy.quorum" label="A decision is made when"
        options={[
          { value: 'all', label: 'all partners agree' },
          { value: 'number', label: 'a number of partners agree', more: <TextField name="policy.number" label={`How many, of ${countOf(partners, 'partner')}`} number width={2} /> },
          { value: 'majority', label: 'more than half agree' },
        ]}
      />
      <fieldset className="nhsuk-fieldset psr-also">
        <legend className="nhsuk-fieldset__legend">Also</legend>
        <YesField name="policy.secondCheck" label="A second person checks each classification" hint="One person proposes, somebody else confirms." />
        {!brief && secondCheck && (
          <div className="psr-also__more">
            <TextField name="policy.ownCheckReason" label="Why people may check their own" hint="Only where the practice is too small for a second person. Left empty, they may not." optional nullable />
          </div>
        )}
        <YesField name="policy.waitForAll" label="Wait until every partner has answered" hint="Even when enough have agreed." />
      </fieldset>
      {!brief && <ReviewFields />}
      {!brief && (
        <DateField
          name="policy.contractBindsFrom" label="Day the October 2025 contract terms bind the practice from" optional
          hint="Only if your contract variation notice names a later day than the national one."
        />
      )}
    </>
  )
}

/** How often each kind of entry is looked at again. The day itself stands on the entry and can be another one. */
function ReviewFields() {
  return (
    <fieldset className="nhsuk-fieldset psr-also">
      <legend className="nhsuk-fieldset__legend">Months between two reviews</legend>
      <div className="psr-also__months">{entryClasses.map((of) => <TextField key={of} name={`policy.reviewMonths.${of}`} label={classWords[of]} number width={3} />)}</div>
    </fieldset>
  )
}

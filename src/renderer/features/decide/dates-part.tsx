import { useWatch } from 'react-hook-form'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { dataEndings } from '../../../shared/domain/decision-draft.ts'
import { shortDateInWords } from '../../../shared/domain/words.ts'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf } from '../../components/fields/select-field.tsx'
import { TextArea, TextField } from '../../components/fields/text-field.tsx'
import { Section } from '../../components/panel.tsx'

const endings = { return: 'Returned', destroy: 'Destroyed', 'keep-as-agreed': 'Kept as the agreement says' } as const satisfies Record<(typeof dataEndings)[number], string>

/** The dates a person chooses, and under them every step of what follows from them. */
export function DatesPart({ detail: { dates, decision } }: Readonly<{ detail: DecisionDetail }>) {
  return (
    <Section title="Dates, and how they were worked out" aside="England bank holidays counted">
      <div className="psr-decide__dates">{decision.verb === 'withdraw' ? <WithdrawFields /> : <OtherFields verb={decision.verb} />}</div>
      {dates.length > 0 && (
        <table className="psr-dates">
          <caption className="psr-vh">Dates and how they were worked out</caption>
          <thead className="psr-vh"><tr><th scope="col">Step</th><th scope="col">Date</th><th scope="col">How it was worked out</th></tr></thead>
          <tbody>
            {dates.map(({ label, date, working, counts }) => (
              <tr key={label} className={counts ? 'psr-dates__counts' : undefined}>
                <th scope="row">{label}</th><td><time dateTime={date}>{shortDateInWords(date)}</time></td><td>{working}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function WithdrawFields() {
  const ending: unknown = useWatch({ name: 'draft.dataEnding' })
  return (
    <>
      <DateField name="draft.noticeSentOn" label="Notice goes out on" />
      <TextField name="draft.receivedAfterWorkingDays" label="Counts as received after" hint="Working days, as the agreement says." optional number width={3} />
      <DateField name="draft.noticeReceivedOn" label="Notice received on" hint="Once it is known. It goes before the rule." optional />
      <DateField name="draft.effectiveOn" label="Takes effect on another day" hint="Only where no period is stated, or both sides agreed a day." optional />
      <DateField name="draft.lastExtractOn" label="Last extract on" optional />
      <RadioField name="draft.dataEnding" label="The data they hold are" options={optionsOf(dataEndings, endings)} optional />
      {(ending === 'return' || ending === 'destroy') && <DateField name="draft.dataEndingBy" label={ending === 'return' ? 'Returned by' : 'Destroyed by'} optional />}
    </>
  )
}

function OtherFields({ verb }: Readonly<{ verb: DecisionDetail['decision']['verb'] }>) {
  const holds = verb === 'freeze' || verb === 'defer'
  return (
    <>
      <DateField name="draft.effectiveOn" label="Takes effect on" />
      <DateField name="draft.endsOn" label={holds ? 'Ends on, unless decided again' : 'Looked at again on'} optional={verb !== 'freeze'} />
      {verb === 'restrict' && <DateField name="draft.lastExtractOn" label="Last extract of what stops" optional />}
      {holds && <div className="psr-decide__wide"><TextArea name="draft.exitCondition" label="What has to be true before the practice signs" optional={verb !== 'freeze'} nullable rows={2} /></div>}
    </>
  )
}

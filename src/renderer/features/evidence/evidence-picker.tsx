import { activeEvidence, evidenceName, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { dateInWords, evidenceCategoryWords } from '../../../shared/domain/words.ts'
import { CheckboxField } from '../../components/fields/choice-fields.tsx'

type EvidencePickerProps = Readonly<{
  /** Name of the form's field: a list of the ids of evidence. */
  name: string
  label: string
  hint?: string
  optional?: boolean
  evidence: readonly EvidenceRecord[]
}>

/** Any of the files that are attached already and still count. */
export function EvidencePicker({ name, label, hint, optional, evidence }: EvidencePickerProps) {
  const active = activeEvidence(evidence)
  if (active.length === 0) return <p className="psr-quiet">{label}: no file is attached yet. Attach it under Evidence first, then choose it here.</p>
  return (
    <CheckboxField
      name={name} label={label} hint={hint} optional={optional}
      options={active.map((one) => ({ value: one.id, label: evidenceName(one), hint: `${evidenceCategoryWords[one.category]}, ${dateInWords(one.evidenceOn)}: ${one.note}` }))}
    />
  )
}

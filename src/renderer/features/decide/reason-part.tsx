import { TextArea } from '../../components/fields/text-field.tsx'
import { Section } from '../../components/panel.tsx'

export function ReasonPart() {
  return (
    <Section title="Reason" aside="In the practice’s own words">
      <TextArea name="draft.reason" label="Why the practice decides this" hint="No patient data, please." rows={3} />
    </Section>
  )
}

import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { purposeClassOf } from '../../../shared/domain/entry-record.ts'
import { classWords } from '../../../shared/domain/words.ts'
import { useAnswer } from '../../app/use-call.ts'
import { CheckboxField } from '../../components/fields/choice-fields.tsx'
import { Section } from '../../components/panel.tsx'

/** For restrict: which purposes go on. The others stop. */
export function KeptPart({ detail: { decision, entry } }: Readonly<{ detail: DecisionDetail }>) {
  const whole = useAnswer('entry.get', { id: entry.id }, { enabled: decision.verb === 'restrict' })
  if (decision.verb !== 'restrict') return null
  const options = (whole.data?.entry.purposes ?? []).map((purpose) => ({ value: purpose.id, label: `${purpose.number}. ${purpose.text}`, hint: classWords[purposeClassOf(purpose)] }))
  return (
    <Section title="What goes on" aside="What is not ticked stops">
      <CheckboxField name="draft.purposesKept" label="Purposes that go on" options={options} />
    </Section>
  )
}

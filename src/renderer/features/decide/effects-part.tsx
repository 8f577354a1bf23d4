import { LinesField } from '../../components/fields/lines-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { Section } from '../../components/panel.tsx'

const effects = [
  ['service', 'Service', 'What stops, what goes on.'], ['money', 'Money', 'Payment that depends on it, or none.'],
  ['patients', 'Patients', 'Whose care relies on it, what they are told.'], ['contract', 'Contract', 'What binds the practice.'],
] as const

/** What the decision does, told to each partner before they answer. */
export function EffectsPart() {
  return (
    <Section title="What it does" aside="Shown to each partner before signing">
      <div className="psr-decide__pairs">
        {effects.map(([name, label, hint]) => <TextArea key={name} name={`draft.effects.${name}`} label={label} hint={hint} rows={2} />)}
        <LinesField name="draft.whatChanges" label="What changes in practice" hint="Who does what, and when. One a line." optional rows={3} />
        <TextArea name="draft.staysTheSame" label="What stays the same" hint="So that nobody fears for the rest." optional rows={3} />
      </div>
    </Section>
  )
}

import { useEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { purposeClasses, type PurposeClass } from '../../../../shared/domain/class.ts'
import { classification as classificationSchema } from '../../../../shared/domain/purpose.ts'
import type { SuggestedPurpose } from '../../../../shared/domain/suggestion.ts'
import { classLines, classWords } from '../../../../shared/domain/words.ts'
import { Button } from '../../../components/button.tsx'
import { RadioField } from '../../../components/fields/choice-fields.tsx'
import { optionsOf, SelectField } from '../../../components/fields/select-field.tsx'
import { TextArea } from '../../../components/fields/text-field.tsx'
import { Form, useSchemaForm } from '../../../components/form.tsx'
import type { Categories } from '../use-categories.ts'

export type Classification = z.infer<typeof classificationSchema>

type ClassifyProps = Readonly<{
  categories: Categories
  /** What the rules proposed; another class than theirs needs a reason. */
  proposal: Pick<SuggestedPurpose, 'category' | 'class'> | null
  start: Classification | null
  onSubmit: (values: Classification) => Promise<unknown> | void
  onCancel: () => void
}>

/** A person says what a purpose is for, in place of the suggestion or where there is none. */
export function ClassifyForm({ categories, proposal, start, onSubmit, onCancel }: ClassifyProps) {
  const from = start ?? (proposal && { category: proposal.category, class: proposal.class, reason: null })
  const form = useSchemaForm(schemaFor(proposal?.class), { category: from?.category ?? '', class: from?.class, reason: from?.reason ?? null })
  const [chosen, category] = useWatch({ control: form.control, name: ['class', 'category'] })
  const before = useRef(category)
  const usual = categories.classOf(category)
  // Another category brings its usual class along; the person may still choose another.
  useEffect(() => {
    if (category === before.current || usual === undefined) return
    before.current = category
    form.setValue('class', usual)
  }, [category, usual, form])
  const differs = proposal !== null && chosen !== undefined && chosen !== proposal.class
  return (
    <Form form={form} className="psr-classify" onSubmit={async (values) => { await onSubmit({ ...values, reason: values.reason === '' ? null : values.reason }) }}>
      <SelectField name="category" label="What the data are used for" options={categories.all.map(({ slug, label, class: own }) => ({ value: slug, label: `${label} (${classWords[own].toLowerCase()})` }))} />
      <RadioField inline name="class" label="Class" options={optionsOf(purposeClasses, classWords)} />
      {chosen && <p className="psr-small psr-quiet psr-classify__line">{lineFor(chosen)}</p>}
      <TextArea
        name="reason" nullable rows={2} optional={!differs} label={differs ? 'Why it differs from the suggestion' : 'Reason'}
        hint={differs ? `The rules suggested ${classWords[proposal.class].toLowerCase()}. Name the words it rests on.` : 'Name the words it rests on.'}
      />
      <div className="psr-buttons"><Button small type="submit">Confirm this</Button><Button small look="quiet" onClick={onCancel}>Cancel</Button></div>
    </Form>
  )
}

const lines = {
  'direct-care': 'The care of an individual patient by people who look after them.',
  'secondary-use': 'Anything other than the care of an individual: planning, research, audit, payment, saving.',
  undetermined: classLines.undetermined.replace('At least one purpose', 'This purpose').replace(', or none is recorded', ''),
} as const satisfies Record<PurposeClass, string>
const lineFor = (chosen: PurposeClass): string => lines[chosen]

const schemaFor = (suggested: PurposeClass | undefined) => z.strictObject({
  category: z.string().min(1, 'Choose what the data are used for'),
  class: z.enum(purposeClasses, 'Choose a class'),
  reason: classificationSchema.shape.reason,
}).refine((value) => suggested === undefined || value.class === suggested || (value.reason ?? '').trim() !== '', { path: ['reason'], message: 'Say why it differs from the suggestion' })

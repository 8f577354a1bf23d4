import { useState } from 'react'
import type { z } from 'zod'
import { entryCalls, type EntryDetail } from '../../../shared/contract/entries.ts'
import { lastReview, reviewOutcomes, type ReviewKind } from '../../../shared/domain/review.ts'
import { dateInWords, lowerFirst, reviewKindWords, reviewOutcomeWords } from '../../../shared/domain/words.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { TextButton } from '../../components/button.tsx'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf } from '../../components/fields/select-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'

type Reviewable = EntryDetail['reviewable'][number]

const acts = Object.freeze({
  review: 'Record a review', 'audit-check': 'Record an audit check', 'section-251': 'Record how the section 251 support stands',
} as const satisfies Record<ReviewKind, string>)

/** When somebody last looked at the entry again, when the next look is due, and a way to record one. */
export function ReviewPanel({ detail }: Readonly<{ detail: EntryDetail }>) {
  const { entry, reviewable } = detail
  const [open, setOpen] = useState<Reviewable | null>(null)
  const mayRecord = useMay('review.record')
  const last = lastReview(entry.reviews, 'review')
  return (
    <section id="reviews" tabIndex={-1} className="psr-entry__beside" aria-labelledby="reviews-title">
      <h2 id="reviews-title">Reviews</h2>
      <p>{last ? <><b>{reviewOutcomeWords[last.outcome]}</b>, said {last.by.name} on {dateInWords(last.on)}.</> : 'Nobody has recorded a review yet.'}</p>
      <p className="psr-quiet">{entry.fields.reviewOn === null ? 'No next review is set.' : `Next review on ${dateInWords(entry.fields.reviewOn)}.`}</p>
      {mayRecord && reviewable.map((one) => <p key={one.kind}><TextButton onClick={() => setOpen(one)}>{acts[one.kind]}</TextButton></p>)}
      {open && <ReviewDialog detail={detail} reviewable={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

const schema = entryCalls['review.record'].input.omit({ id: true })

function ReviewDialog({ detail: { entry, judgedFor }, reviewable: { kind, nextOn }, onClose }: Readonly<{ detail: EntryDetail; reviewable: Reviewable; onClose: () => void }>) {
  const form = useSchemaForm(schema, { kind, on: judgedFor, outcome: 'unchanged', note: '', evidence: [], nextOn })
  const record = useAct('review.record')
  const send = (said: z.output<typeof schema>) => record.mutateAsync({ id: entry.id, ...said })
  return (
    <FormDialog title={acts[kind]} form={form} onSubmit={send} onClose={onClose} send="Record it">
      {entry.state === 'frozen' && <p className="psr-dialog__lead">A frozen entry is looked at again: set the day of the next review.</p>}
      <DateField name="on" label="Looked at on" />
      <RadioField name="outcome" label={`What was found: ${lowerFirst(reviewKindWords[kind])}`} options={optionsOf(reviewOutcomes, reviewOutcomeWords)} />
      <TextArea name="note" label="Note" hint="What was looked at, and what was found." optional rows={2} />
      <EvidencePicker name="evidence" label="Files that show it" optional evidence={entry.evidence} />
      <DateField name="nextOn" label={kind === 'section-251' ? 'The support ends on' : 'Next one on'} hint={kind === 'section-251' ? 'Leave it empty where it has ended.' : 'Proposed from how often the practice reviews such an entry.'} optional={kind === 'section-251'} />
    </FormDialog>
  )
}

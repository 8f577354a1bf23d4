import { Link, useLocation, useSearch } from 'wouter'
import type { z } from 'zod'
import type { PositionPage } from '../../../shared/contract/positions.ts'
import { legalForces } from '../../../shared/domain/legal-force.ts'
import { positionCodes, type PositionSubject } from '../../../shared/domain/position.ts'
import { legalForceWords, positionCodeLines, positionCodeWords, positionSubjectWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useAnswer } from '../../app/use-call.ts'
import { useDraft } from '../../app/use-draft.ts'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { DraftNote } from '../../components/draft-note.tsx'
import { CheckboxField, RadioField, YesField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf } from '../../components/fields/select-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { formValues, positionForm } from './position-form.ts'
import { daysInWords } from './position-words.ts'
import { SourcesField } from './sources-field.tsx'
import { useSubject } from './use-subject.ts'
import './positions.scss'

/** A new row about a subject, or one that is there already. */
export function EditPositionScreen() {
  const subject = useSubject()
  const row = new URLSearchParams(useSearch()).get('row')
  const page = useAnswer('position.list', {})
  return (
    <Page
      title={row === null ? 'Add a position' : 'Edit a position'} note={positionSubjectWords[subject]}
      crumb={<Link to={paths.positionsOf(subject)}>Positions</Link>}
    >
      <Answer of={page} loading="Opening the position">{(value) => <PositionForm page={value} subject={subject} id={row} />}</Answer>
    </Page>
  )
}

const codes = positionCodes.map((value) => ({ value, label: positionCodeWords[value], hint: positionCodeLines[value] }))

function PositionForm({ page, subject, id }: Readonly<{ page: PositionPage; subject: PositionSubject; id: string | null }>) {
  const [, go] = useLocation()
  const row = page.positions.find((one) => one.id === id)
  const form = useSchemaForm(positionForm, formValues(row, subject, page.today))
  const draft = useDraft(form, `position:${id ?? subject}`.slice(0, 120))
  const send = async ({ position, reason }: z.output<typeof positionForm>) => {
    await call('position.record', { replaces: row?.id ?? null, position, reason })
    await draft.discard()
    go(paths.positionsOf(subject))
  }
  const giveUp = async () => {
    await draft.discard()
    go(paths.positionsOf(subject))
  }
  if (id !== null && !row) return <p>This position is no longer there. Its history is with its subject.</p>
  if (!draft.ready) return null
  return (
    <Form form={form} onSubmit={send} className="psr-pos-form">
      <DraftNote draft={draft} />
      {row && <p className="psr-quiet">{daysInWords(row)}. Statements that are fixed keep what they quote.</p>}
      <div className="psr-pos-form__days">
        <DateField name="position.from" label="Holds from" hint="Leave empty if it always did" optional />
        <DateField name="position.to" label="Holds until, that day included" hint="Leave empty if it has no end" optional />
      </div>
      <RadioField name="position.code" label="What holds" options={codes} />
      <TextArea name="position.text" label="In words" hint="What a practice may or has to do, in plain words. It is copied into decisions." rows={4} />
      <SourcesField />
      <YesField name="position.sourcesDiffer" label="These sources do not agree with each other" hint="Both are then shown, one under the other, and the gate warns." />
      <YesField name="position.perPractice" label="A contract variation may bind a practice later than the first day above" />
      <CheckboxField inline name="position.appliesToForce" label="Only for what exists by" hint="None taken: for everything. A row for some counts before the rows for everything." options={optionsOf(legalForces, legalForceWords)} />
      <DateField name="position.checkedOn" label="You looked it up on" />
      <TextArea name="reason" label={row ? 'Why it changes' : 'Why it is added'} hint="It stands in the trail." rows={2} />
      <p className="psr-buttons">
        <Button type="submit" look="primary" busy={form.formState.isSubmitting}>{row ? 'Save the change' : 'Add the position'}</Button>
        <Button look="quiet" onClick={() => { void giveUp() }}>Cancel</Button>
      </p>
    </Form>
  )
}

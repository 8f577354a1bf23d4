import type { z } from 'zod'
import { letterCalls, type LetterAbout, type LetterSheet } from '../../../shared/contract/letters.ts'
import { askedThings, sendingWays } from '../../../shared/domain/letters/asked.ts'
import { askedWords, lowerFirst, sendingWayWords } from '../../../shared/domain/words.ts'
import { useAct } from '../../app/use-call.ts'
import { CheckboxField, YesField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf } from '../../components/fields/select-field.tsx'
import { TextField } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import type { writeForm } from './write-screen.tsx'

const schema = letterCalls['letter.record-sent'].input.omit({ about: true, entries: true, sha256: true, subject: true })

type SentDialogProps = Readonly<{ about: LetterAbout; sheet: LetterSheet; values: z.infer<typeof writeForm>; onClose: () => void; onSent: (id: string) => Promise<void> }>

/** What went out, when and how, and by when an answer is waited for. */
export function SentDialog({ about, sheet, values: { letter, exported }, onClose, onSent }: SentDialogProps) {
  const step = sheet.decision?.step ?? null
  const form = useSchemaForm(schema, {
    recipient: sheet.recipient || (letter.addressee[1] ?? letter.addressee[0] ?? ''), how: ['email'], on: letter.on,
    asked: [...sheet.usuallyAsked], replyDueOn: sheet.replyDueOn, step: step !== null,
  })
  const record = useAct('letter.record-sent')
  const send = async (said: z.output<typeof schema>) => {
    const { id } = await record.mutateAsync({ about, entries: sheet.entries.map((entry) => entry.id), sha256: exported?.sha256 ?? '', subject: letter.subject, ...said })
    await onSent(id)
  }
  return (
    <FormDialog title="Mark the letter as sent" form={form} onSubmit={send} onClose={onClose} send="Put it on the log" wide>
      <TextField name="recipient" label="Who it went to" hint="The organisation, as the log will name it." />
      <CheckboxField name="how" label="How it was sent" options={optionsOf(sendingWays, sendingWayWords)} inline />
      <DateField name="on" label="Sent on" />
      <DateField name="replyDueOn" label="Reply asked for by" hint="As the letter says it." optional={sheet.kind !== 'reminder'} />
      {sheet.kind !== 'reminder' && <CheckboxField name="asked" label={sheet.entries.length > 1 ? 'What it asks for, about each entry' : 'What it asks for'} options={optionsOf(askedThings, askedWords)} optional />}
      {step !== null && sheet.decision && <YesField name="step" label={`With it, ${lowerFirst(step)} for decision ${sheet.decision.ref}`} hint="Records the step of the decision in the same act." />}
    </FormDialog>
  )
}

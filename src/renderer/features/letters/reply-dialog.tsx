import { z } from 'zod'
import { letterCalls, type LetterDetail } from '../../../shared/contract/letters.ts'
import { isoDate } from '../../../shared/domain/date.ts'
import { askedThings, replyOutcomes } from '../../../shared/domain/letters/asked.ts'
import { askedWords, dateInWords, evidenceCategoryWords, replyOutcomeWords } from '../../../shared/domain/words.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { CheckboxField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf, SelectField } from '../../components/fields/select-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'

const { note, evidence } = letterCalls['letter.record-reply'].input.shape
const schema = z.object({
  on: isoDate, note, evidence,
  items: z.array(z.object({ ref: z.string(), what: z.enum(askedThings), outcome: z.enum(replyOutcomes).nullable() })),
})

/** Of each thing asked for: whether it came. What is left unsaid stays as it was. */
export function ReplyDialog({ detail: { letter, items, files, today }, onClose }: Readonly<{ detail: LetterDetail; onClose: () => void }>) {
  const open = items.filter(({ outcome }) => outcome === null || outcome === 'did-not-come')
  const shown = open.length > 0 ? open : items
  const form = useSchemaForm(schema, { on: today, note: '', evidence: [], items: shown.map(({ ref, what }) => ({ ref, what, outcome: null })) })
  const record = useAct('letter.record-reply')
  const send = (said: z.output<typeof schema>) => record.mutateAsync({ ...said, id: letter.id, items: said.items.flatMap(({ ref, what, outcome }) => (outcome === null ? [] : [{ ref, what, outcome }])) })
  const all = () => { shown.forEach((_, index) => form.setValue(`items.${index}.outcome`, 'came')) }
  return (
    <FormDialog title="What came back" form={form} onSubmit={send} onClose={onClose} send="Record it" wide>
      <DateField name="on" label="It came on" />
      <fieldset className="nhsuk-fieldset psr-reply">
        <legend className="nhsuk-fieldset__legend">What came</legend>
        {shown.map(({ ref, what }, index) => (
          <SelectField key={`${ref} ${what}`} name={`items.${index}.outcome`} label={letter.entries.length > 1 ? `${askedWords[what]}, ${ref}` : askedWords[what]} options={optionsOf(replyOutcomes, replyOutcomeWords)} none="Nothing said about it" />
        ))}
      </fieldset>
      {shown.length > 1 && <p className="psr-reply__all"><Button small onClick={all}>All of it came</Button></p>}
      <TextArea name="note" label="Note" hint="How it came, who said it, what it leaves open." optional rows={2} />
      {files.length === 0 ? <p className="psr-quiet">To show what came, attach the file to the entry or the decision, under Evidence, and choose it here.</p> : (
        <CheckboxField name="evidence" label="Files that show it" options={files.map((file) => ({ value: file.id, label: file.name, hint: `${evidenceCategoryWords[file.category]}, ${dateInWords(file.evidenceOn)}, at ${file.where}` }))} optional />
      )}
    </FormDialog>
  )
}

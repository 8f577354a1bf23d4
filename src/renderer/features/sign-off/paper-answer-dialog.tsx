import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { ChosenEvidence } from '../../../shared/contract/evidence.ts'
import { isoDate } from '../../../shared/domain/date.ts'
import { answers } from '../../../shared/domain/decision-draft.ts'
import { longText } from '../../../shared/domain/entry-fields.ts'
import { mediaTypeWord } from '../../../shared/domain/evidence.ts'
import { sizeInWords } from '../../../shared/domain/words.ts'
import { useSession } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { SelectField } from '../../components/fields/select-field.tsx'
import { TextArea, TextField } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { HashText } from '../../components/hash-text.tsx'
import { Facts } from '../../components/panel.tsx'
import { answerWords } from './answer-words.ts'

const schema = z.object({
  signatory: z.string('Choose whose page it is').min(1, 'Choose whose page it is'), answer: z.enum(answers, 'Choose the box that is crossed'), comment: longText, signedOn: isoDate,
  code: z.string().regex(/^\s*([0-9a-fA-F][\s-]*){16}$/, 'Enter the 16 digits in the box at the top of the page'),
}).refine((value) => value.answer !== 'disagree' || value.comment !== '', { path: ['comment'], message: 'Enter the reason that stands on the page. It is printed in full' })

/** What stands on a signed page, read off by somebody else than who signed it. The scan is kept with it. */
export function PaperAnswerDialog({ detail: { decision, statementHash, partners }, scan, onClose }: Readonly<{ detail: DecisionDetail; scan: ChosenEvidence; onClose: () => void }>) {
  const record = useAct('paper.record')
  const { person } = useSession()
  const form = useSchemaForm(schema, { signatory: '', comment: '', signedOn: '', code: '' })
  const disagrees = useWatch({ control: form.control, name: 'answer' }) === 'disagree'
  const asked = partners.filter(({ id, answered }) => !answered && id !== person.id)
  const send = ({ comment, ...values }: z.output<typeof schema>) =>
    record.mutateAsync({ decision: decision.id, statementHash: statementHash ?? '', token: scan.token, comment: comment === '' ? null : comment, ...values })
  return (
    <FormDialog wide title="Record a paper answer" form={form} onSubmit={send} onClose={onClose} send="Record it">
      <div className="psr-dialog__lead">
        <Facts small facts={[{ term: 'Scan', value: `${scan.fileName}, ${mediaTypeWord(scan.mediaType)}, ${sizeInWords(scan.bytes)}` }, { term: 'SHA-256', value: <HashText hash={scan.sha256} digits={16} /> }]} />
        <p className="psr-small psr-quiet psr-so__said">Fill in what stands on the page. It is kept as an answer on paper, with this scan and your name; a computer cannot check ink.</p>
      </div>
      <SelectField name="signatory" label="Whose page is it?" none="Choose a partner" options={asked.map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField name="code" label="Code of the text on the page" hint="The 16 digits in the box at its top, as they stand on the scan" />
      <RadioField name="answer" label="Which box is crossed?" inline options={answers.map((value) => ({ value, label: answerWords[value].label }))} />
      <TextArea name="comment" label={disagrees ? 'Why they disagree, word for word' : 'Comment, word for word'} optional={!disagrees} rows={2} />
      <DateField name="signedOn" label="Day signed" />
    </FormDialog>
  )
}

import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { answers } from '../../../shared/domain/decision-draft.ts'
import { longText } from '../../../shared/domain/entry-fields.ts'
import { CardField } from '../../components/fields/choice-fields.tsx'
import { PassphraseField } from '../../components/fields/passphrase-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { answerWords } from './answer-words.ts'

/** What a partner fills in to answer, at the practice and on another computer. */
export const answerSchema = z.object({
  answer: z.enum(answers, 'Choose your answer'), comment: longText,
  passphrase: z.string().min(1, 'Enter your passphrase').max(200, 'Use 200 characters or fewer'),
}).refine((value) => value.answer !== 'disagree' || value.comment !== '', { path: ['comment'], message: 'Say why you disagree. It is printed in full' })

export const answerOptions = answers.map((value) => ({ value, label: answerWords[value].label, hint: answerWords[value].hint }))

export function AnswerFields() {
  const disagrees = useWatch({ name: 'answer' }) === 'disagree'
  return (
    <>
      <CardField name="answer" label="Your answer" options={answerOptions} />
      <TextArea name="comment" label={disagrees ? 'Why you disagree' : 'Comment'} optional={!disagrees} rows={2} />
      <PassphraseField name="passphrase" label="Your passphrase" />
    </>
  )
}

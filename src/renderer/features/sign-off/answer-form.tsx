import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { Answer } from '../../../shared/domain/decision-draft.ts'
import { useSession } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { useDraft } from '../../app/use-draft.ts'
import { Button } from '../../components/button.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { besideField, isAboutPassphrase } from '../../components/passphrase-refusal.ts'
import { useSecondsLeft, WaitNotice } from '../../components/wait-notice.tsx'
import { AnswerFields, answerSchema } from './answer-fields.tsx'

type AnswerFormProps = Readonly<{
  asked: Pick<DecisionDetail, 'answersGiven' | 'partners' | 'needs'>
  statementHash: string
  /** Signs and records it. Throws, as `call` does, when the answer is no. */
  send: (given: Readonly<{ answer: Answer; comment: string | null; passphrase: string }>) => Promise<unknown>
  /** Whether another statement waits after this one. */
  more: boolean
  onSigned: (answer: Answer) => void
}>

/** A partner's answer: given once, under their own passphrase. What is typed is kept as a draft, the passphrase never. */
export function AnswerForm({ asked, statementHash, send: sign, more, onSigned }: AnswerFormProps) {
  const client = useQueryClient()
  const { person } = useSession()
  const form = useSchemaForm(answerSchema, { comment: '', passphrase: '' })
  const draft = useDraft(form, `answer:${statementHash.slice(0, 32)}`, { except: ['passphrase'] })
  const people = useAnswer('session.people', {})
  const waitUntil = people.data?.find(({ id }) => id === person.id)?.waitUntil ?? null
  const secondsLeft = useSecondsLeft(waitUntil, () => { void people.refetch() })
  const send = async ({ answer, comment, passphrase }: z.output<typeof answerSchema>) => {
    try {
      await sign({ answer, comment: comment === '' ? null : comment, passphrase })
    } catch (error) {
      // The wait may have grown, or the statement may be another one by now.
      void client.invalidateQueries()
      if (isAboutPassphrase(error)) form.resetField('passphrase')
      throw besideField(error, 'passphrase')
    }
    await draft.discard()
    onSigned(answer)
  }
  if (!draft.ready) return null
  const waiting = secondsLeft > 0
  return (
    <Form form={form} onSubmit={send} className="psr-so__answer">
      <AnswerFields />
      {waiting && waitUntil && <WaitNotice until={waitUntil} secondsLeft={secondsLeft} />}
      <Button type="submit" look="primary" className="psr-button--wide" busy={waiting || form.formState.isSubmitting}>
        {form.formState.isSubmitting ? 'Signing' : more ? 'Sign and go to the next' : 'Sign'}
      </Button>
      <p className="psr-small psr-quiet">
        Your answer stays for good. If you change your mind, that is a new decision. {answeredSoFar(asked)}
      </p>
    </Form>
  )
}

function answeredSoFar({ answersGiven, partners, needs }: AnswerFormProps['asked']): string {
  const needed = needs.agree === partners.length ? 'All have to agree' : `${needs.agree} of ${partners.length} have to agree`
  if (answersGiven === 0) return `${needed}. Nobody has answered yet.`
  return `${needed}. ${answersGiven} of ${partners.length} ${answersGiven === 1 ? 'has' : 'have'} answered; you see how once you have.`
}

import { useState } from 'react'
import { z } from 'zod'
import type { ActionAsked } from '../../../shared/contract/actions.ts'
import { longText } from '../../../shared/domain/entry-fields.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { call } from '../../bridge.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { AnswersGiven } from '../sign-off/given-answers.tsx'
import '../sign-off/sign-off.scss'

/** What the partners are being asked, who has answered, and the way to the answer. */
export function ActionAskedPart({ asked, onClose }: Readonly<{ asked: ActionAsked; onClose: () => void }>) {
  const [dropping, setDropping] = useState(false)
  const mayAnswer = useMay('action.answer') && asked.myAnswer === null
  const mayDrop = useMay('action.drop') && asked.answersGiven === 0
  const { decision, title, summary, reason } = asked.statement
  return (
    <section className="psr-act-choose">
      <h3>The partners are being asked: {decision.ref}</h3>
      <p><b>{title}.</b> {summary}</p>
      <p>{reason}</p>
      <AnswersGiven asked={asked} open outcome={null} />
      <p className="psr-buttons">
        <LinkButton to={paths.signOffOn(asked.id)} look={mayAnswer ? 'primary' : undefined} icon="sign">{mayAnswer ? 'Read it and answer' : 'Read the statement'}</LinkButton>
        {mayDrop && <Button look="quiet" onClick={() => setDropping(true)}>Take it back</Button>}
      </p>
      {dropping && <DropDialog id={asked.id} onClose={() => setDropping(false)} onDone={onClose} />}
    </section>
  )
}

const schema = z.object({ reason: longText.min(1, 'Enter why it is taken back') })

function DropDialog({ id, onClose, onDone }: Readonly<{ id: string; onClose: () => void; onDone: () => void }>) {
  const form = useSchemaForm(schema, { reason: '' })
  return (
    <FormDialog title="Take it back" form={form} onSubmit={async ({ reason }) => { await call('action.drop', { id, reason }); onDone() }} onClose={onClose} send="Take it back">
      <TextArea name="reason" label="Why" hint="It stands in the trail." rows={2} />
    </FormDialog>
  )
}

import { useState } from 'react'
import { useLocation } from 'wouter'
import { decisionCalls, type DecisionDetail } from '../../../shared/contract/decisions.ts'
import { standingStatement } from '../../../shared/domain/decision-record.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'

const schema = decisionCalls['decision.cancel'].input.omit({ id: true })

/** Drops a decision that nobody has answered yet. It stays in the trail with the reason. */
export function CancelButton({ detail: { decision, entry, answersGiven } }: Readonly<{ detail: DecisionDetail }>) {
  const [open, setOpen] = useState(false)
  const mayCancel = useMay('decision.cancel')
  const isAnswered = standingStatement(decision) !== undefined && answersGiven > 0
  if (!mayCancel || isAnswered) return null
  return (
    <>
      <p><Button look="quiet" small icon="close" onClick={() => setOpen(true)}>Drop this decision</Button></p>
      {open && <CancelDialog id={decision.id} name={decision.ref} entry={entry.id} onClose={() => setOpen(false)} />}
    </>
  )
}

function CancelDialog({ id, name, entry, onClose }: Readonly<{ id: string; name: string; entry: string; onClose: () => void }>) {
  const [, go] = useLocation()
  const form = useSchemaForm(schema, { reason: '' })
  const cancel = useAct('decision.cancel')
  const send = async ({ reason }: { reason: string }) => {
    await cancel.mutateAsync({ id, reason })
    go(paths.entry(entry))
  }
  return (
    <FormDialog title={`Drop ${name}`} form={form} onSubmit={send} onClose={onClose} send="Drop it">
      <TextArea name="reason" label="Why it is dropped" hint="The draft and the reason stay in the trail." rows={3} />
    </FormDialog>
  )
}

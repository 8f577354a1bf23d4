import { useState } from 'react'
import { z } from 'zod'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { call } from '../../bridge.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { countOf } from '../../components/format.ts'

const schema = z.object({ who: z.string().min(1, 'Choose who signs') })
type Made = NonNullable<CallOutput<'paper.print'>>

/** Who gets a page to sign; the statement in full goes with it either way. */
export function PrintDialog({ detail: { decision, partners }, onClose }: Readonly<{ detail: DecisionDetail; onClose: () => void }>) {
  const print = useAct('paper.print')
  const [made, setMade] = useState<Made | null>(null)
  const form = useSchemaForm(schema, { who: 'everybody' })
  const asked = partners.filter(({ answered }) => !answered)
  const send = async ({ who }: z.output<typeof schema>) => {
    const saved = await print.mutateAsync({ decision: decision.id, signatory: who === 'everybody' ? null : who })
    if (saved) setMade(saved)
  }
  if (made) {
    return (
      <Dialog title="The pages are saved" onClose={onClose}>
        <p className="psr-so__said">{made.fileName}, {countOf(made.pages, 'page')}. Each page carries the code of this text. Once one is signed, scan it and use “Record a paper answer”.</p>
        <div className="psr-buttons"><Button look="primary" onClick={() => { void call('report.show-in-folder', {}); onClose() }}>Show in folder</Button><Button look="quiet" onClick={onClose}>Close</Button></div>
      </Dialog>
    )
  }
  return (
    <Dialog title="Print for signing on paper" onClose={onClose}>
      <Form form={form} onSubmit={send}>
        <p className="psr-so__said">A PDF with the statement in full, and for each partner a page with boxes, room for a comment and a signature.</p>
        <RadioField name="who" label="Who signs?" options={[{ value: 'everybody', label: `Everybody still asked (${asked.map(({ name }) => name).join(', ')})` }, ...asked.map(({ id, name }) => ({ value: id, label: name }))]} />
        <div className="psr-buttons"><Button type="submit" look="primary" busy={form.formState.isSubmitting}>Save the PDF</Button><Button look="quiet" onClick={onClose}>Cancel</Button></div>
      </Form>
    </Dialog>
  )
}

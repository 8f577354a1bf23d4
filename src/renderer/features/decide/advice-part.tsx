import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { decisionCalls, type DecisionDetail } from '../../../shared/contract/decisions.ts'
import { adviceViews, adviserRoles, type Advice } from '../../../shared/domain/decision-draft.ts'
import { dateInWords, roleWords } from '../../../shared/domain/words.ts'
import { keyOf } from '../../app/query-keys.ts'
import { useMay, useSession } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { useDraft } from '../../app/use-draft.ts'
import { Button } from '../../components/button.tsx'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { optionsOf } from '../../components/fields/select-field.tsx'
import { TextArea, TextField } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { todayInEngland } from '../../components/format.ts'
import { Section } from '../../components/panel.tsx'

const adviserWords = { dpo: roleWords.dpo, 'caldicott-guardian': roleWords['caldicott-guardian'] } as const satisfies Record<Advice['role'], string>
const viewWords = { for: 'In favour', against: 'Against', 'not-asked': 'Not asked for a view' } as const satisfies Record<Advice['view'], string>

/** Advice of those who advise and never decide, word for word. */
export function AdvicePart({ detail, onBefore }: Readonly<{ detail: DecisionDetail; onBefore?: () => Promise<boolean> }>) {
  const { advice, status } = detail.decision
  const [open, setOpen] = useState(false)
  const mayRecord = useMay('decision.record-advice') && (status === 'draft' || status === 'fixed')
  const start = async () => {
    await onBefore?.()
    setOpen(true)
  }
  return (
    <Section id="advice" title="Advice" aside="Recorded word for word">
      {advice.length === 0 && <p className="psr-quiet">None is recorded.</p>}
      {advice.map(({ role, name, view, text, on }) => (
        <div key={role} className="psr-advice">
          <p><b>{adviserWords[role]}, {dateInWords(on)}: {viewWords[view].toLowerCase()}</b></p>
          {text !== '' && <blockquote>“{text}”</blockquote>}
          <p className="psr-small psr-quiet">{name}</p>
        </div>
      ))}
      {mayRecord && <Button small icon="add" onClick={() => { void start() }}>Record advice</Button>}
      {open && <AdviceDialog detail={detail} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const schema = decisionCalls['decision.record-advice'].input.omit({ id: true })

function AdviceDialog({ detail: { decision }, onClose }: Readonly<{ detail: DecisionDetail; onClose: () => void }>) {
  const { person } = useSession()
  const client = useQueryClient()
  const record = useAct('decision.record-advice')
  const own = adviserRoles.find((role) => role === person.role)
  const form = useSchemaForm(schema, { advice: { role: own ?? 'dpo', name: own ? person.name : '', view: 'for', text: '', on: todayInEngland() } })
  const draft = useDraft(form, `advice:${decision.id}`)
  const send = async (values: z.output<typeof schema>) => {
    const fresh = await record.mutateAsync({ id: decision.id, ...values })
    client.setQueryData(keyOf('decision.get', { id: decision.id }), fresh)
    await draft.discard()
  }
  return (
    <FormDialog wide title="Record advice" form={form} onSubmit={send} onClose={onClose} send="Record it">
      {decision.status === 'fixed' && <p className="psr-warn psr-dialog__lead">The statement is fixed. New advice takes it back, and every partner is asked anew.</p>}
      {draft.ready && (
        <>
          {!own && <RadioField inline name="advice.role" label="Whose advice" options={optionsOf(adviserRoles, adviserWords)} />}
          <TextField name="advice.name" label="Who gave it" hint="The office or the person, as they sign." />
          <DateField name="advice.on" label="Given on" />
          <RadioField inline name="advice.view" label="Their view" options={optionsOf(adviceViews, viewWords)} />
          <TextArea name="advice.text" label="The advice, word for word" hint="Newer advice of the same adviser takes its place in the text. The older stays in the trail." rows={5} />
        </>
      )}
    </FormDialog>
  )
}

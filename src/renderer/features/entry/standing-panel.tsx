import { useState } from 'react'
import type { z } from 'zod'
import { entryCalls, type EntryDetail } from '../../../shared/contract/entries.ts'
import { dateInWords, standingWord } from '../../../shared/domain/words.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { TextButton } from '../../components/button.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { StandingFields } from './fields/standing-fields.tsx'

/** What somebody last saw to be so, and a way to record what is so now. */
export function StandingPanel({ detail: { entry, judgedFor } }: Readonly<{ detail: EntryDetail }>) {
  const [open, setOpen] = useState(false)
  const mayRecord = useMay('entry.record-standing')
  const { standing, on, note } = entry.standing
  return (
    <section id="standing" tabIndex={-1} className="psr-entry__beside" aria-labelledby="standing-title">
      <h2 id="standing-title">How it stands</h2>
      <p><b>{standingWord(entry.kind, standing)}</b>, seen on {dateInWords(on)}.</p>
      {note !== null && note !== '' && <p className="psr-quiet">{note}</p>}
      {mayRecord && <p><TextButton onClick={() => setOpen(true)}>Record what is so now</TextButton></p>}
      {open && <StandingDialog entry={entry} today={judgedFor} onClose={() => setOpen(false)} />}
    </section>
  )
}

const schema = entryCalls['entry.record-standing'].input.omit({ id: true })

function StandingDialog({ entry, today, onClose }: Readonly<{ entry: EntryDetail['entry']; today: string; onClose: () => void }>) {
  const form = useSchemaForm(schema, { standing: { standing: entry.standing.standing, on: today, note: null } })
  const record = useAct('entry.record-standing')
  const send = (values: z.output<typeof schema>) => record.mutateAsync({ id: entry.id, ...values })
  return (
    <FormDialog title="What is so now" form={form} onSubmit={send} onClose={onClose} send="Record it">
      <p className="psr-dialog__lead">Only what somebody has seen. What the practice decides is recorded under Decide.</p>
      <StandingFields kind={entry.kind} at="standing" />
    </FormDialog>
  )
}

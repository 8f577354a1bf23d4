import { useState } from 'react'
import type { z } from 'zod'
import { entryCalls, type EntryDetail } from '../../../shared/contract/entries.ts'
import { dateInWords, forceSaid, legalForceLines } from '../../../shared/domain/words.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { Section } from '../../components/panel.tsx'
import { ForceTag } from '../../components/tags.tsx'
import { ForceFields } from './fields/force-fields.tsx'
import { PositionsToday } from './positions-today.tsx'

/** Why the entry exists with what shows it, and what holds today for what may be decided about it. */
export function ForceSection({ detail }: Readonly<{ detail: EntryDetail }>) {
  const [open, setOpen] = useState(false)
  const mayRecord = useMay('entry.record-force')
  const { entry, force } = detail
  const recorded = entry.force
  return (
    <Section id="force" title="Why it exists, and the position today">
      <div className="psr-entry__pair">
        <div>
          <ForceTag of={force} />
          {recorded?.note && <blockquote className="psr-entry__note">{recorded.note}</blockquote>}
          {!recorded?.note && <p className="psr-entry__note">{legalForceLines[force]}</p>}
          <p className="psr-small psr-quiet">
            {recorded === null ? 'Not recorded yet.' : `${recorded.reference === null ? 'No reference recorded' : recorded.reference}. ${forceSaid(force)} by ${recorded.checkedBy}, ${dateInWords(recorded.checkedOn)}.`}
          </p>
          {mayRecord && <Button small onClick={() => setOpen(true)}>{recorded === null ? 'Record why it exists' : 'Change'}</Button>}
        </div>
        <PositionsToday positions={detail.positions} judged={detail.judged} today={detail.judgedFor} />
      </div>
      {open && <ForceDialog detail={detail} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const schema = entryCalls['entry.record-force'].input.omit({ id: true })

function ForceDialog({ detail: { entry, judgedFor }, onClose }: Readonly<{ detail: EntryDetail; onClose: () => void }>) {
  const before = entry.force
  const form = useSchemaForm(schema, { force: { force: before?.force ?? 'unknown', reference: before?.reference ?? null, checkedOn: judgedFor, note: before?.note ?? null } })
  const record = useAct('entry.record-force')
  const send = (values: z.output<typeof schema>) => record.mutateAsync({ id: entry.id, ...values })
  return (
    <FormDialog wide title="Why it exists" form={form} onSubmit={send} onClose={onClose} send="Record it">
      <div className="psr-fields__grid"><ForceFields at="force" /></div>
    </FormDialog>
  )
}

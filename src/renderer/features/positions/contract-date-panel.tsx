import { useState } from 'react'
import { z } from 'zod'
import { isoDate, type IsoDate } from '../../../shared/domain/date.ts'
import { longText } from '../../../shared/domain/entry-fields.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { Panel } from '../../components/panel.tsx'
import type { Policy } from '../../../shared/domain/practice.ts'

/** From when the contract terms bind this practice, where that is later than the national day. */
export function ContractDatePanel({ bindsFrom }: Readonly<{ bindsFrom: IsoDate | null }>) {
  const [open, setOpen] = useState(false)
  const practice = useAnswer('practice.get', {})
  const may = useMay('policy.change')
  return (
    <Panel title="Your contract" aside={may && practice.data && <Button small look="quiet" icon="edit" onClick={() => setOpen(true)}>Change<span className="psr-vh"> the contract date</span></Button>}>
      <p className="psr-small">
        {bindsFrom ? <>The October 2025 terms bind this practice from <b>{dateInWords(bindsFrom)}</b>. Until then the row before counts.</> : 'The October 2025 terms bind this practice from the national day.'}
      </p>
      {open && practice.data && <ContractDateDialog policy={practice.data.policy} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

const schema = z.object({ contractBindsFrom: isoDate.nullable(), reason: longText.min(1, 'Enter why it changes, for example the date of the variation notice') })

function ContractDateDialog({ policy, onClose }: Readonly<{ policy: Policy; onClose: () => void }>) {
  const form = useSchemaForm(schema, { contractBindsFrom: policy.contractBindsFrom, reason: '' })
  return (
    <FormDialog
      title="When the contract binds" form={form} onClose={onClose} send="Save the date"
      onSubmit={({ contractBindsFrom, reason }) => call('policy.change', { policy: { ...policy, contractBindsFrom }, reason })}
      fieldOf={(path) => path.replace(/^policy\./, '')}
    >
      <p>A variation notice may name a later day than the national one. Leave the date empty if yours does not. Statements that rest on it, and are not decided yet, have to be fixed again.</p>
      <DateField name="contractBindsFrom" label="The October 2025 terms bind this practice from" hint="For example, 15 12 2025" optional />
      <TextArea name="reason" label="Why it changes" hint="It stands in the trail." rows={2} />
    </FormDialog>
  )
}

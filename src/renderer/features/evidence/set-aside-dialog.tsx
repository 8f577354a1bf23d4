import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { evidenceCalls } from '../../../shared/contract/evidence.ts'
import { mayRemoveBytes } from '../../../shared/domain/evidence.ts'
import { evidenceName, isActive, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { useSession } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RadioField, YesField } from '../../components/fields/choice-fields.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { Banner } from '../../components/panel.tsx'
import type { AttachedTo } from './evidence-section.tsx'

/** What happens to the file, as one question; `patient-data` is a removal with the strongest ground. */
const ways = ['superseded', 'removed', 'patient-data'] as const
const schema = z.object({ way: z.enum(ways, 'Choose what happens to the file'), nameToo: z.boolean(), reason: evidenceCalls['evidence.set-aside'].input.shape.reason })

const options = [
  { value: 'superseded', label: 'It no longer counts; keep the file', hint: 'A newer one took its place, or it proves something else.' },
  { value: 'removed', label: 'It should not be here; delete the file', hint: 'The wrong file was attached. Its hash, its name and the reason stay.' },
  { value: 'patient-data', label: 'It holds patient data; delete the file', hint: 'It may be a personal data breach, so the data protection lead has to know of it.' },
] as const

export function SetAsideDialog({ subject, one, onClose }: Readonly<{ subject: AttachedTo; one: EvidenceRecord; onClose: () => void }>) {
  const { person } = useSession()
  const setAside = useAct('evidence.set-aside')
  const [stillAt, setStillAt] = useState<readonly string[]>([])
  const form = useSchemaForm(schema, { way: undefined, nameToo: false, reason: '' })
  const way = useWatch({ control: form.control, name: 'way' })
  const offered = options.filter(({ value }) => (value === 'superseded' ? isActive(one) : mayRemoveBytes(person.role)))
  const send = async ({ way: taken, nameToo, reason }: z.output<typeof schema>) => {
    const patientData = taken === 'patient-data'
    const done = await setAside.mutateAsync({
      subject: { kind: subject.kind, id: subject.id }, evidence: one.id, kind: taken === 'superseded' ? 'superseded' : 'removed', patientData, nameToo: patientData && nameToo, reason,
    })
    if (done.stillAt.length === 0) onClose()
    else setStillAt(done.stillAt)
  }
  if (stillAt.length > 0) return <StillThere at={stillAt} onClose={onClose} />
  return (
    <FormDialog wide title={`${isActive(one) ? 'Set aside' : 'Remove'} ${evidenceName(one)}`} form={form} onSubmit={send} onClose={() => {}} onCancel={onClose} send={way === 'superseded' || way === undefined ? 'Set it aside' : 'Delete the file'} fieldOf={(path) => (path === 'kind' ? 'way' : path)}>
      {subject.fixed && isActive(one) && <Banner tone="warn"><p><b>The statement is fixed and names this file. Setting it aside takes the statement back.</b> Answers given to it no longer count, and every partner is asked anew.</p></Banner>}
      <RadioField name="way" label="What happens to the file" options={offered} />
      {way === 'patient-data' && <YesField name="nameToo" label="The name of the file holds patient data too" hint="Lists and screens then no longer show it. The event of the attaching keeps it, because nothing in the trail is ever changed." />}
      {(way === 'removed' || way === 'patient-data') && <p className="psr-evidence__gone">The bytes are deleted from this register for good. Copies in backups and in other places are not.</p>}
      <TextArea name="reason" label="Why" hint="It stays in the trail. Without names of patients." rows={2} />
    </FormDialog>
  )
}

/** The same bytes are evidence of something else, so they were not deleted: that must not pass unseen. */
function StillThere({ at, onClose }: Readonly<{ at: readonly string[]; onClose: () => void }>) {
  return (
    <Dialog role="alertdialog" title="The file is still in the register" onClose={onClose}>
      <p>It is removed here. The very same file is attached to {at.join(', ')} too, and stays there until it is removed there as well.</p>
      <div className="psr-buttons"><Button look="primary" onClick={onClose}>I will look there</Button></div>
    </Dialog>
  )
}

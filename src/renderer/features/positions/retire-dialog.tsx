import { z } from 'zod'
import { longText } from '../../../shared/domain/entry-fields.ts'
import type { Position } from '../../../shared/domain/position.ts'
import { call } from '../../bridge.ts'
import { TextArea } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { daysInWords } from './position-words.ts'

const schema = z.object({ reason: longText.min(1, 'Enter why it goes') })

export function RetireDialog({ row, onClose }: Readonly<{ row: Position; onClose: () => void }>) {
  const form = useSchemaForm(schema, { reason: '' })
  return (
    <FormDialog title="Take out a position" form={form} onSubmit={({ reason }) => call('position.retire', { id: row.id, reason })} onClose={onClose} send="Take it out">
      <p>“{daysInWords(row)}” no longer speaks about any day. Decisions that quote it keep it, and it stays in the history.</p>
      <p>If it held once and has ended, edit its last day instead: earlier days then still have their answer.</p>
      <TextArea name="reason" label="Why" hint="It stands in the trail." rows={2} />
    </FormDialog>
  )
}

import type { z } from 'zod'
import { evidenceCalls } from '../../../shared/contract/evidence.ts'
import type { EvidenceCategory } from '../../../shared/domain/evidence.ts'
import { evidenceName, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { useAct } from '../../app/use-call.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { FactFields } from './fact-fields.tsx'
import type { AttachedTo } from './evidence-section.tsx'

const schema = evidenceCalls['evidence.describe'].input.omit({ subject: true, evidence: true })

export function DescribeDialog({ subject, one, categories, onClose }: Readonly<{ subject: AttachedTo; one: EvidenceRecord; categories: readonly EvidenceCategory[]; onClose: () => void }>) {
  const describe = useAct('evidence.describe')
  const { category, note, evidenceOn, expiresOn } = one
  const form = useSchemaForm(schema, { category, note, evidenceOn, expiresOn })
  const send = (values: z.output<typeof schema>) => describe.mutateAsync({ subject: { kind: subject.kind, id: subject.id }, evidence: one.id, ...values })
  return (
    <FormDialog wide title={`Change what is said about ${evidenceName(one)}`} form={form} onSubmit={send} onClose={onClose} send="Save">
      <p className="psr-dialog__lead psr-quiet">The file itself never changes. The trail keeps what was said before.</p>
      <FactFields categories={categories} />
    </FormDialog>
  )
}

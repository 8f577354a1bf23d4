import { useState } from 'react'
import type { z } from 'zod'
import { evidenceCalls, type ChosenEvidence } from '../../../shared/contract/evidence.ts'
import { mediaTypeWord, type EvidenceCategory } from '../../../shared/domain/evidence.ts'
import { sizeInWords } from '../../../shared/domain/words.ts'
import { useAct } from '../../app/use-call.ts'
import { Button, TextButton } from '../../components/button.tsx'
import { TextField } from '../../components/fields/text-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSchemaForm } from '../../components/form.tsx'
import { HashText } from '../../components/hash-text.tsx'
import { Banner, Facts } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { FactFields } from './fact-fields.tsx'
import type { AttachedTo } from './evidence-section.tsx'

type AttachButtonProps = Readonly<{
  subject: AttachedTo
  categories: readonly EvidenceCategory[]
  onBefore?: () => Promise<unknown>
  children?: string
}>

/** Asks for the file first: what it is decides what can be said about it. */
export function AttachButton({ subject, categories, onBefore, children = 'Add evidence' }: AttachButtonProps) {
  const choose = useAct('evidence.choose')
  const [file, setFile] = useState<ChosenEvidence | null>(null)
  const start = async () => {
    await onBefore?.()
    choose.mutate({}, { onSuccess: setFile })
  }
  return (
    <>
      <TextButton aria-disabled={choose.isPending || undefined} onClick={() => { if (!choose.isPending) void start() }}>{choose.isPending ? 'Reading the file…' : children}</TextButton>
      {file && <AttachDialog subject={subject} categories={categories} file={file} onClose={() => setFile(null)} />}
      {choose.isError && <RefusalDialog error={choose.error} onClose={() => choose.reset()}><Button look="primary" onClick={() => { choose.reset(); void start() }}>Choose another file</Button></RefusalDialog>}
    </>
  )
}

const schema = evidenceCalls['evidence.attach'].input.omit({ subject: true, token: true })

function AttachDialog({ subject, categories, file, onClose }: Omit<AttachButtonProps, 'onBefore' | 'children'> & Readonly<{ file: ChosenEvidence; onClose: () => void }>) {
  const attach = useAct('evidence.attach')
  const form = useSchemaForm(schema, { fileName: file.fileName, category: categories.length === 1 ? categories[0] : undefined, note: '', evidenceOn: '', expiresOn: null })
  const send = (values: z.output<typeof schema>) => attach.mutateAsync({ subject: { kind: subject.kind, id: subject.id }, token: file.token, ...values })
  return (
    <FormDialog wide title="Attach a file as evidence" form={form} onSubmit={send} onClose={onClose} send="Attach it">
      <div className="psr-dialog__lead">
        <Facts small facts={[
          { term: 'File', value: `${file.fileName}, ${mediaTypeWord(file.mediaType)}, ${sizeInWords(file.bytes)}` },
          { term: 'SHA-256', value: <HashText hash={file.sha256} digits={16} /> },
        ]} />
      </div>
      {file.locked && <Banner tone="warn"><p>This file opens with a password only. Keep the password where your practice keeps such things: the register does not hold it.</p></Banner>}
      {file.alsoAt.length > 0 && <Banner tone="info"><p>The very same file is attached to {file.alsoAt.join(', ')} already. It is kept once.</p></Banner>}
      {subject.fixed && <Banner tone="warn"><p><b>The statement is fixed. A new file takes it back.</b> Answers given to it no longer count, and every partner is asked anew.</p></Banner>}
      <TextField name="fileName" label="Name it is kept under" hint="Without names of patients. The name stays in the trail for good." />
      <FactFields categories={categories} />
    </FormDialog>
  )
}

import { useState } from 'react'
import { mayRemoveBytes, mediaTypeWord } from '../../../shared/domain/evidence.ts'
import { evidenceName, hasBytes, isActive, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { dateInWords, evidenceCategoryWords, setAsideWords, sizeInWords } from '../../../shared/domain/words.ts'
import { useSession } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { numberInWords } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Facts, type Fact } from '../../components/panel.tsx'
import { CopyButton, RefusalDialog } from '../../components/refusal.tsx'
import type { Shown } from './evidence-dialogs.tsx'
import type { AttachedTo } from './evidence-section.tsx'

type EvidenceDialogProps = Readonly<{
  subject: AttachedTo
  one: EvidenceRecord
  /** Whether this person keeps evidence of this category here. */
  mayChange: boolean
  onGo: (what: Exclude<Shown['what'], 'facts'>) => void
  onClose: () => void
}>

/** Everything about one file, and what can be done with it. */
export function EvidenceDialog({ subject, one, mayChange, onGo, onClose }: EvidenceDialogProps) {
  const { person } = useSession()
  const [saved, setSaved] = useState<string | null>(null)
  const maySetAside = mayChange && (isActive(one) || (hasBytes(one) && mayRemoveBytes(person.role)))
  return (
    <Dialog wide title={evidenceName(one)} onClose={onClose}>
      <div className="psr-evidence__facts"><Facts facts={factsOf(one)} /></div>
      <div className="psr-buttons psr-evidence__acts">
        {hasBytes(one) && <Button look="primary" icon="eye" onClick={() => onGo('open')}>Open it</Button>}
        {hasBytes(one) && <SaveCopy subject={subject} one={one} onSaved={setSaved} />}
        <CopyButton text={() => one.sha256}>Copy the SHA-256</CopyButton>
        {mayChange && isActive(one) && <Button icon="edit" onClick={() => onGo('describe')}>Change what is said</Button>}
        {maySetAside && <Button icon="struck" onClick={() => onGo('aside')}>{isActive(one) ? 'Set aside' : 'Remove the file'}</Button>}
      </div>
      <output className="psr-small psr-ok">{saved !== null && `Saved as ${saved}`}</output>
    </Dialog>
  )
}

function factsOf(one: EvidenceRecord): Fact[] {
  const { setAside } = one
  return [
    { term: 'What it shows', value: one.note },
    { term: 'Category', value: evidenceCategoryWords[one.category] },
    { term: 'Evidence is from', value: dateInWords(one.evidenceOn) },
    ...(one.expiresOn === null ? [] : [{ term: 'Runs out on', value: dateInWords(one.expiresOn) }]),
    { term: 'Attached', value: `${dateInWords(dayInEngland(one.attached.at))} by ${one.attached.name}` },
    { term: 'File', value: `${mediaTypeWord(one.mediaType)}, ${sizeInWords(one.bytes)} (${numberInWords(one.bytes)} bytes)${one.locked ? ', opens with a password' : ''}` },
    { term: 'SHA-256', value: <HashText hash={one.sha256} /> },
    ...(setAside ? [{ term: setAsideWords[setAside.kind], value: `${dateInWords(dayInEngland(setAside.by.at))} by ${setAside.by.name}: ${setAside.patientData ? 'it held patient data. ' : ''}${setAside.reason}` }] : []),
  ]
}

function SaveCopy({ subject, one, onSaved }: Readonly<{ subject: AttachedTo; one: EvidenceRecord; onSaved: (fileName: string | null) => void }>) {
  const save = useAct('evidence.save-copy')
  const start = () => save.mutate({ subject: { kind: subject.kind, id: subject.id }, evidence: one.id }, { onSuccess: (made) => onSaved(made?.fileName ?? null) })
  return (
    <>
      <Button icon="send" busy={save.isPending} onClick={start}>Save a copy</Button>
      {save.isError && <RefusalDialog error={save.error} onClose={() => save.reset()} />}
    </>
  )
}

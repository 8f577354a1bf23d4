import { useState } from 'react'
import { categoriesFor, type EvidenceSubject } from '../../../shared/domain/evidence.ts'
import { evidenceName, isActive, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { dateInWords, setAsideWords } from '../../../shared/domain/words.ts'
import { useSession } from '../../app/session-context.ts'
import { TextButton } from '../../components/button.tsx'
import { countOf } from '../../components/format.ts'
import { Section } from '../../components/panel.tsx'
import { AttachButton } from './attach-button.tsx'
import { EvidenceDialogs, type Shown } from './evidence-dialogs.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import './evidence.scss'

export type AttachedTo = Readonly<{
  kind: EvidenceSubject
  id: string
  /** A statement is being asked about that names this evidence, so a change to the list takes it back. */
  fixed?: boolean
}>

type EvidenceSectionProps = Readonly<{
  subject: AttachedTo
  evidence: readonly EvidenceRecord[]
  /** False where nothing more is attached whoever asks; the role is looked at here. */
  mayAttach: boolean
  /** Saves what stands around it before anything is written. */
  onBefore?: () => Promise<unknown>
}>

/** The files that something rests on, each by its hash; what was set aside stays below with the reason. */
export function EvidenceSection({ subject, evidence, mayAttach, onBefore }: EvidenceSectionProps) {
  const { person } = useSession()
  const [shown, setShown] = useState<Shown | null>(null)
  const categories = mayAttach ? categoriesFor(person.role, subject.kind) : []
  const active = evidence.filter(isActive)
  const aside = evidence.filter((one) => !isActive(one))
  const show = (one: EvidenceRecord) => setShown({ what: 'facts', id: one.id })
  return (
    <Section id="evidence" title="Evidence" aside={categories.length > 0 && <AttachButton subject={subject} categories={categories} onBefore={onBefore} />}>
      {active.length === 0
        ? <p className="psr-quiet">No file is attached{aside.length > 0 ? ' that still counts' : ''}.</p>
        : <EvidenceTable evidence={active} onShow={show} />}
      {aside.length > 0 && <SetAsideList evidence={aside} onShow={show} />}
      <EvidenceDialogs subject={subject} evidence={evidence} categories={categories} shown={shown} onShow={setShown} />
    </Section>
  )
}

function SetAsideList({ evidence, onShow }: Readonly<{ evidence: readonly EvidenceRecord[]; onShow: (one: EvidenceRecord) => void }>) {
  return (
    <details className="psr-evidence__aside">
      <summary>{countOf(evidence.length, 'file')} set aside or removed</summary>
      <ul>
        {evidence.map((one) => (
          <li key={one.id}>
            <TextButton onClick={() => onShow(one)}>{evidenceName(one)}</TextButton>
            {one.setAside && <small>{setAsideWords[one.setAside.kind]} by {one.setAside.by.name}, {dateInWords(dayInEngland(one.setAside.by.at))}: {one.setAside.patientData ? 'it held patient data. ' : ''}{one.setAside.reason}</small>}
          </li>
        ))}
      </ul>
    </details>
  )
}

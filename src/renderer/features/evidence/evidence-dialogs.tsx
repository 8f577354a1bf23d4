import type { EvidenceCategory } from '../../../shared/domain/evidence.ts'
import type { EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { DescribeDialog } from './describe-dialog.tsx'
import { EvidenceDialog } from './evidence-dialog.tsx'
import { OpenDialog } from './open-dialog.tsx'
import { SetAsideDialog } from './set-aside-dialog.tsx'
import type { AttachedTo } from './evidence-section.tsx'

/** Which dialog about which file stands over the screen; one at a time. */
export type Shown = Readonly<{ what: 'facts' | 'open' | 'describe' | 'aside'; id: string }>

type EvidenceDialogsProps = Readonly<{
  subject: AttachedTo
  evidence: readonly EvidenceRecord[]
  categories: readonly EvidenceCategory[]
  shown: Shown | null
  onShow: (shown: Shown | null) => void
}>

export function EvidenceDialogs({ subject, evidence, categories, shown, onShow }: EvidenceDialogsProps) {
  const one = evidence.find(({ id }) => id === shown?.id)
  if (!shown || !one) return null
  const close = () => onShow(null)
  switch (shown.what) {
    case 'facts': return <EvidenceDialog subject={subject} one={one} mayChange={categories.includes(one.category)} onGo={(what) => onShow({ what, id: one.id })} onClose={close} />
    case 'open': return <OpenDialog subject={subject} one={one} onClose={close} />
    case 'describe': return <DescribeDialog subject={subject} one={one} categories={categories} onClose={close} />
    case 'aside': return <SetAsideDialog subject={subject} one={one} onClose={close} />
  }
}

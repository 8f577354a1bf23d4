import { useState } from 'react'
import { useParams } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { isOpen } from '../../../shared/domain/decision-record.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { DraftScreen } from './draft-screen.tsx'
import { ReadScreen } from './read-screen.tsx'
import './decide.scss'

/** One decision: its form while it is a draft, its text and what became of it once it is fixed. */
export function DecisionScreen() {
  const { id = '' } = useParams()
  const answer = useAnswer('decision.get', { id })
  if (answer.data) return <OneDecision key={id} detail={answer.data} />
  return <Page title="Decision"><Answer of={answer} loading="Opening the decision">{() => null}</Answer></Page>
}

function OneDecision({ detail }: Readonly<{ detail: DecisionDetail }>) {
  const mayChange = useMay('decision.change')
  const { decision } = detail
  const [changing, setChanging] = useState(false)
  const drafting = mayChange && (decision.status === 'draft' || (changing && isOpen(decision)))
  if (drafting) return <DraftScreen detail={detail} onFixed={() => setChanging(false)} onLeave={decision.status === 'fixed' ? () => setChanging(false) : undefined} />
  return <ReadScreen detail={detail} onChange={() => setChanging(true)} />
}

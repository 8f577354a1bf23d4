import { useState } from 'react'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { ChosenEvidence } from '../../../shared/contract/evidence.ts'
import { usePast } from '../../app/past-context.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { PaperAnswerDialog } from './paper-answer-dialog.tsx'
import { PrintDialog } from './print-dialog.tsx'

/** For a partner who signs in ink: the pages out, and the signed page back with its scan. */
export function PaperActs({ detail }: Readonly<{ detail: DecisionDetail }>) {
  const may = useMay('paper.print')
  const past = usePast() !== null
  const [printing, setPrinting] = useState(false)
  const [scan, setScan] = useState<ChosenEvidence | null>(null)
  const choose = useAct('evidence.choose')
  const start = () => choose.mutate({}, { onSuccess: setScan })
  if (!may || past || detail.partners.every(({ answered }) => answered)) return null
  return (
    <section className="psr-so__paper" aria-labelledby="paper-title">
      <h2 id="paper-title">On paper</h2>
      <p className="psr-small psr-quiet">For a partner who cannot sign at a computer.</p>
      <div className="psr-buttons">
        <Button small icon="print" onClick={() => setPrinting(true)}>Print for signing on paper</Button>
        <Button small icon="sign" busy={choose.isPending} onClick={start}>Record a paper answer</Button>
      </div>
      {printing && <PrintDialog detail={detail} onClose={() => setPrinting(false)} />}
      {scan && <PaperAnswerDialog detail={detail} scan={scan} onClose={() => setScan(null)} />}
      {choose.isError && <RefusalDialog error={choose.error} onClose={() => choose.reset()} onTryAgain={() => { choose.reset(); start() }} />}
    </section>
  )
}

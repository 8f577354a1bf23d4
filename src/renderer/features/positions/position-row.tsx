import { useState } from 'react'
import type { PositionPage } from '../../../shared/contract/positions.ts'
import { daysBetween } from '../../../shared/domain/date.ts'
import { positionsHoldForDays } from '../../../shared/domain/position-lookup.ts'
import type { Position } from '../../../shared/domain/position.ts'
import { dateInWords, legalForceWords, positionCodeLines } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { agoInWords } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { PositionSources } from '../../components/position-sources.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { PositionTag } from '../../components/tags.tsx'
import { daysInWords, holdsInWords } from './position-words.ts'
import { RetireDialog } from './retire-dialog.tsx'

type RowProps = Readonly<{ row: Position; page: PositionPage }>

/** One dated row: when, what, in words, who says so, and when somebody last looked. */
export function PositionRow({ row, page }: RowProps) {
  const holds = holdsInWords(page, row.id)
  const days = daysInWords(row)
  return (
    <article className="psr-pos__row" data-holds={holds ? '' : undefined} aria-label={days}>
      <header>
        <h3>{days}</h3>
        <PositionTag code={row.code} sourcesDiffer={row.sourcesDiffer} />
        {holds && <span className="psr-ok psr-row psr-small"><Icon name="ok" size={16} />{holds}</span>}
        {page.own.includes(row.id) && <span className="psr-small psr-quiet">Edited here</span>}
      </header>
      {row.appliesToForce.length > 0 && <p className="psr-small">Only for what exists by: {row.appliesToForce.map((force) => legalForceWords[force].toLowerCase()).join(', ')}.</p>}
      <p>{row.text}</p>
      <p className="psr-small psr-quiet">{positionCodeLines[row.code]}{row.perPractice && ' A contract variation may bind this practice later.'}</p>
      {row.sourcesDiffer && <p className="psr-small psr-warn psr-row"><Icon name="warn" size={16} />These sources do not agree with each other. Each is shown.</p>}
      <PositionSources of={row.sources} />
      <RowFoot row={row} page={page} holds={holds !== null} />
    </article>
  )
}

function RowFoot({ row, page: { today }, holds }: RowProps & Readonly<{ holds: boolean }>) {
  const [retiring, setRetiring] = useState(false)
  const check = useAct('position.check')
  const mayRecord = useMay('position.record')
  const old = holds && daysBetween(row.checkedOn, today) > positionsHoldForDays
  const named = daysInWords(row).toLowerCase()
  return (
    <footer>
      <span className={old ? 'psr-small psr-warn' : 'psr-small psr-quiet'}>Checked {dateInWords(row.checkedOn)}, {agoInWords(row.checkedOn, today)}{old && '. Check it again before relying on it'}.</span>
      {mayRecord && (
        <span className="psr-pos__acts">
          {row.checkedOn < today && <Button small look={old ? 'secondary' : 'quiet'} icon="tick" busy={check.isPending} onClick={() => check.mutate({ id: row.id })}>I have checked it today<span className="psr-vh">: {named}</span></Button>}
          <LinkButton small look="quiet" icon="edit" to={paths.editPositionOf(row.subject, row.id)}>Edit<span className="psr-vh"> {named}</span></LinkButton>
          <Button small look="quiet" icon="close" onClick={() => setRetiring(true)}>Take out<span className="psr-vh"> {named}</span></Button>
        </span>
      )}
      {retiring && <RetireDialog row={row} onClose={() => setRetiring(false)} />}
      {check.isError && <RefusalDialog error={check.error} onClose={() => check.reset()} onTryAgain={() => check.mutate({ id: row.id })} />}
    </footer>
  )
}

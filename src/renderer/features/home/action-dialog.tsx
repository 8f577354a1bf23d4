import type { IsoDate } from '../../../shared/domain/date.ts'
import type { Position } from '../../../shared/domain/position.ts'
import { actionWords, dateInWords, positionCodeLines } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Meter } from '../../components/figures.tsx'
import { agoInWords } from '../../components/format.ts'
import { PositionSources } from '../../components/position-sources.tsx'
import { PositionTag } from '../../components/tags.tsx'
import { ActionAskedPart } from './action-asked-part.tsx'
import { ActionChoose } from './action-choose.tsx'
import { choiceInWords, type ActionRow } from './action-choice.ts'
import { ActionHistory } from './action-history.tsx'

/** One action: what it asks, how far the register is, what holds today and who says so, and the practice's own choice. */
export function ActionDialog({ row, today, onClose }: Readonly<{ row: ActionRow; today: IsoDate; onClose: () => void }>) {
  const { title, line } = actionWords[row.action]
  const mayChoose = useMay('action.choose')
  const page = useAnswer('action.get', { action: row.action })
  return (
    <Dialog title={`${row.number}. ${title}`} wide onClose={onClose}>
      <p>{line}</p>
      <p className="psr-act-now"><b>{choiceInWords(row)}.</b>{row.coverage && (
        <span className="psr-quiet psr-row">{row.coverage.of > 0 && <Meter done={row.coverage.done} of={row.coverage.of} width={56} height={6} />}In the register: {row.coverage.text}.</span>
      )}</p>
      {row.coverage && <PositionToday position={row.position} today={today} />}
      <Answer of={page} loading="Looking up earlier choices">
        {({ asked, history }) => (
          <>
            {asked ? <ActionAskedPart asked={asked} onClose={onClose} /> : mayChoose && <ActionChoose row={row} today={today} onDone={onClose} />}
            <ActionHistory lines={history} />
          </>
        )}
      </Answer>
    </Dialog>
  )
}

function PositionToday({ position, today }: Readonly<{ position: Position | null; today: IsoDate }>) {
  return (
    <section className="psr-position">
      <h3>Position on {dateInWords(today)}</h3>
      <p><PositionTag code={position?.code ?? null} sourcesDiffer={position?.sourcesDiffer} /></p>
      {position === null ? <p>No dated position covers today, so nothing can be said about it.</p> : (
        <>
          <p>{position.text}</p>
          <p className="psr-small psr-quiet">{positionCodeLines[position.code]}</p>
          <PositionSources of={position.sources} />
          <p className="psr-small psr-quiet">Checked {dateInWords(position.checkedOn)}, {agoInWords(position.checkedOn, today)}.</p>
        </>
      )}
    </section>
  )
}

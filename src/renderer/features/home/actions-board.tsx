import { Fragment, useState } from 'react'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { actionWords, dateInWords } from '../../../shared/domain/words.ts'
import { actionChoices } from '../../../shared/domain/action.ts'
import { TextButton } from '../../components/button.tsx'
import { Meter } from '../../components/figures.tsx'
import { PositionTag } from '../../components/tags.tsx'
import { choiceInWords, proposedInWords, type ActionRow } from './action-choice.ts'
import { ActionDialog } from './action-dialog.tsx'

/** The nine actions: how far the register is with each, what holds today, and what the practice chose. */
export function ActionsBoard({ actions, today }: Readonly<{ actions: readonly ActionRow[]; today: IsoDate }>) {
  const [open, setOpen] = useState<ActionRow | null>(null)
  const covered = actions.filter(({ coverage }) => coverage !== null)
  const recorded = actions.filter(({ coverage }) => coverage === null)
  return (
    <section className="psr-acts">
      <div className="psr-ruled"><h2>The nine actions</h2><span className="psr-quiet">Position on {dateInWords(today)}</span></div>
      <ul>
        {covered.map((row) => (
          <li key={row.action} className="psr-acts__row">
            <span className="psr-acts__number">{row.number}</span>
            <div className="psr-acts__line">
              <TextButton className="psr-acts__title" onClick={() => setOpen(row)}>{actionWords[row.action].title}</TextButton>
              <PositionTag code={row.position?.code ?? null} sourcesDiffer={row.position?.sourcesDiffer} />
            </div>
            <div className="psr-acts__line psr-acts__line--second">
              <span className="psr-acts__coverage">
                {row.coverage && row.coverage.of > 0 && <Meter done={row.coverage.done} of={row.coverage.of} width={56} height={6} />}{row.coverage?.text}
              </span>
              <span className="psr-acts__choice">{row.proposed ? proposedInWords(row.proposed) : choiceInWords(row)}</span>
            </div>
          </li>
        ))}
      </ul>
      {recorded.length > 0 && (
        <div className="psr-acts__rest">
          <span className="psr-acts__lead">1 to 4, recorded only. </span>
          {actionChoices.map((choice) => <Recorded key={choice} choice={choice} rows={recorded.filter((row) => row.choice === choice)} onOpen={setOpen} />)}
        </div>
      )}
      {open && <ActionDialog row={open} today={today} onClose={() => setOpen(null)} />}
    </section>
  )
}

const choiceWords = { 'not-taken': 'Not taken', considering: 'Considering', taken: 'Taken', ended: 'Ended' } as const satisfies Record<ActionRow['choice'], string>

function Recorded({ choice, rows, onOpen }: Readonly<{ choice: ActionRow['choice']; rows: readonly ActionRow[]; onOpen: (row: ActionRow) => void }>) {
  if (rows.length === 0) return null
  return (
    <span>
      {choiceWords[choice]}:{' '}
      {rows.map((row, index) => (
        <Fragment key={row.action}>
          {index > 0 && ', '}<TextButton onClick={() => onOpen(row)}>{lower(actionWords[row.action].title)}</TextButton>
        </Fragment>
      ))}.{' '}
    </span>
  )
}

const lower = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1)

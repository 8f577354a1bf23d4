import { dayInEngland } from '../../../shared/domain/date.ts'
import type { ActionAsked } from '../../../shared/contract/actions.ts'
import type { ActionStatement } from '../../../shared/domain/action-statement.ts'
import { dateInWords, positionCodeLines } from '../../../shared/domain/words.ts'
import { actionChoiceWords } from '../../../shared/domain/words/event-values.ts'
import { clockTime } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { PositionSources } from '../../components/position-sources.tsx'
import { PositionTag } from '../../components/tags.tsx'
import '../../components/statement-sheet.scss'

/** The statement as a sheet of paper, drawn from the statement alone: what is signed is what stands here. */
export function ActionSheet({ asked: { statement, statementHash, proposedAt } }: Readonly<{ asked: Pick<ActionAsked, 'statement' | 'statementHash' | 'proposedAt'> }>) {
  const { decision, drawnUpBy, title, summary, asks, reason, before, position, coverage } = statement
  return (
    <article className="psr-statement" aria-labelledby="statement-title">
      <p className="psr-small psr-quiet">
        Statement {decision.ref}, drawn up by {drawnUpBy}, fixed {dateInWords(dayInEngland(proposedAt))}, {clockTime(proposedAt)}
      </p>
      <h2 id="statement-title" tabIndex={-1}>{title}</h2>
      {position && <div className="psr-row psr-statement__tags"><PositionTag code={position.code} sourcesDiffer={position.sourcesDiffer} /></div>}
      <p className="psr-statement__lead">{summary}</p>
      <div className="psr-statement__parts">
        <section><h3>What the action asks</h3><p>{asks}</p></section>
        <section><h3>Reason</h3><p>{reason}</p></section>
        {coverage && <section><h3>The register then</h3><p>{coverage.text}.</p></section>}
        <section><h3>Until now</h3><p>{untilNow(before)}</p></section>
      </div>
      {position && (
        <section>
          <h3>Position on {dateInWords(statement.on)}</h3>
          <p>{position.text}</p>
          <p className="psr-small psr-quiet">{positionCodeLines[position.code]}</p>
          <PositionSources of={position.sources} />
          <p className="psr-small psr-quiet">Checked {dateInWords(position.checkedOn)}. This is information with its sources, not legal advice.</p>
        </section>
      )}
      <div className="psr-statement__foot"><span>Statement <b><HashText hash={statementHash} digits={16} /></b></span></div>
    </article>
  )
}

function untilNow({ choice, on }: ActionStatement['before']): string {
  const words = actionChoiceWords[choice]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${on && choice !== 'not-taken' ? `, ${dateInWords(on)}` : ''}.`
}

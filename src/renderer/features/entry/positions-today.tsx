import { actionNumber } from '../../../shared/domain/action.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { daysBetween } from '../../../shared/domain/date.ts'
import { positionsHoldForDays } from '../../../shared/domain/position-lookup.ts'
import type { Position, PositionSubject } from '../../../shared/domain/position.ts'
import { dateInWords, positionSubjectWords } from '../../../shared/domain/words.ts'
import { agoInWords } from '../../components/format.ts'
import { PositionTag, SourceGrade } from '../../components/tags.tsx'

/** What holds on a day and who says so; sources that disagree stand one under the other. */
export function PositionsToday({ positions, today }: Readonly<{ positions: readonly Position[]; today: IsoDate }>) {
  if (positions.length === 0) return <p className="psr-quiet">No position speaks about what may be decided here. The agreement’s own terms and the law apply.</p>
  return <div className="psr-positions">{positions.map((position) => <OnePosition key={position.id} position={position} today={today} />)}</div>
}

function OnePosition({ position, today }: Readonly<{ position: Position; today: IsoDate }>) {
  const old = daysBetween(position.checkedOn, today) > positionsHoldForDays
  return (
    <section>
      <p><b>{subjectInWords(position.subject)}.</b> On {dateInWords(today)}: <PositionTag bare code={position.code} sourcesDiffer={position.sourcesDiffer} /></p>
      <p className="psr-small">{position.text}</p>
      <ul className="psr-sources">
        {position.sources.map((source) => <li key={`${source.party}${source.address}${source.says}`}><SourceGrade source={source} /><span>{source.says}</span></li>)}
      </ul>
      <p className={old ? 'psr-small psr-warn' : 'psr-small psr-quiet'}>Checked {dateInWords(position.checkedOn)}, {agoInWords(position.checkedOn, today)}{old && '. Check it again before relying on it'}.</p>
    </section>
  )
}

/** "Action 6, withdraw secondary-use sharing"; a subject that is no action goes by its own words. */
export function subjectInWords(subject: PositionSubject): string {
  const numbers: Readonly<Record<string, string>> = actionNumber
  const number = numbers[subject]
  const words = positionSubjectWords[subject]
  return number === undefined ? words : `Action ${number}, ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

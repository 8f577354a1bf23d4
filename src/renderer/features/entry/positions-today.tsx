import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { actionNumber } from '../../../shared/domain/action.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { daysBetween } from '../../../shared/domain/date.ts'
import { positionsHoldForDays } from '../../../shared/domain/position-lookup.ts'
import type { Position, PositionSubject } from '../../../shared/domain/position.ts'
import { dateInWords, positionCodeWords, positionSubjectWords } from '../../../shared/domain/words.ts'
import { agoInWords } from '../../components/format.ts'
import { PositionSources } from '../../components/position-sources.tsx'
import { PositionTag } from '../../components/tags.tsx'

type PositionsProps = Readonly<{ positions: readonly Position[]; judged: EntryDetail['judged']; today: IsoDate }>

/** What holds on a day and who says so. What is not available now is folded away; sources that disagree stand one under the other. */
export function PositionsToday({ positions, judged, today }: PositionsProps) {
  if (positions.length === 0) return <p className="psr-quiet">No position speaks about what may be decided here. The agreement’s own terms and the law apply.</p>
  const open = new Set(judged.flatMap(({ result }) => (result.answer !== 'not-available' && result.position ? [result.position.id] : [])))
  const [first, rest] = [positions.filter(({ id }) => open.has(id)), positions.filter(({ id }) => !open.has(id))]
  const shut = first.length > 0
  return (
    <div className="psr-positions">
      {(shut ? first : rest).map((position) => <OnePosition key={position.id} position={position} today={today} />)}
      {shut && rest.map((position) => (
        <details key={position.id}>
          <summary>{subjectInWords(position.subject)}: {positionCodeWords[position.code].toLowerCase()}</summary>
          <OnePosition position={position} today={today} />
        </details>
      ))}
    </div>
  )
}

function OnePosition({ position, today }: Readonly<{ position: Position; today: IsoDate }>) {
  const old = daysBetween(position.checkedOn, today) > positionsHoldForDays
  return (
    <section>
      <p><b>{subjectInWords(position.subject)}.</b> On {dateInWords(today)}: <PositionTag bare code={position.code} sourcesDiffer={position.sourcesDiffer} /></p>
      <p className="psr-small">{position.text}</p>
      <PositionSources of={position.sources} />
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

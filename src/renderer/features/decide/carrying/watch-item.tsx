import { useState } from 'react'
import type { DecisionDetail } from '../../../../shared/contract/decisions.ts'
import { isOver, dayMonthYear, dueInWords } from '../../../components/format.ts'
import { dayInEngland, type IsoDate } from '../../../../shared/domain/date.ts'
import { isSettled, openTasks, type FollowThrough } from '../../../../shared/domain/follow-through-record.ts'
import { dateInWords } from '../../../../shared/domain/words.ts'
import { useMay } from '../../../app/session-context.ts'
import { Button } from '../../../components/button.tsx'
import { EndDialog, WatchDialog } from './closing-dialogs.tsx'
import { Item } from './step-item.tsx'

type WatchProps = Readonly<{ detail: DecisionDetail; follow: FollowThrough; today: IsoDate }>

/** What ends a freeze or a deferral: its day, and the condition that somebody looks at now and then. */
export function WatchItem({ detail, follow, today }: WatchProps) {
  const { verb, draft } = detail.decision
  const [which, setWhich] = useState<'watch' | 'end' | null>(null)
  const mayWatch = useMay('decision.watch')
  const what = verb === 'freeze' ? 'freeze' : 'deferral'
  if (follow.ended) {
    return (
      <Item icon="ok" tone="psr-ok" said="Done" title={`The ${what} ended`}>
        <p><b>{dateInWords(follow.ended.on)}</b>, {follow.ended.because === 'end-date' ? 'because its day had come' : 'because its condition was met'}. Recorded by {follow.ended.by.name}.</p>
        {follow.ended.note !== '' && <p>{follow.ended.note}</p>}
        <Looks follow={follow} />
      </Item>
    )
  }
  const open = openTasks(follow, verb, draft)
  const look = open.find((one) => one.what === 'condition')
  const end = open.find((one) => one.what === 'ends')
  const met = follow.watched.at(-1)?.met === true
  const over = end !== undefined && !isOver(today, end.due)
  const late = (look && isOver(look.due, today)) || (end && isOver(end.due, today))
  const acts = !isSettled(follow) && mayWatch && (
    <>
      {look && <Button look={over ? 'secondary' : 'primary'} small onClick={() => setWhich('watch')}>Look at the condition</Button>}
      {over && <Button look="primary" small onClick={() => setWhich('end')}>End it</Button>}
      {which === 'watch' && <WatchDialog detail={detail} onClose={() => setWhich(null)} />}
      {which === 'end' && <EndDialog detail={detail} because={met ? 'condition-met' : 'end-date'} onClose={() => setWhich(null)} />}
    </>
  )
  return (
    <Item icon={late ? 'bad' : 'clock'} tone={late ? 'psr-bad' : 'psr-link-ink'} said={late ? 'Late' : 'Open'} title={`The ${what} holds`} acts={acts}>
      <p>{draft.endsOn ? <>Until {dateInWords(draft.endsOn)} <span className={isOver(draft.endsOn, today) ? 'psr-bad psr-strong' : 'psr-quiet'}>({dueInWords(draft.endsOn, today)})</span></> : 'Without an end date'}{draft.exitCondition && <>, or once this is met: <b>{draft.exitCondition}</b></>}</p>
      {met && <p className="psr-ok psr-strong">The condition is met. It can end now.</p>}
      {look && <p>Look again by {dateInWords(look.due)} <span className={isOver(look.due, today) ? 'psr-bad psr-strong' : 'psr-quiet'}>({dueInWords(look.due, today)})</span></p>}
      <Looks follow={follow} />
    </Item>
  )
}

/** Every look at the condition, newest first. */
function Looks({ follow: { watched } }: Readonly<{ follow: FollowThrough }>) {
  if (watched.length === 0) return null
  return (
    <ul className="psr-steps__looks">
      {watched.toReversed().map(({ on, met, note, by }) => (
        <li key={by.at}>{dayMonthYear(on)}, {by.name}{on === dayInEngland(by.at) ? '' : ` (recorded ${dayMonthYear(dayInEngland(by.at))})`}: <b>{met ? 'met' : 'not met yet'}</b>{note !== '' && `. ${note}`}</li>
      ))}
    </ul>
  )
}

import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Carrying, DecisionDetail } from '../../../../shared/contract/decisions.ts'
import { dayInEngland } from '../../../../shared/domain/date.ts'
import type { DecisionStage } from '../../../../shared/domain/decision-stage.ts'
import { isWatched } from '../../../../shared/domain/follow-through.ts'
import type { FollowThrough } from '../../../../shared/domain/follow-through-record.ts'
import { dateInWords, stageWords, verbWords } from '../../../../shared/domain/words.ts'
import { paths } from '../../../app/paths.ts'
import { Banner, Section } from '../../../components/panel.tsx'
import { StepItem } from './step-item.tsx'
import { WatchItem } from './watch-item.tsx'
import './carrying.scss'

/** A made decision on its way: each step with who, when and what proves it, and what may be recorded next. */
export function CarryingSection({ detail }: Readonly<{ detail: DecisionDetail }>) {
  const { decision, carrying, stage } = detail
  const follow = decision.followThrough
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The board and the home page lead here, past the head of the page.
    if (location.hash === '#carrying-out') place.current?.scrollIntoView({ block: 'start' })
  }, [])
  if (!follow || !carrying) return null
  const watched = isWatched(decision.verb)
  return (
    <div ref={place} className="psr-carry">
      <Section id="carrying-out" title="Carrying it out" aside={stageWords[stage]}>
        <Linked carrying={carrying} />
        <p className="psr-carry__lead">{leadOf(stage, follow)}</p>
        {(follow.tasks.length > 0 || watched) && (
          <ol className="psr-steps">
            {follow.tasks.map((task) => <StepItem key={task.step} task={task} detail={detail} follow={follow} carrying={carrying} />)}
            {watched && <WatchItem detail={detail} follow={follow} today={carrying.today} />}
          </ol>
        )}
      </Section>
    </div>
  )
}

function Linked({ carrying: { replaces, replacedBy } }: Readonly<{ carrying: Carrying }>) {
  return (
    <>
      {replacedBy && (
        <Banner tone="info">
          <p><b>Another decision has taken its place:</b> <Link to={paths.decide(replacedBy.id)}>{replacedBy.ref}, {verbWords[replacedBy.verb].imperative.toLowerCase()}</Link>. What is open here goes on there.</p>
        </Banner>
      )}
      {replaces && <p>It takes the place of <Link to={paths.decide(replaces.id)}>{replaces.ref}, {verbWords[replaces.verb].imperative.toLowerCase()}</Link>.</p>}
    </>
  )
}

function leadOf(stage: DecisionStage, follow: FollowThrough): string {
  switch (stage) {
    case 'under-way': return 'A signed decision is not yet a stopped flow. Record each step with its day and what proves it.'
    case 'to-check': return 'Every step is recorded. Now somebody who did none of them looks whether it really happened.'
    case 'on-hold': return 'It holds until its day or its condition comes. Somebody has to look.'
    case 'closed': return `Closed${follow.closed ? ` on ${dateInWords(dayInEngland(follow.closed.at))} by ${follow.closed.name}` : ''}: done, and checked by somebody else.`
    case 'replaced': return 'It is no longer carried out.'
    default: return 'It took effect when it was made. There is no step to record.'
  }
}

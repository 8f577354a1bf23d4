import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { z } from 'zod'
import { answers } from '../../../shared/domain/decision-draft.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { answerWords } from './answer-words.ts'
import { ProgressDots } from './progress-dots.tsx'
import { afterAnswering, sittingOf, waitingOf, type Queue } from './sitting.ts'

type SittingProps = Readonly<{ queue: Queue; decision: string }>

/** Beside the title: how far the sitting is, and what was just signed. */
export function SittingNote({ queue, decision }: SittingProps) {
  const sitting = sittingOf(queue, decision)
  return <>{sitting && <ProgressDots sitting={sitting} />}<Progress queue={queue} /></>
}

/** The ways on from a statement without answering it. */
export function SittingActs({ queue, decision }: SittingProps) {
  const [, go] = useLocation()
  const sitting = sittingOf(queue, decision)
  const after = afterAnswering(queue, decision)
  const to = (id: string) => go(paths.signOffOn(id))
  return (
    <>
      <LinkButton to={paths.signOffList} look="quiet" icon="register">List</LinkButton>
      {sitting?.before && <Button look="quiet" icon="back" onClick={() => to(sitting.before ?? '')}>Back</Button>}
      {sitting && after && <Button look="quiet" iconAfter="next" onClick={() => to(sitting.next ?? after)}>Skip for now</Button>}
      {!sitting && <NextWaiting queue={queue} />}
    </>
  )
}

const signedState = z.object({ signed: z.string(), answer: z.enum(answers) })

/** What was just signed, and how many today. */
function Progress({ queue }: Readonly<{ queue: Queue }>) {
  const state = signedState.safeParse(useHistoryState<unknown>())
  const today = queue.answeredToday === 0 ? '' : `${queue.answeredToday} answered today`
  return (
    <output className="psr-small psr-row">
      {state.success && <span className="psr-ok psr-row"><Icon name="ok" size={16} />{state.data.signed} signed: {answerWords[state.data.answer].past.toLowerCase()}</span>}
      <span>{today}</span>
    </output>
  )
}

function NextWaiting({ queue }: Readonly<{ queue: Queue }>) {
  const [first] = waitingOf(queue)
  return first ? <LinkButton to={paths.signOffOn(first.decision)} look="quiet" iconAfter="next">Next to answer</LinkButton> : null
}

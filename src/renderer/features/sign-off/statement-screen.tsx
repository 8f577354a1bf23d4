import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation, useParams } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { z } from 'zod'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { standingStatement, type FixedStatement } from '../../../shared/domain/decision-record.ts'
import { answers, type Answer as GivenAnswer } from '../../../shared/domain/decision-draft.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { keyOf } from '../../app/query-keys.ts'
import { useSession } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { StatementSheet } from '../../components/statement-sheet.tsx'
import { AnswerForm } from './answer-form.tsx'
import { answerWords } from './answer-words.ts'
import { GivenAnswers } from './given-answers.tsx'
import { ProgressDots } from './progress-dots.tsx'
import { afterAnswering, sittingOf, waitingOf, withAnswered, type Queue } from './sitting.ts'
import './sign-off.scss'

/** One statement, and beside it the answer: to be given, or as given. */
export function StatementScreen() {
  const { decision } = useParams<{ decision: string }>()
  const detail = useAnswer('decision.get', { id: decision })
  const queue = useAnswer('signoff.queue', {})
  if (detail.data && queue.data) return <OneStatement key={decision} detail={detail.data} queue={queue.data} />
  return (
    <Page title="Sign-off" sunken>
      <Answer of={detail} loading="Opening the statement">{() => <Answer of={queue} loading="Opening the statement">{() => null}</Answer>}</Answer>
    </Page>
  )
}

function OneStatement({ detail, queue }: Readonly<{ detail: DecisionDetail; queue: Queue }>) {
  const client = useQueryClient()
  const [, go] = useLocation()
  const { decision } = detail
  const fixed = standingStatement(decision)
  const sitting = sittingOf(queue, decision.id)
  const after = afterAnswering(queue, decision.id)
  const to = (id: string) => go(paths.signOffOn(id))
  const onSigned = (answer: GivenAnswer) => {
    // Told at once, so that the next page counts this one; the queue itself is asked for again as after any writing.
    client.setQueryData<Queue>(keyOf('signoff.queue', {}), (before) => before && withAnswered(before, decision.id))
    go(after ? paths.signOffOn(after) : paths.signOff, { state: { signed: decision.ref, answer } })
  }
  useShown(detail, sitting === null ? undefined : fixed)
  if (!fixed) return <TakenBack detail={detail} />
  return (
    <Page
      sunken title={sitting ? `Sign-off, ${sitting.place} of ${sitting.of}` : `Statement ${decision.ref}`}
      note={<>{sitting && <ProgressDots sitting={sitting} />}<Progress queue={queue} /></>}
      acts={(
        <>
          <LinkButton to={paths.signOffList} look="quiet" icon="register">List</LinkButton>
          {sitting?.before && <Button look="quiet" icon="back" onClick={() => to(sitting.before ?? '')}>Back</Button>}
          {sitting && after && <Button look="quiet" iconAfter="next" onClick={() => to(sitting.next ?? after)}>Skip for now</Button>}
          {!sitting && <NextWaiting queue={queue} />}
        </>
      )}
    >
      <div className="psr-so">
        <StatementSheet statement={fixed.statement} hash={fixed.hash} fixedAt={fixed.fixed.at} />
        <div className="psr-so__side">
          {sitting
            ? <AnswerForm detail={detail} statementHash={fixed.hash} more={after !== null} onSigned={onSigned} />
            : <GivenAnswers detail={detail} />}
        </div>
      </div>
    </Page>
  )
}

/** Records that this text, and what it does, was on the partner's screen before they answered. Once a statement. */
function useShown({ decision }: DecisionDetail, fixed: FixedStatement | undefined): void {
  const client = useQueryClient()
  const { person } = useSession()
  const hash = fixed?.hash
  const before = fixed?.shownTo.some(({ id }) => id === person.id) ?? true
  useEffect(() => {
    if (hash === undefined || before) return
    const refresh = () => client.invalidateQueries({ queryKey: keyOf('app.status', {}) })
    // Refused only where the answer itself will be, which then says why.
    call('decision.effects-shown', { id: decision.id, statementHash: hash }).then(refresh, () => undefined)
  }, [client, decision.id, hash, before])
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

function TakenBack({ detail: { decision, entry } }: Readonly<{ detail: DecisionDetail }>) {
  return (
    <Page title={`Statement ${decision.ref}`} note={entry.title}>
      <p>There is no statement to answer. It was taken back because something in it changed, or it is not fixed yet. Answers given to the earlier text stand in the trail.</p>
      <p className="psr-buttons"><LinkButton to={paths.decide(decision.id)} look="primary">Open the decision</LinkButton><LinkButton to={paths.signOff} look="quiet">Back to sign-off</LinkButton></p>
    </Page>
  )
}

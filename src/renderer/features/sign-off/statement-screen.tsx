import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation, useParams } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { standingStatement, type FixedStatement } from '../../../shared/domain/decision-record.ts'
import type { Answer as GivenAnswer } from '../../../shared/domain/decision-draft.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { keyOf } from '../../app/query-keys.ts'
import { useSession } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { LinkButton } from '../../components/button.tsx'
import { StatementSheet } from '../../components/statement-sheet.tsx'
import { ActionStatementScreen } from './action-statement-screen.tsx'
import { AnswerForm } from './answer-form.tsx'
import { GivenAnswers } from './given-answers.tsx'
import { PositionSince } from './position-since.tsx'
import { SittingActs, SittingNote } from './sitting-head.tsx'
import { afterAnswering, sittingOf, withAnswered, type Queue } from './sitting.ts'
import './sign-off.scss'

/** One statement, and beside it the answer: to be given, or as given. */
export function StatementScreen() {
  const { decision } = useParams<{ decision: string }>()
  const queue = useAnswer('signoff.queue', {})
  const aboutAction = queue.data?.items.find((item) => item.decision === decision)?.kind === 'action'
  const detail = useAnswer('decision.get', { id: decision }, { enabled: queue.data !== undefined && !aboutAction })
  if (queue.data && aboutAction) return <ActionStatementScreen key={decision} id={decision} queue={queue.data} />
  if (detail.data && queue.data) return <OneStatement key={decision} detail={detail.data} queue={queue.data} />
  return (
    <Page title="Sign-off" sunken>
      <Answer of={queue} loading="Opening the statement">{() => <Answer of={detail} loading="Opening the statement">{() => null}</Answer>}</Answer>
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
      note={<SittingNote queue={queue} decision={decision.id} />}
      acts={<SittingActs queue={queue} decision={decision.id} />}
    >
      {detail.positionSince && <PositionSince now={detail.positionSince} />}
      <div className="psr-so">
        <StatementSheet statement={fixed.statement} hash={fixed.hash} fixedAt={fixed.fixed.at} />
        <div className="psr-so__side">
          {sitting
            ? <AnswerForm asked={detail} statementHash={fixed.hash} send={(given) => call('decision.answer', { id: decision.id, statementHash: fixed.hash, ...given })} more={after !== null} onSigned={onSigned} />
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

function TakenBack({ detail: { decision, entry } }: Readonly<{ detail: DecisionDetail }>) {
  return (
    <Page title={`Statement ${decision.ref}`} note={entry.title}>
      <p>There is no statement to answer. It was taken back because something in it changed, or it is not fixed yet. Answers given to the earlier text stand in the trail.</p>
      <p className="psr-buttons"><LinkButton to={paths.decide(decision.id)} look="primary">Open the decision</LinkButton><LinkButton to={paths.signOff} look="quiet">Back to sign-off</LinkButton></p>
    </Page>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Answer as GivenAnswer } from '../../../shared/domain/decision-draft.ts'
import type { ActionAsked } from '../../../shared/contract/actions.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { keyOf } from '../../app/query-keys.ts'
import { useAnswer } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { ActionSheet } from './action-sheet.tsx'
import { AnswerForm } from './answer-form.tsx'
import { AnswersGiven } from './given-answers.tsx'
import { SittingActs, SittingNote } from './sitting-head.tsx'
import { afterAnswering, sittingOf, withAnswered, type Queue } from './sitting.ts'

/** A choice about one of the nine actions, answered as any other statement. */
export function ActionStatementScreen({ id, queue }: Readonly<{ id: string; queue: Queue }>) {
  const asked = useAnswer('action.statement', { id })
  if (asked.data) return <OneAction asked={asked.data} queue={queue} />
  return <Page title="Sign-off" sunken><Answer of={asked} loading="Opening the statement">{() => null}</Answer></Page>
}

function OneAction({ asked, queue }: Readonly<{ asked: ActionAsked; queue: Queue }>) {
  const client = useQueryClient()
  const [, go] = useLocation()
  const { id, statement, statementHash } = asked
  const sitting = sittingOf(queue, id)
  const after = afterAnswering(queue, id)
  const onSigned = (answer: GivenAnswer) => {
    client.setQueryData<Queue>(keyOf('signoff.queue', {}), (before) => before && withAnswered(before, id))
    go(after ? paths.signOffOn(after) : paths.signOff, { state: { signed: statement.decision.ref, answer } })
  }
  return (
    <Page
      sunken title={sitting ? `Sign-off, ${sitting.place} of ${sitting.of}` : `Statement ${statement.decision.ref}`}
      note={<SittingNote queue={queue} decision={id} />} acts={<SittingActs queue={queue} decision={id} />}
    >
      <div className="psr-so">
        <ActionSheet asked={asked} />
        <div className="psr-so__side">
          {sitting
            ? <AnswerForm asked={asked} statementHash={statementHash} send={(given) => call('action.answer', { id, statementHash, ...given })} more={after !== null} onSigned={onSigned} />
            : <AnswersGiven asked={asked} open={asked.outcome === null} outcome={null} />}
        </div>
      </div>
    </Page>
  )
}

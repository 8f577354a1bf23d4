import { Redirect } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { LinkButton } from '../../components/button.tsx'
import { countOf } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { PackActs } from './pack-acts.tsx'
import { waitingOf, type Queue } from './sitting.ts'
import { StatementList } from './statement-list.tsx'
import './sign-off.scss'

/** Takes a partner straight to the first statement that waits for them; everybody else sees who is still asked. */
export function SignOffScreen() {
  const mayAnswer = useMay('decision.answer')
  const queue = useAnswer('signoff.queue', {})
  const state = useHistoryState<unknown>()
  if (!queue.data) return <Page title="Sign-off" sunken><Answer of={queue} loading="Looking up what waits">{() => null}</Answer></Page>
  const [first] = waitingOf(queue.data)
  if (mayAnswer && first) return <Redirect to={paths.signOffOn(first.decision)} replace state={state} />
  return mayAnswer ? <AllAnswered queue={queue.data} /> : <StatementsScreen />
}

/** Every statement that is open, whoever is asked. */
export function StatementsScreen() {
  const mayAnswer = useMay('decision.answer')
  const queue = useAnswer('signoff.queue', {})
  return (
    <Page title="Statements to answer" note={queue.data && noteOf(queue.data)} acts={<PackActs />}>
      <Answer of={queue} loading="Looking up what waits">
        {({ items }) => (items.length === 0 ? <NothingFixed /> : <StatementList items={items} mayAnswer={mayAnswer} />)}
      </Answer>
    </Page>
  )
}

const noteOf = ({ items }: Queue): string => (items.length === 0 ? '' : `${countOf(items.length, 'statement')}, ${countOf(new Set(items.flatMap(({ stillAsked }) => stillAsked)).size, 'partner')} still asked`)

function NothingFixed() {
  return (
    <div className="psr-empty">
      <h2>No statement waits for an answer</h2>
      <p className="psr-quiet">A decision comes here when its text is fixed. Partners then answer it one by one.</p>
      <p className="psr-buttons"><LinkButton to={paths.register} look="primary">Go to the register</LinkButton></p>
    </div>
  )
}

/** The end of a sitting: calm, and says what happens next. */
function AllAnswered({ queue }: Readonly<{ queue: Queue }>) {
  const open = queue.items.filter(({ mine }) => mine === 'answered')
  const any = queue.answeredToday > 0 || open.length > 0
  return (
    <Page title="Sign-off" sunken acts={<PackActs />}>
      <section className="psr-so__done" aria-labelledby="done-title">
        <span className="psr-ok"><Icon name="ok" size={40} /></span>
        <h2 id="done-title">{any ? 'All answered' : 'Nothing waits for you'}</h2>
        <p>
          {queue.answeredToday > 0 && `You answered ${countOf(queue.answeredToday, 'statement')} today. Each answer is signed and stands in the trail. `}
          {open.length > 0 ? `${countOf(open.length, 'statement')} you answered ${open.length === 1 ? 'still waits' : 'still wait'} for other partners.` : 'No statement waits for your answer.'}
        </p>
        <p className="psr-buttons">
          <LinkButton to={paths.home} look="primary">Go to the home page</LinkButton>
          {open.length > 0 && <LinkButton to={paths.signOffList} look="quiet">See who is still asked</LinkButton>}
        </p>
      </section>
    </Page>
  )
}

import { Link, Route, Switch, useParams } from 'wouter'
import { isoDate } from '../../../shared/domain/date.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { PastContext } from '../../app/past-context.ts'
import { paths } from '../../app/paths.ts'
import { useAnswer } from '../../app/use-call.ts'
import { ReadScreen } from '../decide/read-screen.tsx'
import { EntryPage } from '../entry/entry-screen.tsx'
import { PastBanner } from './past-banner.tsx'
import { PastRegister, PastStart } from './past-screen.tsx'

/** One past day: its register, and from there its entries and decisions as they were. */
export function PastDay() {
  const { on = '' } = useParams()
  if (!isoDate.safeParse(on).success) return <PastStart />
  return (
    <PastContext value={on}>
      <Switch>
        <Route path="/entry/:id"><PastEntry on={on} /></Route>
        <Route path="/decision/:id"><PastDecision on={on} /></Route>
        <Route path="/"><PastRegister on={on} /></Route>
        <Route path={paths.register}><PastRegister on={on} /></Route>
        <Route><NotInThePast on={on} /></Route>
      </Switch>
    </PastContext>
  )
}

type OfDay = Readonly<{ on: string }>

function PastEntry({ on }: OfDay) {
  const { id = '' } = useParams()
  const answer = useAnswer('past.entry', { id, on })
  if (answer.data) return <EntryPage key={`${id} ${on}`} detail={answer.data} banner={<PastBanner on={on} now={paths.entry(id)} />} />
  return <Page title="Entry" crumb={<Link to={paths.register}>The register on that day</Link>}><Answer of={answer} loading="Looking back">{() => null}</Answer></Page>
}

function PastDecision({ on }: OfDay) {
  const { id = '' } = useParams()
  const answer = useAnswer('past.decision', { id, on })
  if (answer.data) return <ReadScreen key={`${id} ${on}`} detail={answer.data} banner={<PastBanner on={on} now={paths.decide(id)} />} />
  return <Page title="Decision" crumb={<Link to={paths.register}>The register on that day</Link>}><Answer of={answer} loading="Looking back">{() => null}</Answer></Page>
}

function NotInThePast({ on }: OfDay) {
  return (
    <Page title="This is only there today">
      <PastBanner on={on} now={paths.home} />
      <p><Link to={paths.register}>Back to the register on that day</Link></p>
    </Page>
  )
}

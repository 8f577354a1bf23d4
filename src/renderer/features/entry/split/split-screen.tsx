import { Link, useParams } from 'wouter'
import type { EntryDetail } from '../../../../shared/contract/entries.ts'
import { whyNotSplit } from '../../../../shared/domain/entry-split.ts'
import { Answer } from '../../../app/answer.tsx'
import { Page } from '../../../app/page.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session-context.ts'
import { useAnswer } from '../../../app/use-call.ts'
import { LinkButton } from '../../../components/button.tsx'
import { Banner } from '../../../components/panel.tsx'
import { OnlyKeepers } from '../only-keepers.tsx'
import { SplitForm } from './split-form.tsx'
import '../entry.scss'

const title = 'Split into two entries'

/** Moves purposes to an entry of their own, so that each part can be decided about alone. */
export function SplitScreen() {
  const { id = '' } = useParams()
  const answer = useAnswer('entry.get', { id })
  const may = useMay('entry.split')
  if (!may) return <OnlyKeepers title={title} entry={id} />
  if (answer.data) return <Split key={id} detail={answer.data} />
  return <Page title={title}><Answer of={answer} loading="Opening the entry">{() => null}</Answer></Page>
}

function Split({ detail }: Readonly<{ detail: EntryDetail }>) {
  const { entry, splitWaitsFor } = detail
  const crumb = <><Link to={paths.register}>Register</Link><span className="psr-quiet">/</span><Link to={paths.entry(entry.id)}>{entry.ref} {entry.title}</Link></>
  const obstacle = whyNotSplit(entry)
  if (obstacle !== null) {
    return (
      <Page title={title} crumb={crumb}>
        <p>{obstacle}</p>
        <p className="psr-buttons"><LinkButton to={paths.entry(entry.id)}>Back to the entry</LinkButton></p>
      </Page>
    )
  }
  if (splitWaitsFor) {
    return (
      <Page title={title} crumb={crumb}>
        <Banner tone="info" acts={<LinkButton to={paths.decide(splitWaitsFor.id)} look="primary">Open {splitWaitsFor.ref}</LinkButton>}>
          <p><b>Decision {splitWaitsFor.ref} {splitWaitsFor.why}.</b> Bring it to its end first, then split the entry.</p>
        </Banner>
        <p className="psr-buttons"><LinkButton to={paths.entry(entry.id)}>Back to the entry</LinkButton></p>
      </Page>
    )
  }
  return <Page title={title} crumb={crumb}><SplitForm entry={entry} /></Page>
}

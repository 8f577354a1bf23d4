import type { PositionPage } from '../../../shared/contract/positions.ts'
import { positionsHoldForDays } from '../../../shared/domain/position-lookup.ts'
import type { PositionSubject } from '../../../shared/domain/position.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { LinkButton } from '../../components/button.tsx'
import { countOf, numberInWords } from '../../components/format.ts'
import { Banner } from '../../components/panel.tsx'
import { ContractDatePanel } from './contract-date-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { SetPanel } from './set-panel.tsx'
import { SubjectList } from './subject-list.tsx'
import { SubjectRows } from './subject-rows.tsx'
import { useSubject } from './use-subject.ts'
import './positions.scss'

/** What law and contract say, subject by subject, with who says so and since when; and the rules that read purposes. */
export function PositionsScreen() {
  const subject = useSubject()
  const page = useAnswer('position.list', {})
  const mayRecord = useMay('position.record')
  return (
    <Page
      title="Positions" note={page.data && noteOf(page.data)}
      acts={mayRecord && <LinkButton to={paths.editPositionOf(subject)} look="primary" icon="add">Add a position</LinkButton>}
    >
      <Answer of={page} loading="Looking up the positions">{(value) => <Positions page={value} subject={subject} />}</Answer>
    </Page>
  )
}

const noteOf = ({ positions, newestCheck }: PositionPage): string => `${countOf(positions.length, 'position')}${newestCheck ? `, newest check ${dateInWords(newestCheck)}` : ''}`

function Positions({ page, subject }: Readonly<{ page: PositionPage; subject: PositionSubject }>) {
  return (
    <>
      {page.stale && <StaleBanner page={page} />}
      <div className="psr-pos">
        <SubjectList page={page} subject={subject} />
        <SubjectRows key={subject} page={page} subject={subject} />
        <aside className="psr-pos__side" aria-label="Contract date, the app’s own set, and the rules">
          <ContractDatePanel bindsFrom={page.contractBindsFrom} />
          <SetPanel page={page} />
          <RulesPanel />
        </aside>
      </div>
      <p className="psr-small psr-quiet psr-pos__foot">Information with dated sources, not legal advice. What was decided keeps the position it was decided on, whatever is changed here.</p>
    </>
  )
}

function StaleBanner({ page: { daysSince } }: Readonly<{ page: PositionPage }>) {
  return (
    <div className="psr-pos__banner">
      <Banner tone="warn">
        <b>{daysSince === null ? 'There are no positions.' : `The newest position was checked ${numberInWords(daysSince)} days ago.`}</b>{' '}
        {daysSince === null
          ? 'Without them nothing can be said about law and contract.'
          : `After ${positionsHoldForDays} days, look up whether what counts today still holds. Where it does, say “I have checked it today”; where it does not, edit it.`}
      </Banner>
    </div>
  )
}

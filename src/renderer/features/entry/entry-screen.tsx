import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { LinkButton } from '../../components/button.tsx'
import { EvidenceSection } from '../evidence/evidence-section.tsx'
import { ExportButton } from '../export/export-button.tsx'
import { usePlaceInList } from '../register/shown-list.ts'
import { CanDecide } from './can-decide.tsx'
import { DecisionsSection } from './decisions-section.tsx'
import { DetailsSection } from './details-section.tsx'
import { EntryTags } from './entry-tags.tsx'
import { ForceSection } from './force-section.tsx'
import { HistorySection } from './history-section.tsx'
import { KeyFacts } from './key-facts.tsx'
import { PartsOfEntry } from './parts-of-entry.tsx'
import { PurposesSection } from './purposes-section.tsx'
import { QualityPanel } from './quality-panel.tsx'
import { HalvesNote } from './split/halves-note.tsx'
import { LettersOfEntry } from '../letters/letters-of-entry.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { StandingPanel } from './standing-panel.tsx'
import './entry.scss'

/** One entry: what it is for, why it exists, what was decided, what is missing. */
export function EntryScreen() {
  const { id = '' } = useParams()
  const answer = useAnswer('entry.get', { id })
  if (answer.data) return <EntryPage key={id} detail={answer.data} />
  return <Page title="Entry" crumb={<Link to={paths.register}>Register</Link>}><Answer of={answer} loading="Opening the entry">{() => null}</Answer></Page>
}

/** @param banner stands above all else: that this is a past day. */
export function EntryPage({ detail, banner }: Readonly<{ detail: EntryDetail; banner?: ReactNode }>) {
  const { entry } = detail
  return (
    <Page title={entry.title} note={entry.ref} crumb={<Crumb id={entry.id} />} acts={<Acts detail={detail} />}>
      {banner}
      <EntryTags detail={detail} />
      {entry.summary !== '' && <p className="psr-entry__summary">{entry.summary}</p>}
      <HalvesNote detail={detail} />
      <PartsOfEntry detail={detail} />
      <div className="psr-cols psr-entry__cols">
        <div>
          <PurposesSection detail={detail} />
          <ForceSection detail={detail} />
          <DecisionsSection detail={detail} />
          <EvidenceSection subject={{ kind: 'entry', id: entry.id }} evidence={entry.evidence} mayAttach />
          <LettersOfEntry detail={detail} />
          <DetailsSection entry={entry} />
          <HistorySection detail={detail} />
        </div>
        <aside className="psr-entry__side" aria-label="Beside the entry">
          <QualityPanel detail={detail} />
          <StandingPanel detail={detail} />
          <ReviewPanel detail={detail} />
          <KeyFacts entry={entry} />
          <CanDecide detail={detail} />
        </aside>
      </div>
    </Page>
  )
}

function Crumb({ id }: Readonly<{ id: string }>) {
  const place = usePlaceInList(id)
  return (
    <>
      <Link to={place?.address ?? paths.register}>Register</Link>
      {place && <span className="psr-quiet">{place.place} of {place.of}</span>}
      {place && (
        <span className="psr-end psr-row">
          {place.previous && <Link to={paths.entry(place.previous)}>Previous</Link>}
          {place.next && <Link to={paths.entry(place.next)}>Next</Link>}
        </span>
      )}
    </>
  )
}

function Acts({ detail: { entry, decisions } }: Readonly<{ detail: EntryDetail }>) {
  const mayChange = useMay('entry.change')
  const mayDecide = useMay('decision.draft')
  const open = decisions.find(({ status }) => status === 'draft' || status === 'fixed')
  return (
    <>
      <ExportButton about={{ kind: 'entry', id: entry.id, ref: entry.ref }}>Audit trail</ExportButton>
      {mayChange && <LinkButton to={paths.editEntry(entry.id)} icon="edit">Edit</LinkButton>}
      {open
        ? <LinkButton to={paths.decide(open.id)} look="primary" iconAfter="next">{mayDecide && open.status === 'draft' ? `Go on with ${open.ref}` : `Open ${open.ref}`}</LinkButton>
        : mayDecide && <LinkButton to={paths.startDecision(entry.id)} look="primary" iconAfter="next">Decide</LinkButton>}
    </>
  )
}

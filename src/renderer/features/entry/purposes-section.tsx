import { useRef } from 'react'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { catalogueClauseOf } from '../../../shared/domain/catalogue-draft.ts'
import type { PurposeRecord } from '../../../shared/domain/entry-record.ts'
import { whyNotSplit } from '../../../shared/domain/entry-split.ts'
import type { Clause } from '../../../shared/domain/purpose.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { LinkButton } from '../../components/button.tsx'
import { ClauseText } from '../../components/clause-text.tsx'
import { Section } from '../../components/panel.tsx'
import { ClassBanner } from './purposes/class-banner.tsx'
import { placeInWords } from './purposes/clause-place.ts'
import { PurposeItem } from './purposes/purpose-item.tsx'
import { useCategories } from './use-categories.ts'

/** What the data are used for: each clause as written, beside it the purposes read from it with their reasons. */
export function PurposesSection({ detail }: Readonly<{ detail: EntryDetail }>) {
  const { entry } = detail
  const mayAdd = useMay('purpose.add')
  const maySplit = useMay('entry.split')
  const box = useRef<HTMLDivElement>(null)
  const unquoted = Map.groupBy(entry.purposes.filter(({ clause }) => clause === null), (purpose) => catalogueClauseOf(entry, purpose)?.place.document ?? null)
  const clauses = entry.clauses.filter(({ id }) => entry.purposes.some(({ clause }) => clause === id))
  // Confirming one leads to the next, so that a list is gone through with one key.
  const next = () => requestAnimationFrame(() => (box.current?.querySelector<HTMLElement>('[data-confirm]') ?? document.getElementById('purposes'))?.focus())
  return (
    <Section id="purposes" title="What it is for" aside={rulesInWords(entry.purposes)}>
      <div ref={box}>
        {clauses.map((clause) => <FromClause key={clause.id} detail={detail} clause={clause} purposes={entry.purposes.filter((purpose) => purpose.clause === clause.id)} onConfirmed={next} />)}
        {[...unquoted].map(([source, purposes]) => (
          <div key={source} className="psr-entry__pair">
            <p className="psr-small psr-quiet">{source === null ? 'Typed by hand, not quoted from a paper.' : `From the catalogue, not from the practice’s own paper: ${source}.`}</p>
            <PurposeList detail={detail} purposes={purposes} onConfirmed={next} />
          </div>
        ))}
      </div>
      <ClassBanner detail={detail} />
      {(mayAdd || maySplit) && (
        <p className="psr-buttons">
          {mayAdd && <LinkButton to={paths.addPurposes(entry.id)} icon="add" small>Add purposes</LinkButton>}
          {maySplit && whyNotSplit(entry) === null && <LinkButton to={paths.splitEntry(entry.id)} small>Split into two entries</LinkButton>}
        </p>
      )}
    </Section>
  )
}

type GroupProps = Readonly<{ detail: EntryDetail; purposes: readonly PurposeRecord[]; onConfirmed: () => void }>

function FromClause({ clause, ...group }: GroupProps & Readonly<{ clause: Clause }>) {
  const proposals = group.purposes.flatMap(({ proposal, number }) => (proposal ? [{ ...proposal, number }] : []))
  return (
    <div className="psr-entry__pair">
      <div>
        <ClauseText text={clause.text} marks={proposals.flatMap(({ evidence }) => evidence)} discs={proposals.map(({ end, number }) => ({ at: end, number }))} />
        <p className="psr-small psr-quiet psr-entry__place">{placeInWords(clause.place)}</p>
      </div>
      <PurposeList {...group} />
    </div>
  )
}

function PurposeList({ detail, purposes, onConfirmed }: GroupProps) {
  const categories = useCategories()
  return (
    <ol className="psr-purposes">
      {purposes.map((purpose) => <PurposeItem key={purpose.id} entry={detail.entry.id} purpose={purpose} categories={categories} onConfirmed={onConfirmed} />)}
    </ol>
  )
}

function rulesInWords(purposes: readonly PurposeRecord[]): string | null {
  const ruleSets = [...new Set(purposes.flatMap(({ proposal }) => (proposal ? [proposal.ruleSet] : [])))]
  if (ruleSets.length === 0) return null
  const suggested = `Suggested by rules ${ruleSets.join(' and ')}`
  return purposes.every(({ confirmed }) => confirmed) ? `${suggested}, confirmed by a person` : suggested
}

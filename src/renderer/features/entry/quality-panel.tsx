import { Link } from 'wouter'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { countOf } from '../../components/format.ts'
import { TextButton } from '../../components/button.tsx'
import { goToPart } from './parts-of-entry.tsx'

/** What the entry lacks, each gap with its rule and the next step, and what sits badly with its class. */
export function QualityPanel({ detail }: Readonly<{ detail: EntryDetail }>) {
  const { gaps, checksMet, checksOf, questions } = detail
  return (
    <section id="quality" tabIndex={-1} className="psr-panel" aria-labelledby="quality-title">
      <h2 id="quality-title" className="psr-spread">Quality check{gaps.length === 0 ? <span className="psr-ok">No gaps</span> : <span className="psr-warn">{countOf(gaps.length, 'gap')}</span>}</h2>
      {gaps.length > 0 && (
        <ul className="psr-gaps">
          {gaps.map((gap) => <li key={`${gap.code}${gap.title}`}><b>{gap.title}</b>{gap.rule} <NextStep entry={detail.entry.id} gap={gap} /></li>)}
        </ul>
      )}
      <p className="psr-quiet psr-gaps__sum">{checksMet} of {checksOf} checks met, after the ICO’s list for data sharing agreements.</p>
      {questions.length > 0 && (
        <>
          <h3 className="psr-gaps__head">Is that right?</h3>
          <ul className="psr-gaps">{questions.map(({ code, text }) => <li key={code}>{text}</li>)}</ul>
        </>
      )}
    </section>
  )
}

type Gap = EntryDetail['gaps'][number]
const parts: Readonly<Record<string, string>> = { purposes: 'purposes', class: 'purposes', clauses: 'purposes', force: 'force', legalForce: 'force', decisions: 'decisions', standing: 'standing' }

/** Leads to the field in the form, or to the part of the entry where it is answered. */
function NextStep({ entry, gap: { field, nextStep } }: Readonly<{ entry: string; gap: Gap }>) {
  const mayChange = useMay('entry.change')
  if (field === null || !mayChange) return <span className="psr-quiet">{nextStep}</span>
  const part = parts[field.split('.')[0] ?? '']
  if (part !== undefined) return <TextButton onClick={() => goToPart(part)}>{nextStep}</TextButton>
  return <Link to={`${paths.editEntry(entry)}#${field.replace(/^fields\./, '')}`}>{nextStep}</Link>
}

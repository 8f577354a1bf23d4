import { useState } from 'react'
import { Link } from 'wouter'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { countOf } from '../../components/format.ts'
import { TextButton } from '../../components/button.tsx'
import { goToPart } from './parts-of-entry.tsx'

const shownAtFirst = 5

/** What the entry lacks, each gap with the next step and the rule behind it, and what sits badly with its class. */
export function QualityPanel({ detail }: Readonly<{ detail: EntryDetail }>) {
  const { gaps, checksMet, checksOf } = detail
  const [all, setAll] = useState(false)
  const shown = all ? gaps : gaps.slice(0, shownAtFirst)
  // A contradiction that counts as a gap stands among the gaps.
  const questions = detail.questions.filter(({ code }) => !gaps.some((gap) => gap.code === code))
  return (
    <section id="quality" tabIndex={-1} className="psr-panel" aria-labelledby="quality-title">
      <h2 id="quality-title" className="psr-spread">Quality check{gaps.length === 0 ? <span className="psr-ok">No gaps</span> : <span className="psr-warn">{countOf(gaps.length, 'gap')}</span>}</h2>
      {gaps.length > 0 && (
        <ul className="psr-gaps">
          {shown.map((gap) => <li key={`${gap.code}${gap.title}`}><b>{gap.title}</b><NextStep entry={detail.entry.id} gap={gap} /><small>{gap.rule}</small></li>)}
        </ul>
      )}
      {shown.length < gaps.length && <p className="psr-gaps__sum"><TextButton onClick={() => setAll(true)}>Show {countOf(gaps.length - shown.length, 'more gap')}</TextButton></p>}
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
const parts: Readonly<Record<string, string>> = { purposes: 'purposes', class: 'purposes', clauses: 'purposes', force: 'force', legalForce: 'force', decisions: 'decisions', standing: 'standing', evidence: 'evidence' }

/** Leads to the field in the form, or to the part of the entry where it is answered. */
function NextStep({ entry, gap: { field, nextStep } }: Readonly<{ entry: string; gap: Gap }>) {
  const mayChange = useMay('entry.change')
  if (field === null || !mayChange) return <span>{nextStep}</span>
  const part = parts[field.split('.')[0] ?? '']
  if (part !== undefined) return <TextButton onClick={() => goToPart(part)}>{nextStep}</TextButton>
  return <Link to={`${paths.editEntry(entry)}#${field.replace(/^fields\./, '')}`}>{nextStep}</Link>
}

import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { dateInWords, verbWords } from '../../../shared/domain/words.ts'
import { GateAnswer } from '../../components/tags.tsx'

const order = ['open', 'warn', 'needs-override', 'not-available'] as const

/** The gate's answer for each thing that can be decided, what may be done first, with why where it is not simply allowed. */
export function CanDecide({ detail: { judged, judgedFor } }: Readonly<{ detail: EntryDetail }>) {
  const sorted = judged.toSorted((a, b) => order.indexOf(a.result.answer) - order.indexOf(b.result.answer))
  return (
    <section className="psr-entry__beside" aria-labelledby="can-title">
      <h2 id="can-title">What you can decide</h2>
      <ul className="psr-can">
        {sorted.map(({ verb, result }) => (
          <li key={verb}>
            <span className="psr-spread">{verbWords[verb].imperative}<GateAnswer answer={result.answer} /></span>
            {result.answer !== 'open' && <small>{result.reasons[0]?.text}</small>}
          </li>
        ))}
      </ul>
      <p className="psr-quiet">Judged for today, {dateInWords(judgedFor)}.</p>
    </section>
  )
}

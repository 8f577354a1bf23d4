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
          <li key={verb} className="psr-spread">{verbWords[verb].imperative}<GateAnswer answer={result.answer} /></li>
        ))}
      </ul>
      {reasonsOf(sorted).map(({ text, names }) => <p key={text} className="psr-quiet"><b>{names.join(', ')}:</b> {text}</p>)}
      <p className="psr-quiet">Judged for today, {dateInWords(judgedFor)}.</p>
    </section>
  )
}

/** Why something is not simply allowed. What holds for several is said once. */
function reasonsOf(judged: EntryDetail['judged']): { text: string; names: string[] }[] {
  const byText = new Map<string, string[]>()
  for (const { verb, result } of judged) {
    const text = result.answer === 'open' ? undefined : result.reasons[0]?.text
    if (text === undefined) continue
    const names = byText.get(text) ?? []
    byText.set(text, [...names, names.length === 0 ? verbWords[verb].imperative : verbWords[verb].imperative.toLowerCase()])
  }
  return [...byText].map(([text, names]) => ({ text, names }))
}

import { useState } from 'react'
import type { EntryDetail, HistoryLine } from '../../../shared/contract/entries.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { TextButton } from '../../components/button.tsx'
import { clockTime, dayMonthYear, numberInWords } from '../../components/format.ts'
import { Section } from '../../components/panel.tsx'

const shownAtFirst = 8

/** Every event about this entry, newest first, as the trail has it. */
export function HistorySection({ detail: { history } }: Readonly<{ detail: EntryDetail }>) {
  const [all, setAll] = useState(false)
  const lines = history.toSorted((a, b) => b.seq - a.seq)
  const shown = all ? lines : lines.slice(0, shownAtFirst)
  const more = lines.length - shown.length
  return (
    <Section id="history" title="History" aside="From the trail, nothing left out">
      <ol className="psr-history">{shown.map((line) => <Line key={line.seq} line={line} />)}</ol>
      {more > 0 && <TextButton className="psr-small" onClick={() => setAll(true)}>Show {numberInWords(more)} earlier</TextButton>}
    </Section>
  )
}

function Line({ line: { seq, at, who, text, emphasis, changes } }: Readonly<{ line: HistoryLine }>) {
  return (
    <li>
      <time dateTime={at}>{dayMonthYear(dayInEngland(at))}, {clockTime(at)}</time>
      <div>
        <Emphasised text={text} emphasis={emphasis} />
        {changes && (changes.length > 1 || text.includes('…')) && (
          <ul className="psr-history__changes">
            {changes.map(({ label, from, to }) => <li key={label}><b>{label}:</b> {from} <span aria-hidden="true">→</span><span className="psr-vh">became</span> {to}</li>)}
          </ul>
        )}
        <small>{who}, event {numberInWords(seq)}</small>
      </div>
    </li>
  )
}

/** A sentence with the part that matters most in bold. */
export function Emphasised({ text, emphasis }: Readonly<{ text: string; emphasis: string | null }>) {
  const at = emphasis === null || emphasis === '' ? -1 : text.indexOf(emphasis)
  if (emphasis === null || at < 0) return text
  return <>{text.slice(0, at)}<b>{emphasis}</b>{text.slice(at + emphasis.length)}</>
}

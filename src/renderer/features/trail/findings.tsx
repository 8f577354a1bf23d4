import type { Finding } from '../../../shared/trail/verdict.ts'
import { countOf } from '../../components/format.ts'

const shownAtMost = 100

/** What differs, one sentence each. With a matching trail these are only remarks, such as a clock that went back. */
export function Findings({ findings, matches }: Readonly<{ findings: readonly Finding[]; matches: boolean }>) {
  if (findings.length === 0) return null
  const more = findings.length - shownAtMost
  return (
    <details className="psr-trail__findings">
      <summary>{matches ? countOf(findings.length, 'remark') : `Show what differs (${findings.length})`}</summary>
      <ul>{findings.slice(0, shownAtMost).map(({ seq, text }) => <li key={`${seq ?? ''}${text}`}>{text}</li>)}</ul>
      {more > 0 && <p>And {more.toLocaleString('en-GB')} more. The exported PDF lists every event.</p>}
    </details>
  )
}

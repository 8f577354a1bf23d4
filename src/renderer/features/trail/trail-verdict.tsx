import { dayInEngland, type IsoDate } from '../../../shared/domain/date.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { Home } from '../../../shared/contract/register.ts'
import type { Verdict } from '../../../shared/trail/verdict.ts'
import { capital, countOf, dayMonthYear, whenInWords } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { VerdictBanner, verdictLooks } from '../../components/verdict-banner.tsx'
import { Findings } from './findings.tsx'

type TrailVerdictProps = Readonly<{
  check: CallOutput<'trail.check'> | undefined
  checking: boolean
  health: Home['health'] | undefined
  /** Events there are now. */
  events: number
  today: IsoDate
}>

/** What the last full check said, or that one is running, or that there was none. */
export function TrailVerdict({ check, checking, health, events, today }: TrailVerdictProps) {
  if (checking) return <Checking events={events} />
  if (check) {
    const { verdict } = check
    return (
      <VerdictBanner verdict={verdict.verdict} side={<>Full check {whenInWords(check.at, today)}<br />took {secondsInWords(check.milliseconds)}</>}>
        <p>{verdict.summary} {verdict.verdict === 'matches' && heldOutside(health)} {addedSince(verdict, events)}</p>
        <Findings findings={verdict.findings} matches={verdict.verdict === 'matches'} />
      </VerdictBanner>
    )
  }
  const last = health?.lastCheck
  if (last) {
    return (
      <VerdictBanner verdict={last.verdict} side={`Full check ${whenInWords(last.at, today)}`}>
        <p>That is what the last full check found: {verdictLooks[last.verdict].word.toLowerCase()}. Check now to read it in full.</p>
      </VerdictBanner>
    )
  }
  return (
    <div className="psr-banner psr-banner--none psr-verdict">
      <Icon name="unsure" size={36} />
      <div><h2>Not checked yet</h2><p>A full check reads every event, signature and statement, and says whether the trail is as it was recorded.</p></div>
    </div>
  )
}

function Checking({ events }: Readonly<{ events: number }>) {
  return (
    <output className="psr-banner psr-banner--info psr-verdict">
      <span className="psr-spinner psr-trail__spinner" aria-hidden="true" />
      <div><h2>Checking</h2><p>{capital(countOf(events, 'event'))}: hashes, order, signatures, statements, and the tables they make. You can go on working.</p></div>
    </output>
  )
}

const heldOutside = (health: Home['health'] | undefined): string =>
  (health?.lastExport ? `A PDF of ${dayMonthYear(dayInEngland(health.lastExport.at))} holds the head of event ${health.lastExport.seq.toLocaleString('en-GB')}.` : 'No PDF holds a head outside yet.')

function addedSince({ checked }: Verdict, events: number): string {
  const since = events - (checked.head?.seq ?? events)
  return since > 0 ? `${capital(countOf(since, 'event'))} ${since === 1 ? 'was' : 'were'} added since this check.` : ''
}

/** 400 as "0.4 seconds". */
export function secondsInWords(milliseconds: number): string {
  const seconds = Math.max(0.1, Math.round(milliseconds / 100) / 10)
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} seconds`
}

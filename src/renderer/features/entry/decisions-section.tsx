import { Link } from 'wouter'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import type { DecisionStatus } from '../../../shared/domain/decision-record.ts'
import { verbWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { dayMonthYear } from '../../components/format.ts'
import type { IconName } from '../../components/icon.tsx'
import { Section, Timeline } from '../../components/panel.tsx'

const looks = {
  draft: { icon: 'edit', word: 'Draft' }, fixed: { icon: 'sign', word: 'Waits for answers' }, made: { icon: 'ok', word: 'Decision made' },
  refused: { icon: 'bad', word: 'Decision not made' }, cancelled: { icon: 'struck', word: 'Dropped' }, lapsed: { icon: 'clock', word: 'Lapsed' },
} as const satisfies Record<DecisionStatus, { icon: IconName; word: string }>

/** Everything decided or being decided about the entry, newest first. */
export function DecisionsSection({ detail: { decisions } }: Readonly<{ detail: EntryDetail }>) {
  const items = decisions.toSorted((a, b) => b.at.localeCompare(a.at)).map(({ id, ref, verb, status, at, by, summary }) => ({
    key: id, on: dayMonthYear(dayInEngland(at)), dateTime: at, icon: looks[status].icon,
    what: <>{looks[status].word}: <b>{verbWords[verb].imperative.toLowerCase()}</b></>,
    more: <>{summary !== '' && <>{summary} </>}<Link to={paths.decide(id)}>{ref}</Link>, drawn up by {by}</>,
  }))
  return (
    <Section id="decisions" title="Decisions">
      {items.length === 0 ? <p className="psr-quiet">Nothing has been decided about this yet.</p> : <Timeline items={items} />}
    </Section>
  )
}

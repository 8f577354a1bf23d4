import { Link } from 'wouter'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import type { DecisionStage } from '../../../shared/domain/decision-stage.ts'
import { stageWords, verbWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { dayMonthYear } from '../../components/format.ts'
import type { IconName } from '../../components/icon.tsx'
import { Section, Timeline } from '../../components/panel.tsx'

const icons = {
  draft: 'edit', fixed: 'sign', refused: 'bad', cancelled: 'struck', lapsed: 'clock',
  'under-way': 'steps', 'to-check': 'eye', 'on-hold': 'clock', 'in-force': 'ok', closed: 'ok', replaced: 'switch',
} as const satisfies Record<DecisionStage, IconName>

/** Everything decided or being decided about the entry, newest first. */
export function DecisionsSection({ detail: { decisions } }: Readonly<{ detail: EntryDetail }>) {
  const items = decisions.toSorted((a, b) => b.at.localeCompare(a.at)).map(({ id, ref, verb, stage, at, by, summary }) => ({
    key: id, on: dayMonthYear(dayInEngland(at)), dateTime: at, icon: icons[stage],
    what: <>{stageWords[stage]}: <b>{verbWords[verb].imperative.toLowerCase()}</b></>,
    more: <>{summary !== '' && <>{summary} </>}<Link to={paths.decide(id)}>{ref}</Link>, drawn up by {by}</>,
  }))
  return (
    <Section id="decisions" title="Decisions">
      {items.length === 0 ? <p className="psr-quiet">Nothing has been decided about this yet.</p> : <Timeline items={items} />}
    </Section>
  )
}

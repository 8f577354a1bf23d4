import type { HistoryLine } from '../../../shared/contract/entries.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { Timeline } from '../../components/panel.tsx'
import { dayMonthYear } from '../../components/format.ts'

const icons = { 'action.chosen': 'flag', 'action.proposed': 'sign', 'action.answered': 'sign', 'action.settled': 'flag', 'action.dropped': 'struck' } as const satisfies Record<string, string>
const iconOf = (type: string) => (Object.hasOwn(icons, type) ? icons[type as keyof typeof icons] : 'flag')

/** Every choice there ever was, newest first. Nothing of it goes away. */
export function ActionHistory({ lines }: Readonly<{ lines: readonly HistoryLine[] }>) {
  if (lines.length === 0) return null
  return (
    <details className="psr-act-history">
      <summary>Earlier choices and answers ({lines.length})</summary>
      <Timeline items={lines.map(({ seq, at, text, who, type }) => ({
        key: String(seq), on: dayMonthYear(dayInEngland(at)), dateTime: at, icon: iconOf(type), what: text, more: who,
      }))} />
    </details>
  )
}

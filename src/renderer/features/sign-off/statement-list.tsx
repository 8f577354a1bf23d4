import { Link, useLocation } from 'wouter'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { paths } from '../../app/paths.ts'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { clockTime, dayMonthYear } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import type { QueueItem } from './sitting.ts'

const mineWords = {
  waiting: { icon: 'sign', word: 'To answer' }, answered: { icon: 'ok', word: 'Answered' }, 'not-asked': { icon: 'struck', word: 'Not asked' },
} as const satisfies Record<QueueItem['mine'], { icon: string; word: string }>

const columns: readonly Column<QueueItem, never>[] = [
  { key: 'what', head: 'Statement', rowHead: true, cell: ({ decision, ref, title }) => (
    <span className="psr-two"><Link to={paths.signOffOn(decision)}><b>{title}</b></Link><small>{ref}</small></span>
  ) },
  { key: 'fixed', head: 'Fixed', width: 11, cell: ({ fixedAt }) => <span className="psr-two"><span>{dayMonthYear(dayInEngland(fixedAt))}</span><small>{clockTime(fixedAt)}</small></span> },
  { key: 'asked', head: 'Still asked', width: 20, cell: ({ stillAsked }) => (stillAsked.length === 0 ? <span className="psr-quiet">Nobody</span> : stillAsked.join(', ')) },
]

const mine: Column<QueueItem, never> = { key: 'mine', head: 'You', width: 9, cell: (item) => (
  <span className="psr-row"><Icon name={mineWords[item.mine].icon} size={16} />{mineWords[item.mine].word}</span>
) }

/** Who is still asked about what. A partner also sees where they stand themselves. */
export function StatementList({ items, mayAnswer }: Readonly<{ items: readonly QueueItem[]; mayAnswer: boolean }>) {
  const [, go] = useLocation()
  return (
    <DataTable
      caption="Statements that wait for answers" rows={items} rowKey={({ decision }) => decision} columns={mayAnswer ? [...columns, mine] : columns}
      onOpen={({ decision }) => go(paths.signOffOn(decision))} minWidth="44rem"
    />
  )
}

import { Link } from 'wouter'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { stageWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { dayMonthYear } from '../../components/format.ts'
import { Section } from '../../components/panel.tsx'

type Row = CallOutput<'past.register'>['decisions'][number]

const columns: readonly Column<Row, never>[] = [
  { key: 'ref', head: 'Ref', width: 5.4, cell: ({ ref }) => ref },
  { key: 'title', head: 'Decision', rowHead: true, cell: ({ id, title }) => <Link to={paths.decide(id)}>{title}</Link> },
  { key: 'entry', head: 'Entry', width: 6, cell: ({ entry }) => entry },
  { key: 'stage', head: 'How far it had got', width: 10, cell: ({ stage }) => stageWords[stage] },
  { key: 'at', head: 'Since', width: 7, cell: ({ at }) => dayMonthYear(dayInEngland(at)) },
]

/** Every decision there was on that day, newest first, and how far it had got. */
export function PastDecisions({ decisions }: Readonly<{ decisions: readonly Row[] }>) {
  return (
    <Section id="past-decisions" title="Decisions then">
      {decisions.length === 0 ? <p className="psr-quiet">Nothing had been decided, and nothing was being decided.</p> : (
        <DataTable caption="Decisions on that day" columns={columns} rows={decisions} rowKey={({ id }) => id} density="one" minWidth="46rem" />
      )}
    </Section>
  )
}

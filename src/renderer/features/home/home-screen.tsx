import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { longDay } from '../../components/format.ts'
import type { Home } from '../../../shared/contract/register.ts'
import { ExportButton } from '../export/export-button.tsx'
import { NoEntriesYet } from '../register/no-entries-yet.tsx'
import { ActionsBoard } from './actions-board.tsx'
import { Attention } from './attention.tsx'
import { CalendarButton } from './calendar-button.tsx'
import { HealthLine } from './health-line.tsx'
import { PrintedQueue } from './printed-queue.tsx'
import { RegisterChart } from './register-chart.tsx'
import './home.scss'

/** What needs attention first, then the nine actions, then what the register holds, then how it is. */
export function HomeScreen() {
  const home = useAnswer('home.get', {})
  const mayAdd = useMay('entry.add')
  const mayExport = useMay('report.export')
  return (
    <Page
      title="What needs attention" note={home.data && longDay(home.data.today)}
      acts={<>
        <Button icon="print" onClick={() => window.print()}>Print</Button>
        {mayExport && <CalendarButton />}
        {mayExport && <ExportButton about={{ kind: 'whole' }}>Export</ExportButton>}
        {mayAdd && <LinkButton to={paths.add} look="primary" icon="add">Add an entry</LinkButton>}
      </>}
    >
      <Answer of={home} loading="Looking up what needs attention">{(value) => <Board home={value} />}</Answer>
    </Page>
  )
}

function Board({ home }: Readonly<{ home: Home }>) {
  return (
    <>
      <div className="psr-home">
        <div>
          {home.entries === 0 && <NoEntriesYet />}
          <Attention groups={home.groups} today={home.today} empty={home.entries === 0} />
        </div>
        <div className="psr-home__side">
          <ActionsBoard actions={home.actions} today={home.today} />
          <RegisterChart chart={home.chart} entries={home.entries} />
        </div>
      </div>
      <HealthLine health={home.health} today={home.today} />
      <PrintedQueue home={home} />
    </>
  )
}

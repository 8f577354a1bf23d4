import { useSearch } from 'wouter'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session-context.ts'
import { useAnswer } from '../../app/use-call.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { countOf, longDay } from '../../components/format.ts'
import { EmptyState } from '../../components/states.tsx'
import { Board } from './board.tsx'
import { BoardViews } from './board-views.tsx'
import { rowsOfView, viewFrom } from './board-groups.ts'
import './follow-through.scss'

type Queue = CallOutput<'follow-through.board'>

/** Everything that was decided and is not finished yet: what comes next, who sees to it, by when. Also on paper. */
export function FollowThroughScreen() {
  const board = useAnswer('follow-through.board', {})
  return (
    <Page title="Follow-through" note={board.data && noteOf(board.data)} acts={board.data && board.data.rows.length > 0 && <Button icon="print" onClick={() => window.print()}>Print</Button>}>
      <Answer of={board} loading="Looking up what has to be done">{(queue) => <Queued queue={queue} />}</Answer>
    </Page>
  )
}

function noteOf({ rows, inForce, closed }: Queue): string {
  const late = rows.filter((row) => row.late).length
  const open = rows.length === 0 ? [] : [`${countOf(new Set(rows.map(({ decision }) => decision)).size, 'decision')} with something to do${late > 0 ? `, ${late} ${late === 1 ? 'step' : 'steps'} late` : ''}`]
  return [...open, `${inForce} in force`, `${closed} closed`].join(' · ')
}

function Queued({ queue: { rows, today } }: Readonly<{ queue: Queue }>) {
  const { person, status } = useSession()
  const view = viewFrom(new URLSearchParams(useSearch()))
  const shown = rowsOfView(rows, view, person.id)
  if (rows.length === 0) return <NothingOpen />
  return (
    <>
      <p className="psr-follow__paper">{status.practice?.name}, {longDay(today)}. {printed[view](person.name)}</p>
      <BoardViews here={view} rows={rows} me={person.id} />
      {shown.length === 0
        ? <p className="psr-follow__none">{noneIn[view]}</p>
        : <Board rows={shown} today={today} />}
    </>
  )
}

/** What the printed list says of itself. */
const printed = Object.freeze({
  all: () => 'Everything that has to be done about decisions that are made.', mine: (me: string) => `What ${me} looks after.`,
  late: () => 'What is late.', nobody: () => 'What nobody looks after.',
})

const noneIn = Object.freeze({ all: 'Nothing has to be done.', mine: 'Nothing here is yours to look after.', late: 'Nothing is late.', nobody: 'Somebody looks after each of these.' })

function NothingOpen() {
  return (
    <EmptyState title="Nothing has to be carried out">
      <p className="psr-quiet">A signed decision is not yet a stopped flow. Once partners have made a decision, each step of carrying it out stands here until somebody else has checked it.</p>
      <p className="psr-buttons"><LinkButton to={paths.register} look="primary">Go to the register</LinkButton></p>
    </EmptyState>
  )
}

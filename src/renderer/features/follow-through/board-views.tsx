import { Link } from 'wouter'
import type { BoardRow } from '../../../shared/contract/follow-through.ts'
import { paths } from '../../app/paths.ts'
import { boardViews, rowsOfView, type BoardView } from './board-groups.ts'

const viewWords = { all: 'Everything', mine: 'Mine', late: 'Late', nobody: 'Nobody looks after it' } as const satisfies Record<BoardView, string>

/** Ready views with their counts. */
export function BoardViews({ here, rows, me }: Readonly<{ here: BoardView; rows: readonly BoardRow[]; me: string }>) {
  return (
    <nav className="psr-views psr-follow__views" aria-label="Ready views">
      {boardViews.map((view) => (
        <Link key={view} to={view === 'all' ? paths.followThrough : `${paths.followThrough}?view=${view}`} aria-current={view === here ? 'true' : undefined}>
          {viewWords[view]} {rowsOfView(rows, view, me).length}
        </Link>
      ))}
    </nav>
  )
}

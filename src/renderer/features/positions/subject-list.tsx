import { Link } from 'wouter'
import type { PositionPage } from '../../../shared/contract/positions.ts'
import { positionSubjects, type PositionSubject } from '../../../shared/domain/position.ts'
import { positionSubjectWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { PositionTag } from '../../components/tags.tsx'
import { todaysRow } from './position-words.ts'

/** What positions speak about, and what counts today for each. */
export function SubjectList({ page, subject }: Readonly<{ page: PositionPage; subject: PositionSubject }>) {
  return (
    <nav className="psr-pos__subjects" aria-label="What positions are about">
      <div className="psr-ruled"><h2>Today</h2></div>
      <ul>
        {positionSubjects.map((one) => {
          const row = todaysRow(page, one)
          return (
            <li key={one}>
              <Link to={paths.positionsOf(one)} aria-current={one === subject ? 'page' : undefined}>
                <b>{positionSubjectWords[one]}</b>
                <PositionTag bare code={row?.code ?? null} sourcesDiffer={row?.sourcesDiffer} />
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

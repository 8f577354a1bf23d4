import { Link } from 'wouter'
import { entryViews, type EntryFilter } from '../../../shared/contract/entries.ts'
import { registerWith } from '../../app/paths.ts'

type View = EntryFilter['view']

const viewWords = {
  all: 'All',
  'secondary-voluntary-undecided': 'Secondary, voluntary, no decision',
  'can-write': 'Can write into the record',
  'with-gaps': 'With gaps',
  'review-due': 'Review due',
  undetermined: 'Undetermined',
} as const satisfies Record<View, string>

/** Ready views with their counts. Going to one leaves the other filters behind. */
export function RegisterViews({ here, counts }: Readonly<{ here: View; counts: Readonly<Record<View, number>> | undefined }>) {
  return (
    <nav className="psr-views" aria-label="Ready views">
      {entryViews.map((view) => (
        <Link key={view} to={registerWith({ view: view === 'all' ? '' : view })} aria-current={view === here ? 'true' : undefined}>
          {viewWords[view]} {counts?.[view]}
        </Link>
      ))}
    </nav>
  )
}

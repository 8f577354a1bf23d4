import { useMay } from '../../app/session-context.ts'
import { paths } from '../../app/paths.ts'
import { Doors, EmptyState } from '../../components/states.tsx'
import { useCatalogueDoor } from '../add/catalogue/use-catalogue-door.ts'

/** An empty register: the ways to begin, the quickest first. */
export function NoEntriesYet() {
  const mayAdd = useMay('entry.add')
  const catalogue = useCatalogueDoor()
  return (
    <EmptyState title="No entries yet">
      {mayAdd ? (
        <>
          <p className="psr-quiet">Start with what already leaves your practice.</p>
          <Doors doors={[
            catalogue,
            { to: paths.addPaste, icon: 'edit', title: 'Paste a purpose clause', line: 'The app suggests what it is for, and why.' },
            { to: paths.add, icon: 'file', title: 'Start with a blank form', line: 'You write in what you know. It is kept as a draft at every step.' },
          ]} />
        </>
      ) : <p className="psr-quiet">The data protection lead or the practice manager adds the first one.</p>}
    </EmptyState>
  )
}

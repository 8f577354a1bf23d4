import { useEffect, useState } from 'react'
import type { EntryDetail } from '../../../shared/contract/entries.ts'

/** In-page links to the parts of an entry, with how much stands in each. The one in sight is marked. */
export function PartsOfEntry({ detail }: Readonly<{ detail: EntryDetail }>) {
  const { entry, decisions, gaps, history } = detail
  const parts = [
    { id: 'purposes', name: 'Purposes', count: entry.purposes.length },
    { id: 'force', name: 'Force and position' },
    { id: 'decisions', name: 'Decisions', count: decisions.length },
    { id: 'details', name: entry.kind === 'sharing-agreement' ? 'Agreement details' : 'Details' },
    { id: 'history', name: 'History', count: history.length },
    { id: 'quality', name: 'Quality check', count: gaps.length },
  ]
  const here = usePartInSight(parts.map(({ id }) => id))
  return (
    <nav className="psr-views" aria-label="Parts of this entry">
      {parts.map(({ id, name, count }) => (
        <a key={id} href={`#${id}`} aria-current={here === id ? 'true' : undefined} onClick={(event) => { event.preventDefault(); goToPart(id) }}>
          {name}{count !== undefined && ` ${count}`}
        </a>
      ))}
    </nav>
  )
}

/** Puts a part at the top and the focus on it, and leaves the address as a link that leads there again. */
export function goToPart(id: string): void {
  const part = document.getElementById(id)
  if (!part) return
  history.replaceState(history.state, '', `#${id}`)
  part.scrollIntoView({ block: 'start' })
  part.focus({ preventScroll: true })
}

/** The part last asked for, else the topmost one in sight. */
function usePartInSight(ids: readonly string[]): string | undefined {
  const [here, setHere] = useState(() => ids.find((id) => location.hash === `#${id}`) ?? ids[0])
  const all = ids.join(' ')
  useEffect(() => {
    const asked = location.hash.slice(1)
    if (all.split(' ').includes(asked)) goToPart(asked)
    const seen = new Map<string, boolean>()
    const watcher = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) seen.set(target.id, isIntersecting)
      const first = all.split(' ').find((id) => id !== 'quality' && seen.get(id))
      if (first !== undefined) setHere(first)
    }, { rootMargin: '-70px 0px -55% 0px' })
    for (const id of all.split(' ')) {
      const part = document.getElementById(id)
      if (part) watcher.observe(part)
    }
    return () => watcher.disconnect()
  }, [all])
  return here
}

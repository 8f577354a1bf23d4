import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon.tsx'

/** Nothing here yet: says so, and what to do first. */
export function EmptyState({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return <div className="psr-empty"><h2>{title}</h2>{children}</div>
}

export type Door = Readonly<{ to: string; icon: IconName; title: string; line: string }>

/** Ways to begin, the quickest first. */
export function Doors({ doors }: Readonly<{ doors: readonly Door[] }>) {
  return (
    <ul className="psr-doors">
      {doors.map(({ to, icon, title, line }) => (
        <li key={to}>
          <Link to={to}><Icon name={icon} size={20} /><span><b>{title}</b><small>{line}</small></span><Icon name="next" size={16} /></Link>
        </li>
      ))}
    </ul>
  )
}

/** Appears only when the answer takes longer than a moment. */
export function Loading({ what }: Readonly<{ what: string }>) {
  return (
    <output className="psr-loading psr-loading--late">
      <span className="psr-spinner" aria-hidden="true" />{what}
    </output>
  )
}

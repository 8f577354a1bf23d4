import classNames from 'classnames'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Children = Readonly<{ children: ReactNode }>

/** A filled panel stands beside the matter. */
export function Panel({ title, aside, plain = false, children }: Children & Readonly<{ title?: string; aside?: ReactNode; plain?: boolean }>) {
  return (
    <section className={classNames('psr-panel', { 'psr-panel--plain': plain })}>
      {title && <h2 className="psr-spread">{title}{aside}</h2>}
      {children}
    </section>
  )
}

/** A part of a screen under its own heading, with a note or a link at the right. `id` makes it a place to jump to. */
export function Section({ title, aside, id, children }: Children & Readonly<{ title: string; aside?: ReactNode; id?: string }>) {
  return (
    <section className="psr-section" id={id} tabIndex={id ? -1 : undefined}>
      <div className="psr-section__head"><h2>{title}</h2>{aside && <span className="psr-small psr-quiet">{aside}</span>}</div>
      {children}
    </section>
  )
}

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'none'
const toneIcons = { ok: 'ok', warn: 'warn', bad: 'bad', info: 'info', none: 'info' } as const satisfies Record<Tone, IconName>

type BannerProps = Children & Readonly<{ tone: Tone; icon?: IconName; acts?: ReactNode; announce?: boolean }>

/** A message across the column. `announce` reads it out when it appears; leave it off for what was there from the start. */
export function Banner({ tone, icon = toneIcons[tone], acts, announce = false, children }: BannerProps) {
  return (
    <div className={`psr-banner psr-banner--${tone}`} aria-live={announce ? 'polite' : undefined}>
      <Icon name={icon} size={20} />
      <div className="psr-banner__body">{children}</div>
      {acts && <div className="psr-banner__acts">{acts}</div>}
    </div>
  )
}

export type Fact = Readonly<{ term: string; value: ReactNode }>

/** Terms and values in two columns. Values that are empty are left out by the caller, not shown as blanks. */
export function Facts({ facts, small = false }: Readonly<{ facts: readonly Fact[]; small?: boolean }>) {
  return (
    <dl className={classNames('psr-facts', { 'psr-facts--small': small })}>
      {facts.map(({ term, value }) => <FactRow key={term} term={term} value={value} />)}
    </dl>
  )
}

function FactRow({ term, value }: Fact) {
  return <><dt>{term}</dt><dd>{value}</dd></>
}

export type TimelineItem = Readonly<{ key: string; on: string; dateTime?: string; icon: IconName; what: ReactNode; more?: ReactNode }>

/** What happened, newest first. `on` is the day as read; `dateTime` the machine's form of it. */
export function Timeline({ items }: Readonly<{ items: readonly TimelineItem[] }>) {
  return (
    <ol className="psr-timeline">
      {items.map(({ key, on, dateTime, icon, what, more }) => (
        <li key={key}>
          <time dateTime={dateTime}>{on}</time>
          <span className="psr-timeline__icon"><Icon name={icon} /></span>
          <div>{what}{more && <small>{more}</small>}</div>
        </li>
      ))}
    </ol>
  )
}

import classNames from 'classnames'
import { createContext, use, useEffect, useRef, type ReactNode } from 'react'

/** True once the person has gone from one screen to another; then the heading of the new one takes the focus. */
export const NavigatedContext = createContext(false)

type PageProps = Readonly<{
  title: string
  /** Beside the title, in grey: "27 of 42 entries". */
  note?: ReactNode
  /** Buttons at the right of the title; at most one of them green. */
  acts?: ReactNode
  /** Above the title: where this is. */
  crumb?: ReactNode
  /** Grey ground, where a person decides. */
  sunken?: boolean
  children: ReactNode
}>

/** One screen: its main landmark, its one title, its buttons. */
export function Page({ title, note, acts, crumb, sunken = false, children }: PageProps) {
  const navigated = use(NavigatedContext)
  const heading = useRef<HTMLHeadingElement>(null)
  const toFocus = useRef(navigated)
  useEffect(() => { document.title = `${title} – Practice Sharing Register` }, [title])
  useEffect(() => {
    if (!toFocus.current) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <main id="main" tabIndex={-1} className={classNames('psr-main', { 'psr-main--sunken': sunken })}>
      {crumb && <nav className="psr-crumb" aria-label="Where you are">{crumb}</nav>}
      <div className="psr-head">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {note && <span className="psr-quiet">{note}</span>}
        {acts && <div className="psr-head__acts">{acts}</div>}
      </div>
      {children}
    </main>
  )
}

import { useEffect, useRef, type ReactNode } from 'react'
import { AppMark } from '../components/icon.tsx'

/** A screen without navigation: sign-in, first run, a register that did not open. */
export function Outside({ title, wide = false, children }: Readonly<{ title: string; wide?: boolean; children: ReactNode }>) {
  const heading = useRef<HTMLHeadingElement>(null)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${title} – Practice Sharing Register`
    // A form that has put the cursor where the person starts keeps it.
    if (!box.current?.contains(document.activeElement)) heading.current?.focus()
  }, [title])
  return (
    <div className={wide ? 'psr-outside psr-outside--wide' : 'psr-outside'}>
      <header className="psr-outside__brand"><AppMark /><span>Practice Sharing Register</span></header>
      <main ref={box} className="psr-outside__box">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {children}
      </main>
      <p className="psr-outside__foot">Works without a network. Nothing leaves this computer unless you save or print it.</p>
    </div>
  )
}

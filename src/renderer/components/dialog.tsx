import classNames from 'classnames'
import { use, useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { CoveredContext } from './covered.ts'

type DialogProps = Readonly<{
  title: string
  onClose: () => void
  wide?: boolean
  /** `alertdialog` when the person has to know before going on. */
  role?: 'dialog' | 'alertdialog'
  /** Drawn instead of the usual head; it then holds the heading, with the id given as `headingId`. */
  head?: ReactNode
  headingId?: string
  children: ReactNode
}>

/**
 * The browser's own modal dialog: focus stays inside, Escape closes, focus goes back to where it was.
 * Mount it while it is open; unmount it to close.
 */
export function Dialog({ title, onClose, wide = false, role = 'dialog', head, headingId: given, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const own = useId()
  const headingId = given ?? own
  const covered = use(CoveredContext)
  useEffect(() => {
    if (covered) return
    const before = document.activeElement
    const element = dialog.current
    if (element && !element.open) element.showModal()
    // After a lock a dialog that stands on this one has been opened before it, and would now be under it.
    for (const above of element?.querySelectorAll('dialog') ?? []) {
      if (!above.open) continue
      above.close()
      above.showModal()
    }
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [covered])
  return (
    <dialog
      ref={dialog} role={role} aria-labelledby={headingId} className={classNames('psr-dialog', { 'psr-dialog--wide': wide })}
      onCancel={(event) => { event.preventDefault(); onClose() }}
    >
      {head ?? (
        <div className="psr-dialog__head">
          <h2 id={headingId}>{title}</h2>
          <span className="psr-dialog__close"><Button look="quiet" icon="close" onClick={onClose}><span className="psr-vh">Close</span></Button></span>
        </div>
      )}
      {head ? children : <div className="psr-dialog__body">{children}</div>}
    </dialog>
  )
}

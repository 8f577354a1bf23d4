import { useId, useState, type ReactNode } from 'react'
import type { Refusal } from '../../shared/contract/reply.ts'
import { refusalOf } from '../bridge.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { Facts } from './panel.tsx'

type RefusalProps = Readonly<{
  /** What a call threw: an `AppRefusal`, or anything else, which is then told as a fault of the app. */
  error: unknown
  onTryAgain?: () => void
  /** Other ways out, beside "Try again". */
  children?: ReactNode
}>

/** What happened, what is safe, what to do, in the place where the answer would stand. */
export function RefusalPanel({ error, onTryAgain, children }: RefusalProps) {
  const refusal = refusalOf(error)
  return (
    <div className="psr-refusal psr-refusal--panel" role="alert">
      <RefusalBody refusal={refusal} onTryAgain={onTryAgain}>{children}</RefusalBody>
    </div>
  )
}

/** The same over the screen, after something the person did was not saved. What they typed stays behind it. */
export function RefusalDialog({ error, onTryAgain, onClose, children }: RefusalProps & Readonly<{ onClose: () => void }>) {
  const refusal = refusalOf(error)
  const headingId = useId()
  return (
    <Dialog title={refusal.happened} role="alertdialog" onClose={onClose} head={<RefusalHead refusal={refusal} headingId={headingId} />} headingId={headingId}>
      <div className="psr-refusal">
        <RefusalRest refusal={refusal} onTryAgain={onTryAgain}>
          {children}<Button look="quiet" onClick={onClose}>Close</Button>
        </RefusalRest>
      </div>
    </Dialog>
  )
}

function RefusalBody({ refusal, onTryAgain, children }: Omit<RefusalProps, 'error'> & Readonly<{ refusal: Refusal }>) {
  return <><RefusalHead refusal={refusal} /><RefusalRest refusal={refusal} onTryAgain={onTryAgain}>{children}</RefusalRest></>
}

function RefusalHead({ refusal, headingId }: Readonly<{ refusal: Refusal; headingId?: string }>) {
  return (
    <div className="psr-refusal">
      <div className="psr-refusal__head"><Icon name="bad" size={24} /><h2 id={headingId}>{refusal.happened}</h2></div>
    </div>
  )
}

function RefusalRest({ refusal, onTryAgain, children }: Omit<RefusalProps, 'error'> & Readonly<{ refusal: Refusal }>) {
  const facts = [{ term: 'What is safe', value: refusal.safe }, { term: 'What to do', value: refusal.todo }].filter(({ value }) => value !== '')
  return (
    <>
      <Facts facts={facts} />
      <div className="psr-buttons">
        {onTryAgain && <Button look="primary" onClick={onTryAgain}>Try again</Button>}
        <CopyButton text={() => detailsForIt(refusal)}>Copy the details for IT</CopyButton>
        {children}
      </div>
    </>
  )
}

/** Code, sentences and time; nothing that a person typed. */
export function detailsForIt({ code, happened, safe, todo }: Refusal, at = new Date().toISOString()): string {
  return ['Practice Sharing Register', `Code: ${code}`, `At: ${at}`, happened, safe, todo].filter((line) => line !== '').join('\n')
}

/** Copies and says that it did; where the clipboard is closed to the page, the text is shown to be copied by hand. */
export function CopyButton({ text, children }: Readonly<{ text: () => string; children: string }>) {
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setCopied('yes')
    } catch {
      setCopied('by-hand')
    }
  }
  return (
    <>
      <Button icon="copy" onClick={() => { void copy() }}>{copied === 'yes' ? 'Copied' : children}</Button>
      <output className="psr-vh">{copied === 'yes' && 'Copied'}</output>
      {copied === 'by-hand' && <textarea className="nhsuk-textarea" readOnly rows={6} aria-label={`${children}: the text`} value={text()} />}
    </>
  )
}

import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { OpenPack } from '../../../shared/contract/packs.ts'
import { dayInEngland } from '../../../shared/domain/date.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { clockTime, countOf } from '../../components/format.ts'
import { AppMark } from '../../components/icon.tsx'
import { Banner } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { ProgressDots } from '../sign-off/progress-dots.tsx'
import '../sign-off/sign-off.scss'
import { PackDone } from './pack-done.tsx'
import { PackStatement } from './pack-statement.tsx'

type SittingProps = Readonly<{ pack: OpenPack; onChange: (pack: OpenPack) => void; onLeave: () => void }>

/** One statement after another, as at the practice; what was answered is saved as one file at any time. */
export function PackSitting({ pack, onChange, onLeave }: SittingProps) {
  const [skipped, setSkipped] = useState(0)
  const [leaving, setLeaving] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const save = useAct('elsewhere.save')
  const waiting = pack.items.filter(({ given }) => given === null)
  const item = waiting.length === 0 ? null : waiting[skipped % waiting.length] ?? null
  const answered = pack.items.length - waiting.length
  const start = () => save.mutate({}, { onSuccess: (made) => { if (made) { setSaved(made.fileName); onChange({ ...pack, unsaved: 0 }) } } })
  const title = item ? `Statement ${answered + 1} of ${pack.items.length}` : 'All answered'
  return (
    <div className="psr-else">
      <header className="psr-else__bar">
        <AppMark /><span><b>{pack.register.practice.name}, {pack.register.practice.ods}</b><small>Sign-off pack for {pack.signatory.name}, made {dateInWords(dayInEngland(pack.made.at))}, {clockTime(pack.made.at)} by {pack.made.by.name}</small></span>
        <span className="psr-end"><Button look="quiet" onClick={() => (pack.unsaved > 0 ? setLeaving(true) : onLeave())}>Leave</Button></span>
      </header>
      <main className="psr-main psr-main--sunken">
        <Head title={title} pack={pack} answered={answered} saved={pack.unsaved === 0 ? saved : null}>
          {item && waiting.length > 1 && <Button look="quiet" iconAfter="next" onClick={() => setSkipped(skipped + 1)}>Skip for now</Button>}
          {item && answered > 0 && <Button icon="send" busy={save.isPending} onClick={start}>Save what is answered</Button>}
        </Head>
        {pack.clockBehind && <div className="psr-so__since"><Banner tone="warn"><b>The clock of this computer is behind.</b> It stands before the time the pack was made. Set it first: an answer signed now could not be taken.</Banner></div>}
        {item
          ? <PackStatement key={item.asked.hash} pack={pack} asked={item.asked} more={waiting.length > 1} onSigned={onChange} />
          : <PackDone pack={pack} saved={pack.unsaved === 0 ? saved : null} busy={save.isPending} onSave={start} onLeave={onLeave} />}
      </main>
      {leaving && <LeaveDialog unsaved={pack.unsaved} onStay={() => setLeaving(false)} onLeave={onLeave} />}
      {save.isError && <RefusalDialog error={save.error} onClose={() => save.reset()} onTryAgain={() => { save.reset(); start() }} />}
    </div>
  )
}

type HeadProps = Readonly<{ title: string; pack: OpenPack; answered: number; saved: string | null; children: ReactNode }>

function Head({ title, pack, answered, saved, children }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Practice Sharing Register`
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [title])
  const of = pack.items.length
  return (
    <div className="psr-head">
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <span className="psr-quiet">
        <ProgressDots sitting={{ place: answered + 1, of, answered, before: null, next: null }} />
        <output className="psr-small">{saved ? `Saved as ${saved}` : answered > 0 ? `${countOf(answered, 'answer')} not saved yet` : ''}</output>
      </span>
      <div className="psr-head__acts">{children}</div>
    </div>
  )
}

function LeaveDialog({ unsaved, onStay, onLeave }: Readonly<{ unsaved: number; onStay: () => void; onLeave: () => void }>) {
  return (
    <Dialog title="Leave without saving?" role="alertdialog" onClose={onStay}>
      <p>{countOf(unsaved, 'answer')} {unsaved === 1 ? 'is' : 'are'} signed and not saved. Nothing of the pack is kept on this computer, so {unsaved === 1 ? 'it is' : 'they are'} lost if you leave now.</p>
      <div className="psr-buttons"><Button look="primary" onClick={onStay}>Stay</Button><Button onClick={onLeave}>Leave and lose {unsaved === 1 ? 'it' : 'them'}</Button></div>
    </Dialog>
  )
}

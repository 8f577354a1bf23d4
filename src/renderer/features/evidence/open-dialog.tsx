import { mediaTypeWord } from '../../../shared/domain/evidence.ts'
import { evidenceName, type EvidenceRecord } from '../../../shared/domain/evidence-record.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import type { AttachedTo } from './evidence-section.tsx'

/** Nothing is opened in the app itself, and nothing outside it without a word first. */
export function OpenDialog({ subject, one, onClose }: Readonly<{ subject: AttachedTo; one: EvidenceRecord; onClose: () => void }>) {
  const open = useAct('evidence.open')
  const start = () => open.mutate({ subject: { kind: subject.kind, id: subject.id }, evidence: one.id }, { onSuccess: onClose })
  return (
    <Dialog role="alertdialog" title="This opens in another program" onClose={onClose}>
      <div className="psr-evidence__warning">
        <p>{evidenceName(one)} ({mediaTypeWord(one.mediaType)}) opens in whatever program this computer has for it. This app cannot see what that program does with it.</p>
        <p>Open it only if you know who sent it. If the program asks to turn on links, editing or content, say no.</p>
        <p className="psr-small psr-quiet">A copy is opened that can only be read. What you change in it does not reach the register. It is deleted when you close this app{one.locked ? '. The file asks for its password' : ''}.</p>
      </div>
      <div className="psr-buttons">
        <Button look="primary" busy={open.isPending} onClick={start}>Open in another program</Button>
        <Button look="quiet" onClick={onClose}>Cancel</Button>
      </div>
      {open.isError && <RefusalDialog error={open.error} onClose={() => open.reset()} />}
    </Dialog>
  )
}

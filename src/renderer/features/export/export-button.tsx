import { useState } from 'react'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { countOf } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Facts } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'

type ExportButtonProps = Readonly<{ scope: CallInput<'report.export'>['scope']; children: string }>

/** Saves the audit trail as a PDF where the person says, and tells what was saved. Cancelling says nothing. */
export function ExportButton({ scope, children }: ExportButtonProps) {
  const make = useAct('report.export')
  const show = useAct('report.show-in-folder')
  const [told, setTold] = useState(false)
  const start = () => { setTold(false); make.mutate({ report: 'trail', scope }) }
  const saved = told ? null : make.data
  return (
    <>
      <Button icon="send" busy={make.isPending} onClick={start}>{make.isPending ? 'Making the PDF…' : children}</Button>
      {saved && (
        <Dialog title="The PDF is saved" onClose={() => setTold(true)}>
          <Facts facts={[
            { term: 'File', value: saved.fileName },
            { term: 'Length', value: countOf(saved.pages, 'page') },
            { term: 'SHA-256', value: <HashText hash={saved.sha256} digits={16} /> },
          ]} />
          <p className="psr-small psr-quiet">Give a copy to somebody outside. With it anybody can show later that the trail was not changed.</p>
          <div className="psr-buttons">
            <Button look="primary" onClick={() => setTold(true)}>Done</Button>
            <Button icon="folder" onClick={() => show.mutate({})}>Show in its folder</Button>
          </div>
        </Dialog>
      )}
      {make.isError && <RefusalDialog error={make.error} onClose={() => make.reset()} onTryAgain={start} />}
      {show.isError && <RefusalDialog error={show.error} onClose={() => show.reset()} />}
    </>
  )
}

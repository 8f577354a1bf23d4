import { useState } from 'react'
import { usePast } from '../../app/past-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { countOf } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Facts } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import type { DocumentName, ExportAbout } from './export-choice.ts'
import { ExportDialog } from './export-dialog.tsx'
import { ExportProgressBar } from './export-progress.tsx'
import { useExport, useExportProgress, type Exported } from './use-export.ts'

type ExportButtonProps = Readonly<{ about: ExportAbout; first?: DocumentName; asAt?: string; children: string }>
type Shown = 'nothing' | 'choice' | 'progress'

/** Asks which document, has it made where the person says, shows how far it is, and tells what was saved. */
export function ExportButton({ about, first, asAt, children }: ExportButtonProps) {
  const make = useExport()
  const past = usePast()
  const { progress } = useExportProgress(make.pending)
  const [shown, setShown] = useState<Shown>('nothing')
  const running = make.pending && progress ? `Making the PDF, ${progress.percent} %` : children
  const again = () => { if (make.last) make.start(make.last) }
  return (
    <>
      <Button icon="send" onClick={() => setShown(make.pending ? 'progress' : 'choice')}>{running}</Button>
      {shown === 'choice' && (
        <ExportDialog
          about={about} first={first} asAt={asAt ?? past ?? undefined} onClose={() => setShown('nothing')}
          onChosen={(choice) => { setShown('progress'); make.start(choice) }}
        />
      )}
      {shown === 'progress' && make.pending && (
        <Dialog title="Making the PDF" onClose={() => setShown('nothing')}>
          <ExportProgressBar pending headed={false} />
          <div className="psr-buttons"><Button onClick={() => setShown('nothing')}>Go on working</Button></div>
        </Dialog>
      )}
      {make.saved && <SavedDialog saved={make.saved} onClose={() => { setShown('nothing'); make.reset() }} />}
      {make.error && <RefusalDialog error={make.error} onClose={make.reset} onTryAgain={again} />}
    </>
  )
}

function SavedDialog({ saved, onClose }: Readonly<{ saved: Exported; onClose: () => void }>) {
  const show = useAct('report.show-in-folder')
  return (
    <Dialog title="The PDF is saved" onClose={onClose}>
      <Facts facts={[
        { term: 'File', value: saved.fileName },
        { term: 'Length', value: countOf(saved.pages, 'page') },
        { term: 'SHA-256', value: <HashText hash={saved.sha256} digits={16} /> },
      ]} />
      <p className="psr-small psr-quiet">Give a copy to somebody outside. With it anybody can show later that the trail was not changed.</p>
      <div className="psr-buttons">
        <Button look="primary" onClick={onClose}>Done</Button>
        <Button icon="folder" onClick={() => show.mutate({})}>Show in its folder</Button>
      </div>
      {show.isError && <RefusalDialog error={show.error} onClose={() => show.reset()} />}
    </Dialog>
  )
}

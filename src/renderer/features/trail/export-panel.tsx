import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { countOf } from '../../components/format.ts'
import { HashText } from '../../components/hash-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { CopyButton, RefusalDialog } from '../../components/refusal.tsx'
import { ExportProgressBar } from '../export/export-progress.tsx'

type Exported = NonNullable<CallOutput<'report.export'>>

/** The PDF being made, then where it is and how to know it again. */
export function ExportPanel({ pending, exported }: Readonly<{ pending: boolean; exported: Exported | undefined }>) {
  if (pending) {
    return (
      <section className="psr-panel psr-trail__export" aria-label="Making the PDF">
        <ExportProgressBar pending headed />
      </section>
    )
  }
  return exported ? <Saved exported={exported} /> : null
}

function Saved({ exported: { fileName, sha256, bytes, pages } }: Readonly<{ exported: Exported }>) {
  const show = useAct('report.show-in-folder')
  return (
    <output className="psr-panel psr-trail__export">
      <h2 className="psr-row"><span className="psr-ok"><Icon name="ok" /></span>Saved</h2>
      <p className="psr-break"><b>{fileName}</b></p>
      <p className="psr-quiet">{countOf(pages, 'page')}, {sizeInWords(bytes)}. Its SHA-256 stands in the trail:</p>
      <p className="psr-trail__sha"><HashText hash={sha256} /></p>
      <div className="psr-row">
        <Button small icon="folder" onClick={() => show.mutate({})}>Show in folder</Button>
        <CopyButton text={() => sha256}>Copy the hash</CopyButton>
      </div>
      {show.isError && <RefusalDialog error={show.error} onClose={() => show.reset()} />}
    </output>
  )
}

/** 1234567 as "1.2 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

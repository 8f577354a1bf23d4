import { TextButton } from '../../components/button.tsx'
import { useExportProgress } from './use-export.ts'
import './export.scss'

/** The bar while a document is made, with how far it is in figures and the way to stop it. */
export function ExportProgressBar({ pending, headed }: Readonly<{ pending: boolean; headed: boolean }>) {
  const { progress, cancel } = useExportProgress(pending)
  const percent = progress?.percent ?? 0
  const what = progress ? `${progress.title}${progress.scope ? `, ${progress.scope}` : ''}` : null
  return (
    <div className="psr-export__progress">
      <p className="psr-spread">{headed ? <b>Making the PDF</b> : <span>{what ?? 'Choose where to save it.'}</span>}{progress && <b className="psr-quiet">{percent} %</b>}</p>
      <progress className="psr-export__bar" max={100} value={percent} aria-label="Making the PDF" />
      <p className="psr-quiet psr-small">{headed && what && `${what}. `}{progress ? 'You can go on working. Nothing is saved until it is whole.' : 'It starts once you have chosen a place.'}</p>
      {progress && <TextButton onClick={cancel}>Cancel</TextButton>}
    </div>
  )
}

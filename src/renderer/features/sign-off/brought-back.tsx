import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { countOf } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'

type Brought = NonNullable<CallOutput<'pack.bring-back'>>

/** What would happen with each answer of a file, before any is recorded; then what was. */
export function BroughtBack({ brought: { token, fileName, signatory, items }, onClose }: Readonly<{ brought: Brought; onClose: () => void }>) {
  const record = useAct('pack.record')
  const taken = items.filter((item) => item.taken).length
  if (record.data) {
    return (
      <Dialog title="The answers are recorded" onClose={onClose}>
        <p>{countOf(record.data.recorded, 'answer')} of {signatory} {record.data.recorded === 1 ? 'is' : 'are'} in the trail, with the signature, the pack and your name as who brought {record.data.recorded === 1 ? 'it' : 'them'} back.</p>
        <div className="psr-buttons"><Button look="primary" onClick={onClose}>Close</Button></div>
      </Dialog>
    )
  }
  return (
    <Dialog wide title={`Answers of ${signatory}`} onClose={onClose}>
      <p>From {fileName}. {taken === 0 ? 'Nothing in it can be recorded.' : taken === items.length ? 'Every signature fits. Nothing is recorded yet.' : `${taken} of ${items.length} can be recorded. Nothing is recorded yet.`}</p>
      <ul className="psr-back">
        {items.map(({ ref, title, comment, taken: goes, says }, index) => (
          // The same statement may stand in a file twice.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index}>
            <span className={goes ? 'psr-ok' : 'psr-bad'}><Icon name={goes ? 'ok' : 'bad'} size={20} /></span>
            <div><b>{[ref, title].filter(Boolean).join(', ')}</b><span className="psr-small">{says}</span>{comment && <q className="psr-small">{comment}</q>}</div>
          </li>
        ))}
      </ul>
      <div className="psr-buttons">
        {taken > 0 && <Button look="primary" busy={record.isPending} onClick={() => record.mutate({ token })}>Record {countOf(taken, 'answer')}</Button>}
        <Button look="quiet" onClick={onClose}>{taken > 0 ? 'Cancel' : 'Close'}</Button>
      </div>
      {record.isError && <RefusalDialog error={record.error} onClose={() => { record.reset(); onClose() }} />}
    </Dialog>
  )
}

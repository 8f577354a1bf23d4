import { useState } from 'react'
import type { OpenPack } from '../../../shared/contract/packs.ts'
import { Outside } from '../../app/outside.tsx'
import { useAct } from '../../app/use-call.ts'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Facts } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { PackSitting } from './pack-sitting.tsx'
import './elsewhere.scss'

type ElsewhereProps = Readonly<{
  /** The app was started with a pack, which is opened at once. */
  fromStart: boolean
  /** What stands behind this door: "Back to the set-up". */
  back: string
  onLeave: () => void
}>

/** A partner on their own computer: a pack is opened, read, answered and saved, and nothing of it stays here. */
export function ElsewhereScreen({ fromStart, back, onLeave }: ElsewhereProps) {
  const [pack, setPack] = useState<OpenPack | null>(null)
  const open = useAct('elsewhere.open')
  const choose = (from: 'dialog' | 'start') => open.mutate({ from }, { onSuccess: setPack })
  const leave = () => {
    void call('elsewhere.close', {})
    onLeave()
  }
  if (pack) return <PackSitting pack={pack} onChange={setPack} onLeave={leave} />
  return (
    <Outside title="Answer statements from a pack" wide>
      <p>Your practice has sent you a sign-off pack: one file that ends in .psr-pack. Here you read each statement in it, sign your answer with the passphrase you use at the practice, and save a file to send back.</p>
      <Facts facts={[
        { term: 'This computer', value: 'Needs no register and no network. Nothing of the pack is kept on it.' },
        { term: 'Your answers', value: 'Are signed as at the practice. They count once somebody there brings the file back.' },
        { term: 'Your passphrase', value: 'Opens your key for one answer at a time and is forgotten at once.' },
      ]} />
      <div className="psr-buttons psr-else__start">
        <Button look="primary" icon="folder" busy={open.isPending} onClick={() => choose(fromStart && !open.isError ? 'start' : 'dialog')}>{fromStart && !open.isError ? 'Open the pack' : 'Choose the pack'}</Button>
        <Button look="quiet" onClick={leave}>{back}</Button>
      </div>
      {open.isError && <RefusalDialog error={open.error} onClose={() => open.reset()}><Button look="primary" onClick={() => { open.reset(); choose('dialog') }}>Choose another file</Button></RefusalDialog>}
    </Outside>
  )
}

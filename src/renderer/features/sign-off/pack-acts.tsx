import { useState } from 'react'
import { useMay } from '../../app/session-context.ts'
import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { BroughtBack } from './brought-back.tsx'
import { PackDialog } from './pack-dialog.tsx'

/** For a partner elsewhere: statements out in one file, answers back in another. */
export function PackActs() {
  const may = useMay('pack.make')
  const [making, setMaking] = useState(false)
  const back = useAct('pack.bring-back')
  if (!may) return null
  return (
    <>
      <Button look="quiet" icon="send" onClick={() => setMaking(true)}>Make a sign-off pack</Button>
      <Button look="quiet" icon="folder" busy={back.isPending} onClick={() => back.mutate({})}>Bring back answers</Button>
      {making && <PackDialog onClose={() => setMaking(false)} />}
      {back.data && <BroughtBack brought={back.data} onClose={() => back.reset()} />}
      {back.isError && <RefusalDialog error={back.error} onClose={() => back.reset()} onTryAgain={() => back.mutate({})} />}
    </>
  )
}

import type { AppStatus } from '../../../shared/contract/setup.ts'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Facts } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'

type DemoDoorProps = Readonly<{ onStatus: (status: AppStatus) => void; onBack: () => void }>

/** A made-up practice to look at. What was typed in the set-up stays for later. */
export function DemoDoor({ onStatus, onBack }: DemoDoorProps) {
  const demo = useMutation({ mutationFn: () => call('setup.explore-demo', {}), onSuccess: ({ status }) => onStatus(status) })
  return (
    <>
      <p className="psr-wz__intro">A made-up practice with entries, decisions in every state, and three partners. Sign in as any of them and try everything, signing included.</p>
      <Facts facts={[
        { term: 'Real data', value: 'None. Nothing in it is about a real practice, person or patient.' },
        { term: 'Your own register', value: 'Not touched. The demo is a file of its own, and what you typed here is kept.' },
        { term: 'Passphrase', value: 'The same for everybody. The sign-in screen shows it.' },
      ]} />
      <div className="psr-buttons">
        <Button look="primary" busy={demo.isPending} onClick={() => demo.mutate()}>{demo.isPending ? 'Making the demo register' : 'Open the demo register'}</Button>
        <Button look="quiet" disabled={demo.isPending} onClick={onBack}>Back to the set-up</Button>
      </div>
      {demo.isPending && <p className="psr-small psr-quiet psr-wz__late"><output>This takes a few seconds: each entry and decision is recorded as a person would.</output></p>}
      {demo.isError && <RefusalDialog error={demo.error} onClose={() => demo.reset()} onTryAgain={() => demo.mutate()} />}
    </>
  )
}

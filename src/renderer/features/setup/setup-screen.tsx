import { useMutation } from '@tanstack/react-query'
import type { AppStatus } from '../../../shared/contract/setup.ts'
import { Outside } from '../../app/outside.tsx'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Facts } from '../../components/panel.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'

type SetupProps = Readonly<{ status: AppStatus; onStatus: (status: AppStatus) => void }>

/** The first run: no register yet on this computer. */
export function SetupScreen({ onStatus }: SetupProps) {
  const demo = useMutation({ mutationFn: () => call('setup.explore-demo', {}) })
  return (
    <Outside title="Explore with demo data">
      {demo.data ? (
        <>
          <p>The demo register is ready. Everybody in it has the same passphrase.</p>
          <Facts facts={[{ term: 'Passphrase', value: <b>{demo.data.passphrase}</b> }]} />
          <p className="psr-buttons"><Button look="primary" onClick={() => onStatus(demo.data.status)}>Go to the demo register</Button></p>
        </>
      ) : (
        <>
          <p>A made-up practice with entries and decisions, in a file of its own. Nothing in it is real.</p>
          <p className="psr-buttons"><Button look="primary" busy={demo.isPending} onClick={() => demo.mutate()}>Explore with demo data</Button></p>
        </>
      )}
      {demo.isError && <RefusalDialog error={demo.error} onClose={() => demo.reset()} onTryAgain={() => demo.mutate()} />}
    </Outside>
  )
}

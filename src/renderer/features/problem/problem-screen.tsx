import { useMutation } from '@tanstack/react-query'
import type { ErrorCode } from '../../../shared/contract/error-code.ts'
import type { AppStatus } from '../../../shared/contract/setup.ts'
import { Outside } from '../../app/outside.tsx'
import { AppRefusal, call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { RefusalPanel } from '../../components/refusal.tsx'
import './problem.scss'

type ProblemProps = Readonly<{ status: AppStatus; onStatus: (status: AppStatus) => void }>

/** What the person came for is not there, so the title says which case it is in a few words. */
const titles: Readonly<Partial<Record<ErrorCode, string>>> = {
  'register-not-found': 'The register was not found', 'register-not-ours': 'This is not a register', 'register-newer': 'The register needs a newer app',
  'register-locked': 'The register is in use', 'register-read-only': 'The register cannot be written to', 'register-damaged': 'The register is damaged',
}

/** The register could not be opened: what happened, what is safe, what to do, and the two ways on. Never an empty register. */
export function ProblemScreen({ status, onStatus }: ProblemProps) {
  const again = useMutation({ mutationFn: () => call('app.open-register', {}), onSuccess: onStatus })
  const other = useMutation({ mutationFn: () => call('app.open-other', {}), onSuccess: onStatus })
  const error = other.error ?? again.error ?? (status.problem ? new AppRefusal(status.problem) : null)
  const code = error instanceof AppRefusal ? error.refusal.code : 'internal'
  const busy = again.isPending || other.isPending
  const tryAgain = () => { if (!busy) { other.reset(); again.mutate() } }
  return (
    <Outside title={titles[code] ?? 'The register is not open'} wide>
      <div className="psr-problem">
        <p className="psr-quiet psr-break">{status.file.name} in {status.file.folder}</p>
        <RefusalPanel error={error} onTryAgain={tryAgain}>
          <Button busy={busy} icon="folder" onClick={() => { again.reset(); other.mutate() }}>Open another register</Button>
        </RefusalPanel>
        <output className="psr-small psr-quiet">{again.isPending ? 'Trying again' : ''}</output>
      </div>
    </Outside>
  )
}

import { useMutation } from '@tanstack/react-query'
import type { AppStatus } from '../../shared/contract/setup.ts'
import { AppRefusal, call } from '../bridge.ts'
import { Button } from '../components/button.tsx'
import { RefusalPanel } from '../components/refusal.tsx'
import { Outside } from './outside.tsx'

type PhaseProps = Readonly<{ status: AppStatus; onStatus: (status: AppStatus) => void }>

/** The register could not be opened: why, and the two ways on. Never an empty register. */
export function ProblemScreen({ status, onStatus }: PhaseProps) {
  const again = useMutation({ mutationFn: () => call('app.open-register', {}), onSuccess: onStatus })
  const other = useMutation({ mutationFn: () => call('app.open-other', {}), onSuccess: onStatus })
  const error = other.error ?? again.error ?? (status.problem ? new AppRefusal(status.problem) : null)
  return (
    <Outside title="The register is not open">
      <p className="psr-quiet psr-break">{status.file.name} in {status.file.folder}</p>
      <RefusalPanel error={error} onTryAgain={() => again.mutate()}>
        <Button busy={other.isPending} icon="folder" onClick={() => other.mutate()}>Open another register</Button>
      </RefusalPanel>
    </Outside>
  )
}

import { useMutation, useMutationState, useQuery } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../../shared/contract/contract.ts'
import { keyOf } from '../../app/query-keys.ts'
import { useAct } from '../../app/use-call.ts'
import { call, isRefusal } from '../../bridge.ts'

export type ExportChoice = CallInput<'report.export'>
export type Exported = NonNullable<CallOutput<'report.export'>>
export type ExportProgress = CallOutput<'report.progress'>

const mutationKey = ['long', 'report.export'] as const
const askEvery = 300

/** How far the document is that is being made, asked for again and again while `pending`. */
export function useExportProgress(pending: boolean): { progress: ExportProgress; cancel: () => void } {
  const asked = useQuery({
    queryKey: keyOf('report.progress', {}), queryFn: () => call('report.progress', {}),
    enabled: pending, refetchInterval: pending ? askEvery : false, staleTime: 0, gcTime: 0,
  })
  const stop = useAct('report.cancel')
  return { progress: pending ? (asked.data ?? null) : null, cancel: () => stop.mutate({}) }
}

/** Makes one document at a time. One may leave the screen meanwhile; being stopped is no error to tell of. */
export function useExport() {
  const make = useMutation<CallOutput<'report.export'>, Error, ExportChoice>({ mutationKey, mutationFn: (choice) => call('report.export', choice), gcTime: Infinity })
  const elsewhere = useMutationState({ filters: { mutationKey, status: 'pending' } }).length > 0
  return {
    start: (choice: ExportChoice) => make.mutate(choice),
    /** This one is being made. */
    mine: make.isPending,
    /** This one or another. */
    pending: elsewhere,
    saved: make.data ?? null,
    error: make.error && !isRefusal(make.error, 'cancelled') ? make.error : null,
    last: make.variables,
    reset: make.reset,
  }
}

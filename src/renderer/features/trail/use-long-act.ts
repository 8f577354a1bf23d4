import { useMutation, useMutationState, type MutationState } from '@tanstack/react-query'
import type { CallName } from '../../../shared/contract/call-names.ts'
import type { CallInput, CallOutput } from '../../../shared/contract/contract.ts'
import { call } from '../../bridge.ts'

type Long<N extends CallName> = Readonly<{
  start: (input: CallInput<N>) => void
  pending: boolean
  /** The newest answer, also one given while another screen was open. */
  last: CallOutput<N> | undefined
  error: Error | null
  reset: () => void
}>

/** Something that takes a while: one may leave the screen, come back, and find it running or done. */
export function useLongAct<N extends CallName>(name: N): Long<N> {
  const mutationKey = ['long', name]
  const act = useMutation<CallOutput<N>, Error, CallInput<N>>({ mutationKey, mutationFn: (input) => call(name, input), gcTime: Infinity })
  const states = useMutationState({ filters: { mutationKey }, select: (mutation) => mutation.state as MutationState<CallOutput<N>, Error, CallInput<N>> })
  return {
    start: (input) => act.mutate(input),
    pending: states.some(({ status }) => status === 'pending'),
    last: states.findLast(({ data }) => data !== undefined && data !== null)?.data,
    error: act.error, reset: act.reset,
  }
}

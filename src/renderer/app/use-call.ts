import { keepPreviousData, useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type { CallName } from '../../shared/contract/call-names.ts'
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts'
import { call } from '../bridge.ts'
import { keyOf } from './query-keys.ts'

type AnswerOptions = Readonly<{
  enabled?: boolean
  /** While the next answer is on its way the last one stays, so that a list does not flicker as one types. */
  keepLast?: boolean
}>

/** Asks, and asks again after anything is written. */
export function useAnswer<N extends CallName>(name: N, input: CallInput<N>, { enabled = true, keepLast = false }: AnswerOptions = {}): UseQueryResult<CallOutput<N>> {
  return useQuery<CallOutput<N>>({
    queryKey: keyOf(name, input), queryFn: () => call(name, input), enabled, placeholderData: keepLast ? keepPreviousData : undefined,
  })
}

/** Writes. When it succeeds every answer on screen is asked for again. */
export function useAct<N extends CallName>(name: N): UseMutationResult<CallOutput<N>, Error, CallInput<N>> {
  return useMutation<CallOutput<N>, Error, CallInput<N>>({ mutationFn: (input) => call(name, input) })
}

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { RefusalPanel } from '../components/refusal.tsx'
import { Loading } from '../components/states.tsx'

type AnswerProps<T> = Readonly<{
  of: UseQueryResult<T>
  /** What is being waited for: "Opening the register". */
  loading: string
  children: (value: T) => ReactNode
}>

/** An answer in its three states: awaited, refused with a way to try again, given. */
export function Answer<T>({ of, loading, children }: AnswerProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.isError) return <RefusalPanel error={of.error} onTryAgain={() => { void of.refetch() }} />
  return <Loading what={loading} />
}

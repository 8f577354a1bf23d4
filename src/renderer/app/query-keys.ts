import type { CallName } from '../../shared/contract/call-names.ts'
import type { CallInput } from '../../shared/contract/contract.ts'

/** The one shape of a query's key: the call's name, then what it was asked with. */
export const keyOf = <N extends CallName>(name: N, input: CallInput<N>) => [name, input] as const

/** Every answer of one call, whatever it was asked with. */
export const keysOf = (name: CallName) => [name] as const

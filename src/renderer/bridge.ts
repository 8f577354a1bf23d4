import { bridgeKey, type Bridge } from '../shared/contract/bridge.ts'
import type { CallName } from '../shared/contract/call-names.ts'
import type { CallInput, CallOutput } from '../shared/contract/contract.ts'
import type { Refusal } from '../shared/contract/reply.ts'

declare global {
  // eslint-disable-next-line no-var
  var psr: Bridge | undefined
}

/** Thrown by `call` when the app says no. It carries what to tell the person. */
export class AppRefusal extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.happened)
    this.name = 'AppRefusal'
    this.refusal = refusal
  }
}

const notConnected: Refusal = Object.freeze({
  code: 'internal',
  happened: 'This page is not connected to the app.',
  safe: 'Nothing was changed.',
  todo: 'Close this window and start Practice Sharing Register again.',
})

const fault: Refusal = Object.freeze({
  code: 'internal',
  happened: 'Something went wrong in the app itself.',
  safe: 'What was saved before is safe. What you were doing just now may not be saved.',
  todo: 'Try again. If it happens again, copy the details and tell your IT support.',
})

/**
 * Asks the main side. The answer has been parsed there by the contract's own schema, so it is not parsed twice.
 * @throws AppRefusal when the answer is no, or when the page runs outside the app.
 */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const bridge = globalThis[bridgeKey]
  if (!bridge) throw new AppRefusal(notConnected)
  const reply = await bridge.call(name, input)
  if (reply.ok) return reply.value as CallOutput<N>
  throw new AppRefusal(reply.error)
}

/** What to tell the person about anything that was thrown. */
export const refusalOf = (error: unknown): Refusal => (error instanceof AppRefusal ? error.refusal : fault)

export const isRefusal = (error: unknown, code: Refusal['code']): boolean => error instanceof AppRefusal && error.refusal.code === code

import type { CallName } from './call-names.ts'
import type { Reply } from './reply.ts'

/** The one IPC channel, and the name of the one object the preload puts on `window`. */
export const bridgeChannel = 'psr:call'
export const bridgeKey = 'psr'

export type Bridge = Readonly<{
  call: (name: CallName, input: unknown) => Promise<Reply<unknown>>
}>

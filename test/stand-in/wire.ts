/** One kind of question between the two processes: what is sent and what comes back. */
export type Questions = Record<string, { input: unknown; output: unknown }>
export type Answers<Q extends Questions> = { [N in keyof Q]: (input: Q[N]['input']) => Q[N]['output'] | Promise<Q[N]['output']> }

type Message =
  | { kind: 'question'; id: number; name: string; input: unknown }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string }

/** One end of the channel between a Node process and its child. */
export type Channel = Readonly<{
  isOpen: () => boolean
  send: (message: object) => void
  onMessage: (listener: (message: unknown) => void) => void
  onGone: (listener: () => void) => void
}>

export type Wire<Asked extends Questions> = {
  ask: <N extends keyof Asked & string>(name: N, input: Asked[N]['input']) => Promise<Asked[N]['output']>
}

/**
 * Questions and answers over the channel of a child process, in both directions. The channel copies values as
 * Electron's own does (structured clone). A question whose other end goes away fails.
 */
export function createWire<Asked extends Questions, Answered extends Questions>(
  channel: Channel, answers: Answers<Answered>,
): Wire<Asked> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let count = 0
  const send = (message: Message): void => {
    if (channel.isOpen()) channel.send(message)
  }
  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    try {
      const handler = answers[name]
      if (handler === undefined) throw new Error(`nobody answers "${name}"`)
      send({ kind: 'answer', id, value: await handler(input) })
    } catch (error) {
      send({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) })
    }
  }
  channel.onMessage((raw) => {
    const message = raw as Message
    if (message.kind === 'question') {
      void answer(message.id, message.name, message.input)
      return
    }
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') waiter?.resolve(message.value)
    else waiter?.reject(new Error(message.message))
  })
  channel.onGone(() => {
    for (const waiter of waiting.values()) waiter.reject(new Error('the other process has gone'))
    waiting.clear()
  })
  return {
    ask: (name, input) => {
      if (!channel.isOpen()) return Promise.reject(new Error('the other process has gone'))
      count += 1
      const waiter = Promise.withResolvers<unknown>()
      waiting.set(count, waiter)
      send({ kind: 'question', id: count, name, input })
      return waiter.promise
    },
  }
}

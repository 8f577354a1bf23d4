import type { AskedOfHost, AskedOfMain, HostOptions } from './questions.ts'
import { createWire, type Answers, type Wire } from './wire.ts'

export const optionsVariable = 'PSR_STAND_IN'

let wire: Wire<AskedOfHost> | undefined

/** Joins this process to its host. Called once, before the app's code is read. */
export function connectToHost(answers: Answers<AskedOfMain>): void {
  wire = createWire<AskedOfHost, AskedOfMain>({
    isOpen: () => process.connected,
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
    onGone: (listener) => process.on('disconnect', listener),
  }, answers)
}

export function askHost<N extends keyof AskedOfHost>(name: N, input: AskedOfHost[N]['input']): Promise<AskedOfHost[N]['output']> {
  if (wire === undefined) throw new Error('the stand-in for Electron runs only inside its host')
  return wire.ask(name, input)
}

export function hostOptions(): HostOptions {
  const text = process.env[optionsVariable]
  if (text === undefined) throw new Error('the stand-in for Electron runs only inside its host')
  return JSON.parse(text) as HostOptions
}

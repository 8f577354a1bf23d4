import type { IpcMain, WebFrameMain } from 'electron'
import { bridgeChannel } from '../../shared/contract/bridge.ts'
import { callNames } from '../../shared/contract/call-names.ts'
import type { Refusal, Reply } from '../../shared/contract/reply.ts'
import type { RegisterApp } from '../register/app.ts'
import type { Ports } from '../register/ports.ts'
import { describeError } from './log.ts'
import { isOurPage } from './page-address.ts'

type Frame = Readonly<{ url: string; parent: unknown }>
type Answering = Readonly<{ registerApp: Pick<RegisterApp, 'dispatch'>; log: Ports['log'] }>

const refusedCaller: Refusal = {
  code: 'untrusted-caller',
  happened: 'A call was refused because it did not come from a page of this app.',
  safe: 'Nothing was read and nothing was changed.',
  todo: 'Close the app and open it again. If this comes back, tell whoever looks after your computers.',
}
const failed: Refusal = {
  code: 'internal',
  happened: 'Something went wrong inside the app.',
  safe: 'What was saved before is safe. What you did just now may not be saved.',
  todo: 'Look whether your last change is there, and do it again if it is not. If this comes back, restart the app.',
}

/** Puts the core behind the one channel the preload knows. */
export function connectBridge(ipcMain: IpcMain, answering: Answering): void {
  ipcMain.handle(bridgeChannel, (event, name: unknown, input: unknown) => answerCall(answering, event.senderFrame, name, input))
}

/**
 * Answers one call from a page. Only the main frame of one of our pages is listened to (a frame that has gone is
 * null), and only names on the list go further. Never throws.
 */
export async function answerCall(
  { registerApp, log }: Answering, frame: Frame | WebFrameMain | null, name: unknown, input: unknown,
): Promise<Reply<unknown>> {
  if (frame === null || frame.parent !== null || !isOurPage(frame.url)) {
    log('error', 'caller-refused')
    return { ok: false, error: refusedCaller }
  }
  const known = callNames.find((callName) => callName === name)
  if (known === undefined) {
    log('error', 'call-name-unknown')
    return { ok: false, error: refusedCaller }
  }
  try {
    return await registerApp.dispatch(known, input)
  } catch (error) {
    log('error', 'call-failed', { call: known, ...describeError(error) })
    return { ok: false, error: failed }
  }
}

import type { App, BrowserWindow } from 'electron'
import type { RegisterApp } from '../register/app.ts'
import type { Ports } from '../register/ports.ts'
import { describeError } from './log.ts'

/**
 * Closes the register before the app goes: once, after the last window, whichever way the end came. Exits with 1
 * where closing failed. The end of a Windows session cannot wait; what was saved is on the disk by then.
 */
export function closeTidily(app: App, window: BrowserWindow, registerApp: Pick<RegisterApp, 'close'>, log: Ports['log']): void {
  let closing: Promise<number> | undefined
  const close = (): Promise<number> => {
    closing ??= registerApp.close().then(
      () => 0,
      (error: unknown) => {
        log('error', 'close-failed', describeError(error))
        return 1
      },
    )
    return closing
  }
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    void close().then((code) => app.exit(code))
  })
  window.on('session-end', () => void close())
}

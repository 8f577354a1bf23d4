import { EventEmitter } from 'node:events'
import type { App, BrowserWindow } from 'electron'
import { describe, expect, it } from 'vitest'
import { closeTidily } from '../../../src/main/desktop/closing.ts'

/** An app that notes how it ends, and a core that closes as told. */
function running(closeCore: () => Promise<void>) {
  const ends: (number | 'quit')[] = []
  const codes: string[] = []
  let closed = 0
  const app = Object.assign(new EventEmitter(), { quit: () => void ends.push('quit'), exit: (code: number) => void ends.push(code) })
  const window = new EventEmitter()
  const close = async () => {
    closed += 1
    await closeCore()
  }
  closeTidily(app as unknown as App, window as unknown as BrowserWindow, { close }, (_level, code) => void codes.push(code))
  const quit = () => {
    let prevented = false
    app.emit('will-quit', { preventDefault: () => { prevented = true } })
    return prevented
  }
  return { app, window, ends, codes, quit, timesClosed: () => closed }
}

describe('the end of the app', () => {
  it('comes with its last window', () => {
    const { app, ends } = running(() => Promise.resolve())
    app.emit('window-all-closed')
    expect(ends).toEqual(['quit'])
  })

  it('waits until the register is closed', async () => {
    const core = Promise.withResolvers<void>()
    const { quit, ends } = running(() => core.promise)
    expect(quit()).toBe(true)
    await new Promise(setImmediate)
    expect(ends).toEqual([])
    core.resolve()
    await expect.poll(() => ends).toEqual([0])
  })

  it('closes the register once, also when Windows ends the session first', async () => {
    const { window, quit, ends, timesClosed } = running(() => Promise.resolve())
    window.emit('session-end')
    quit()
    await expect.poll(() => ends).toEqual([0])
    expect(timesClosed()).toBe(1)
  })

  it('says by its exit code that the register could not be closed', async () => {
    const { quit, ends, codes } = running(() => Promise.reject(new Error('disk full')))
    quit()
    await expect.poll(() => ends).toEqual([1])
    expect(codes).toEqual(['close-failed'])
  })
})

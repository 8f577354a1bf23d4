import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { askHost, hostOptions } from './connection.ts'
import { takeInstanceLock } from './instance-lock.ts'
import { emitPreventable, offered } from './offered.ts'

const events = new EventEmitter()
const ready = Promise.withResolvers<void>()
const openWindows = new Set<number>()
let isReady = false
let quitting = false

/** As in Electron, ready comes only after the app's main file has been read to its end. */
export function becomeReady(): void {
  isReady = true
  ready.resolve()
  events.emit('ready')
}

export function windowOpened(id: number, contents: unknown): void {
  if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready')
  openWindows.add(id)
  events.emit('web-contents-created', {}, contents)
}

export function windowClosed(id: number): void {
  openWindows.delete(id)
  if (openWindows.size > 0) return
  if (quitting) finishQuitting()
  else events.emit('window-all-closed')
}

function finishQuitting(): void {
  if (!emitPreventable(events, 'will-quit')) process.exit(0)
}

function getPath(name: Parameters<Electron.App['getPath']>[0]): string {
  const { userData, documents } = hostOptions()
  if (name === 'temp') return os.tmpdir()
  if (name !== 'userData' && name !== 'documents') throw new Error(`the stand-in for Electron knows no path "${name}"`)
  const folder = name === 'userData' ? userData : documents
  mkdirSync(folder, { recursive: true })
  return folder
}

const methods = {
  isPackaged: false,
  enableSandbox: () => {
    if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  },
  requestSingleInstanceLock: () =>
    takeInstanceLock(hostOptions().userData, (argv) => events.emit('second-instance', {}, argv, '', null)),
  whenReady: () => ready.promise,
  getPath,
  getVersion: () => {
    const about = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
    return about.version
  },
  quit: () => {
    if (quitting || emitPreventable(events, 'before-quit')) return
    quitting = true
    if (openWindows.size === 0) finishQuitting()
    for (const windowId of openWindows) void askHost('close-window', { windowId })
  },
  exit: (code = 0) => process.exit(code),
} satisfies Pick<
  Electron.App,
  'isPackaged' | 'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'getPath' | 'getVersion' | 'quit' | 'exit'
>

export const app = offered('app', Object.assign(events, methods))

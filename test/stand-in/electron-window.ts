import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import { askHost } from './connection.ts'
import { windowClosed, windowOpened } from './electron-app.ts'
import { offered } from './offered.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** What a page must not be given, and what it must be. The product says all of it openly, so nothing is assumed. */
function refusePowers(preferences: WebPreferences): void {
  const wrong = [
    preferences.sandbox !== true && 'sandbox is not on',
    preferences.contextIsolation !== true && 'contextIsolation is not on',
    preferences.webSecurity === false && 'webSecurity is off',
    preferences.nodeIntegration === true && 'nodeIntegration is on',
    preferences.nodeIntegrationInSubFrames === true && 'nodeIntegrationInSubFrames is on',
    preferences.nodeIntegrationInWorker === true && 'nodeIntegrationInWorker is on',
    preferences.allowRunningInsecureContent === true && 'allowRunningInsecureContent is on',
    preferences.experimentalFeatures === true && 'experimentalFeatures is on',
    preferences.webviewTag === true && 'webviewTag is on',
  ].filter((fault) => fault !== false)
  if (wrong.length > 0) throw new Error(`the stand-in for Electron refuses this window: ${wrong.join(', ')}`)
}

class WebContents extends EventEmitter
  implements Pick<Electron.WebContents, 'id' | 'loadURL' | 'setWindowOpenHandler' | 'closeDevTools'> {
  readonly id: number
  readonly load: (url: string) => Promise<void>
  openHandler: OpenHandler | null = null

  constructor(id: number, load: (url: string) => Promise<void>) {
    super()
    this.id = id
    this.load = load
  }

  loadURL(url: string): Promise<void> {
    return this.load(url)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  closeDevTools(): void {
    this.emit('devtools-closed')
  }
}

const windows = new Map<number, BrowserWindow>()
let count = 0

/** A window is a page in the host's Chromium. */
export class BrowserWindow extends EventEmitter
  implements Pick<Electron.BrowserWindow, 'id' | 'loadURL' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed'> {
  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }

  readonly id: number
  readonly webContents: WebContents
  readonly options: BrowserWindowConstructorOptions

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    refusePowers(options.webPreferences ?? {})
    count += 1
    this.id = count
    this.options = options
    this.webContents = offered('webContents', new WebContents(count, (url) => this.#load(url)))
    windowOpened(count, this.webContents)
    windows.set(count, this)
  }

  async #load(url: string): Promise<void> {
    const { width = 800, height = 600, webPreferences } = this.options
    await askHost('load', { windowId: this.id, url, preload: webPreferences?.preload ?? null, width, height })
    this.emit('ready-to-show')
  }

  loadURL(url: string): Promise<void> {
    return this.#load(url)
  }

  show(): void {
    this.emit('show')
  }

  focus(): void {
    void askHost('bring-forward', { windowId: this.id })
  }

  restore(): void {
    this.emit('restore')
  }

  isMinimized(): boolean {
    return false
  }

  isDestroyed(): boolean {
    return !windows.has(this.id)
  }
}

export function windowById(id: number): BrowserWindow {
  const window = windows.get(id)
  if (window === undefined) throw new Error(`there is no window ${id}`)
  return window
}

export function pageWasClosed(id: number): void {
  const window = windows.get(id)
  windows.delete(id)
  window?.emit('closed')
  windowClosed(id)
}

import path from 'node:path'
import type { BrowserWindow, BrowserWindowConstructorOptions, Menu, WebContents } from 'electron'
import type { Ports } from '../register/ports.ts'
import { textMenuTemplate } from './menu.ts'
import { startAddress } from './page-address.ts'

type WindowClass = new (options: BrowserWindowConstructorOptions) => BrowserWindow
type Surroundings = Readonly<{ preload: string; packaged: boolean; dark: boolean; log: Ports['log'] }>

/** A page that keeps failing is not loaded for ever. */
const reloadsAllowed = 3

/** What the window may do. The page is sandboxed, cut off from Node and from the preload's world. */
export function windowOptions({ preload, packaged, dark }: Omit<Surroundings, 'log'>): BrowserWindowConstructorOptions {
  return {
    name: 'main',
    windowStatePersistence: true,
    title: 'Practice Sharing Register',
    show: false,
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    backgroundColor: dark ? '#151b20' : '#f6f8f9',
    webPreferences: {
      preload: path.resolve(preload),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !packaged,
    },
  }
}

/** Makes the app's one window. It shows itself once its page has something to see. */
export function openWindow(Window: WindowClass, surroundings: Surroundings): BrowserWindow {
  const window = new Window(windowOptions(surroundings))
  window.once('ready-to-show', () => window.show())
  reopenPageWhenItFails(window.webContents, surroundings.log)
  return window
}

export async function showFirstPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(startAddress)
}

function reopenPageWhenItFails(contents: WebContents, log: Ports['log']): void {
  let reloads = 0
  contents.on('render-process-gone', (_event, { reason }) => {
    log('error', 'page-process-gone', { reason })
    if (reason === 'clean-exit' || reloads >= reloadsAllowed) return
    reloads += 1
    contents.loadURL(startAddress).catch(() => log('error', 'page-not-reopened'))
  })
}

/** Offers cut, copy and paste on a right click in text. */
export function offerTextMenu(window: BrowserWindow, menu: Pick<typeof Menu, 'buildFromTemplate'>): void {
  window.webContents.on('context-menu', (_event, params) => {
    const template = textMenuTemplate(params)
    if (template.length > 0) menu.buildFromTemplate(template).popup({ window })
  })
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

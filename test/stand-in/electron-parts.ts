import { EventEmitter } from 'node:events'
import type { IpcMainInvokeEvent, MenuItemConstructorOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { askHost, hostOptions } from './connection.ts'
import { windowById } from './electron-window.ts'
import { offered } from './offered.ts'
import type { PageCall } from './questions.ts'

type InvokeListener = Parameters<Electron.IpcMain['handle']>[1]
const listeners = new Map<string, InvokeListener>()

export const ipcMain = offered('ipcMain', Object.assign(new EventEmitter(), {
  handle: (channel, listener) => {
    if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    listeners.set(channel, listener)
  },
} satisfies Pick<Electron.IpcMain, 'handle'>))

/** Hands a page's call to the app. Electron gives a page only the text of an error, and so does this. */
export async function answerInvoke({ windowId, channel, args, frame }: PageCall): Promise<unknown> {
  const listener = listeners.get(channel)
  if (listener === undefined) throw new Error(`No handler registered for '${channel}'`)
  const senderFrame = { url: frame.url, parent: frame.isMainFrame ? null : {} }
  const event = { sender: windowById(windowId).webContents, senderFrame, type: 'frame' }
  return await listener(event as unknown as IpcMainInvokeEvent, ...args) as unknown
}

export const dialog = offered('dialog', {
  // Electron's dialogs take the window first or leave it out.
  showSaveDialog: async (...args: unknown[]) => {
    const filePath = await askHost('save-dialog', args.at(-1) as SaveDialogOptions)
    return { canceled: filePath === null, filePath: filePath ?? '' }
  },
  showOpenDialog: async (...args: unknown[]) => {
    const filePath = await askHost('open-dialog', args.at(-1) as OpenDialogOptions)
    return { canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] }
  },
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`[error box] ${title}\n${content}\n`)
  },
} satisfies Pick<Electron.Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showErrorBox'>)

export const shell = offered('shell', {
  showItemInFolder: (path: string) => void askHost('show-in-folder', path),
  openPath: (path: string) => askHost('open-path', path),
} satisfies Pick<Electron.Shell, 'showItemInFolder' | 'openPath'>)

export const nativeTheme = offered('nativeTheme', {
  get shouldUseDarkColors() {
    return hostOptions().dark
  },
} satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors'>)

/** Native menus are not drawn here; their templates are checked for what Electron would refuse. */
class StandInMenu implements Pick<Electron.Menu, 'popup'> {
  readonly template: readonly MenuItemConstructorOptions[]

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.template = template
  }

  popup(): void {
    throw new Error('the stand-in for Electron draws no menus')
  }
}

function checkTemplate(template: readonly MenuItemConstructorOptions[]): void {
  for (const { label, role, type, submenu } of template) {
    if (label === undefined && role === undefined && type !== 'separator') throw new Error('Invalid template for MenuItem')
    if (Array.isArray(submenu)) checkTemplate(submenu)
  }
}

export const Menu = offered('Menu', {
  buildFromTemplate: (template: MenuItemConstructorOptions[]): StandInMenu => {
    checkTemplate(template)
    return new StandInMenu(template)
  },
  setApplicationMenu: (_menu: StandInMenu | null): void => undefined,
})

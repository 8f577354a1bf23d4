import os from 'node:os'
import type { App, BrowserWindow, Dialog, Shell } from 'electron'
import type { Ports } from '../register/ports.ts'
import { createDialogs } from './dialogs.ts'

type Host = Readonly<{
  app: Pick<App, 'getPath' | 'getVersion'>
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  shell: Pick<Shell, 'showItemInFolder' | 'openPath'>
  parent: () => BrowserWindow | null
  log: Ports['log']
  registerToOpen: string | null
  packToOpen: string | null
}>

/** Gives the core what it needs from the desktop. */
export function createPorts({ app, dialog, shell, parent, log, registerToOpen, packToOpen }: Host): Ports {
  const folders = { settings: app.getPath('userData'), documents: app.getPath('documents'), temporary: app.getPath('temp') }
  return {
    folders,
    clock: () => new Date().toISOString(),
    appVersion: app.getVersion(),
    computer: os.hostname(),
    log,
    ...createDialogs({ dialog, parent, folders, log }),
    showInFolder: (path) => shell.showItemInFolder(path),
    // Electron answers with what went wrong; an empty text is well done.
    openOutside: async (path) => (await shell.openPath(path)) === '',
    registerToOpen, packToOpen,
  }
}

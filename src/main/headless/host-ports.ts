import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { resourcesFolder } from '../exchange/resource-folder.ts'
import type { Ports } from '../register/ports.ts'

export function appVersion(): string {
  const { version } = createRequire(import.meta.url)(path.join(resourcesFolder(), '..', 'package.json')) as { version: string }
  return version
}

/** Ports for a command without a window: nobody is there to be asked, so a dialog is always cancelled. */
export function headlessPorts(folder: string): Ports {
  mkdirSync(folder, { recursive: true })
  return {
    folders: { settings: folder, documents: folder, temporary: os.tmpdir() },
    clock: () => new Date().toISOString(),
    appVersion: appVersion(),
    computer: os.hostname(),
    log: () => {},
    chooseFileToOpen: async () => null,
    chooseFileToSave: async () => null,
    showInFolder: () => {},
    openOutside: async () => false,
  }
}

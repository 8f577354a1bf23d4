import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import { z } from 'zod'
import type { FileKind, Ports } from '../register/ports.ts'
import { describeError } from './log.ts'

const lastFolders = z.object({ open: z.string(), save: z.string() }).partial()
type Purpose = keyof z.infer<typeof lastFolders>

type Surroundings = Readonly<{
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  parent: () => BrowserWindow | null
  folders: Pick<Ports['folders'], 'settings' | 'documents'>
  log: Ports['log']
}>

/** The system's own dialogs for files. The system no longer remembers where a person was last, so this does. */
export function createDialogs({ dialog, parent, folders, log }: Surroundings): Pick<Ports, 'chooseFileToOpen' | 'chooseFileToSave'> {
  const memory = rememberFolders(folders, log)
  return {
    chooseFileToOpen: async ({ title, kinds }) => {
      const options = { title, filters: filters(kinds), defaultPath: memory.last('open'), properties: ['openFile' as const] }
      const window = parent()
      const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      const chosen = filePaths[0]
      if (canceled || chosen === undefined) return null
      memory.keep('open', path.dirname(chosen))
      return chosen
    },
    chooseFileToSave: async ({ title, suggestion, kinds }) => {
      let defaultPath = path.join(memory.last('save'), path.basename(suggestion))
      for (;;) {
        const options = {
          title, filters: filters(kinds), defaultPath, properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
        }
        const window = parent()
        const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
        if (canceled || filePath === '') return null
        const complete = withExtension(filePath, kinds)
        memory.keep('save', path.dirname(complete))
        // Not every system adds the extension. Where adding it names a file that is there, the system asks again.
        if (complete === filePath || !existsSync(complete)) return complete
        defaultPath = complete
      }
    },
  }
}

function filters(kinds: readonly FileKind[]): { name: string; extensions: string[] }[] {
  return kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))
}

function withExtension(filePath: string, kinds: readonly FileKind[]): string {
  const known = kinds.flatMap(({ extensions }) => extensions)
  const first = known[0]
  if (first === undefined || known.includes(path.extname(filePath).slice(1).toLowerCase())) return filePath
  return `${filePath}.${first}`
}

function rememberFolders(folders: Surroundings['folders'], log: Ports['log']) {
  const file = path.join(folders.settings, 'last-folders.json')
  const kept = readKept(file, log)
  return {
    last: (purpose: Purpose): string => {
      const folder = kept[purpose]
      return folder !== undefined && existsSync(folder) ? folder : folders.documents
    },
    keep: (purpose: Purpose, folder: string): void => {
      if (kept[purpose] === folder) return
      kept[purpose] = folder
      try {
        mkdirSync(folders.settings, { recursive: true })
        writeFileSync(file, JSON.stringify(kept))
      } catch (error) {
        log('warning', 'last-folder-not-kept', describeError(error))
      }
    },
  }
}

function readKept(file: string, log: Ports['log']): z.infer<typeof lastFolders> {
  if (!existsSync(file)) return {}
  try {
    return lastFolders.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    log('warning', 'last-folder-unreadable', describeError(error))
    return {}
  }
}

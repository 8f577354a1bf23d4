import path from 'node:path'
import { saveVerifier, verifierName } from '../../exchange/verifier-page.ts'
import { acting } from '../acting.ts'
import { openExportDesk } from '../export-desk.ts'
import { reportTitles, suggestedName, wishOf } from '../export-report.ts'
import type { Handlers } from '../handlers.ts'
import type { LastExport } from '../last-export.ts'
import type { Office } from '../office.ts'
import { refusePlace } from '../refuse-place.ts'

type Mine = 'report.export' | 'report.progress' | 'report.cancel' | 'report.show-in-folder' | 'report.save-verifier'

export function reportHandlers(office: Office, last: LastExport): Pick<Handlers, Mine> {
  const desk = openExportDesk()
  return {
    'report.export': async (choice) => {
      const reading = acting(office)
      const wish = wishOf(reading, choice)
      const file = await office.ports.chooseFileToSave({ title: `Save the ${reportTitles[wish.report].toLowerCase()}`, suggestion: suggestedName(reading, wish), kinds: [{ name: 'PDF', extensions: ['pdf'] }] })
      if (file === null) return null
      refusePlace(file, reading.store.file)
      const made = await desk.make(acting(office), wish, file)
      last.remember(file)
      return made
    },
    'report.progress': () => desk.progress(),
    'report.cancel': () => {
      desk.cancel()
      return { done: true }
    },
    'report.save-verifier': () => savePage(office),
    'report.show-in-folder': () => {
      last.show()
      return { done: true }
    },
  }
}

async function savePage(office: Office): Promise<{ fileName: string } | null> {
  const { store } = acting(office)
  const file = await office.ports.chooseFileToSave({ title: 'Save the checking page', suggestion: verifierName, kinds: [{ name: 'Web page', extensions: ['html'] }] })
  if (file === null) return null
  refusePlace(file, store.file)
  saveVerifier(file)
  return { fileName: path.basename(file) }
}

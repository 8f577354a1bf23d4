import path from 'node:path'
import { refuse } from '../../../shared/contract/refused.ts'
import { findNhsNumbers } from '../../../shared/domain/nhs-number.ts'
import { saveVerifier, verifierName } from '../../exchange/verifier-page.ts'
import { acting } from '../acting.ts'
import { openExportDesk } from '../export-desk.ts'
import { reportTitles, suggestedName, wishOf } from '../export-report.ts'
import type { Handlers } from '../handlers.ts'
import type { Office } from '../office.ts'

type Mine = 'report.export' | 'report.progress' | 'report.cancel' | 'report.show-in-folder' | 'report.save-verifier'

export function reportHandlers(office: Office): Pick<Handlers, Mine> {
  const desk = openExportDesk()
  let lastExport: string | null = null
  return {
    'report.export': async (choice) => {
      const reading = acting(office)
      const wish = wishOf(reading, choice)
      const file = await office.ports.chooseFileToSave({ title: `Save the ${reportTitles[wish.report].toLowerCase()}`, suggestion: suggestedName(reading, wish), kinds: [{ name: 'PDF', extensions: ['pdf'] }] })
      if (file === null) return null
      refusePlace(file, reading.store.file)
      const made = await desk.make(acting(office), wish, file)
      lastExport = file
      return made
    },
    'report.progress': () => desk.progress(),
    'report.cancel': () => {
      desk.cancel()
      return { done: true }
    },
    'report.save-verifier': () => savePage(office),
    'report.show-in-folder': () => {
      if (lastExport !== null) office.ports.showInFolder(lastExport)
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

/** The name goes into the trail, so it is held to the same rule as any text; and a document never takes the register's place. */
function refusePlace(file: string, register: string): void {
  if (findNhsNumbers(path.basename(file)).length > 0) throw refuse('nhs-number', { happened: 'The name of the file looks like an NHS number.', todo: 'Choose another name.' })
  if (path.resolve(file) === path.resolve(register)) throw refuse('export-failed', { happened: 'That is the register itself.', todo: 'Choose another name.' })
}

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '../../../shared/contract/refused.ts'
import { findNhsNumbers } from '../../../shared/domain/nhs-number.ts'
import { appStatus } from '../app-status.ts'
import { registerFileName, type Office } from '../office.ts'
import { createRegister } from '../create-register.ts'
import type { Handlers } from '../handlers.ts'
import { hostOf } from '../open-register.ts'
import { guarded } from '../../store/store-failure.ts'

type Mine = 'app.status' | 'app.open-register' | 'app.open-other' | 'setup.draft' | 'setup.save-draft' | 'setup.create' | 'setup.explore-demo'
const registerFile = { name: 'Register', extensions: ['psr'] }

export const setupHandlers = (office: Office): Pick<Handlers, Mine> => ({
  'app.status': () => appStatus(office),
  'app.open-register': async () => {
    if (!office.register()) await office.open(office.place())
    return appStatus(office)
  },
  'app.open-other': async () => {
    const file = await office.ports.chooseFileToOpen({ title: 'Open a register', kinds: [registerFile] })
    if (file !== null) {
      await office.open(file)
      if (office.register()) office.settings.write({ register: file })
    }
    return appStatus(office)
  },
  'setup.draft': () => office.settings.setupDraft(),
  'setup.save-draft': (draft) => {
    guarded(() => office.settings.saveSetupDraft(draft))
    return { done: true }
  },
  'setup.create': async (input) => {
    if (office.register() && office.demoPassphrase() === null) throw refuse('not-in-this-state', { happened: 'A register is already open.' })
    const file = await placeFor(office, input.where, input.practice.ods)
    const { store, me } = await createRegister(file, input, hostOf(office.ports), office.ports.keyCost)
    office.adopt(store)
    office.settings.write({ register: file })
    office.settings.discardSetupDraft()
    office.session.begin(me, office.ports.clock())
    return appStatus(office)
  },
  'setup.explore-demo': async () => {
    if (office.register() && office.demoPassphrase() === null) throw refuse('not-in-this-state', { happened: 'A register is already open.' })
    const folder = path.join(office.ports.folders.temporary, `psr-demo-${Date.now()}`)
    guarded(() => mkdirSync(folder, { recursive: true }))
    // Few people ever ask for it, so the demo is loaded when somebody does.
    const { makeDemo } = await import('../demo/make-demo.ts')
    const { store, passphrase } = await makeDemo(path.join(folder, 'demo.psr'), office.ports)
    office.adopt(store)
    return { status: appStatus(office), passphrase }
  },
})

async function placeFor({ ports }: Office, where: 'own-folder' | 'choose', ods: string): Promise<string> {
  if (where === 'own-folder') {
    guarded(() => mkdirSync(ports.folders.settings, { recursive: true }))
    return path.join(ports.folders.settings, registerFileName)
  }
  const chosen = await ports.chooseFileToSave({ title: 'Where to keep the register', suggestion: `Sharing register ${ods}.psr`, kinds: [registerFile] })
  if (chosen !== null && findNhsNumbers(path.basename(chosen)).length > 0) throw refuse('nhs-number', { happened: 'The name of the file looks like an NHS number.', todo: 'Choose another name.' })
  if (chosen === null) throw refuse('cancelled', { happened: 'No place was chosen, so the register was not made.', todo: 'Choose a place, or let the app keep it in its own folder.' })
  return chosen.toLowerCase().endsWith('.psr') ? chosen : `${chosen}.psr`
}

import { rmSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '../../../shared/contract/refused.ts'
import { writeWhole } from '../../exchange/write-whole.ts'
import { usualCost } from '../../identity/passphrase.ts'
import { acting, perform } from '../acting.ts'
import type { Handlers } from '../handlers.ts'
import type { Office } from '../office.ts'
import { previewAnswers, recordAnswers, type Waiting } from '../packs/bring-back.ts'
import { packKind } from '../packs/elsewhere-desk.ts'
import { anyCost, drawUpPack, packBytes, packChoices, packMade, suggestedPackName } from '../packs/make-pack.ts'
import { refusePlace } from '../refuse-place.ts'

type Mine = 'pack.choices' | 'pack.make' | 'pack.bring-back' | 'pack.record'
  | 'elsewhere.open' | 'elsewhere.get' | 'elsewhere.shown' | 'elsewhere.answer' | 'elsewhere.save' | 'elsewhere.close'
const done = { done: true } as const

export function packHandlers(office: Office): Pick<Handlers, Mine> {
  const { ports, elsewhere } = office
  // In a demo everybody's passphrase stands on the sign-in screen, and its keys are wrapped to be made quickly.
  const least = () => (office.demoPassphrase() === null ? ports.keyCost ?? usualCost : anyCost)
  let waiting: Waiting | null = null
  office.atClose(() => { waiting = null })
  return {
    'pack.choices': () => packChoices(office.reading(), least()),
    'pack.make': async ({ signatory }) => {
      const suggestion = suggestedPackName(drawUpPack(acting(office), signatory, least()))
      const file = await ports.chooseFileToSave({ title: 'Save the sign-off pack', suggestion, kinds: [packKind] })
      if (file === null) return null
      refusePlace(file, acting(office).store.file)
      // Drawn up anew: while the dialog was open a statement may have been answered or voided.
      const pack = drawUpPack(acting(office), signatory, least())
      writeWhole(file, packBytes(pack))
      try {
        return { fileName: path.basename(file), ...perform(office, packMade, pack) }
      } catch (error) {
        rmSync(file, { force: true })
        throw error
      }
    },
    'pack.bring-back': async () => {
      const file = await ports.chooseFileToOpen({ title: 'Bring back answers', kinds: [{ name: 'Answers to a sign-off pack', extensions: ['psr-answers'] }] })
      if (file === null) return null
      const desk = acting(office)
      waiting = { ...previewAnswers(desk, file), person: desk.person.id }
      return waiting.preview
    },
    'pack.record': ({ token }) => {
      const { person } = acting(office)
      if (waiting?.token !== token || waiting.person !== person.id) throw refuse('stale', { happened: 'This list of answers is no longer at hand.', safe: 'Nothing of the file was recorded.', todo: 'Choose the file again.' })
      const recorded = perform(office, recordAnswers, waiting)
      waiting = null
      return recorded
    },
    'elsewhere.open': ({ from }) => elsewhere.open(from),
    'elsewhere.get': () => elsewhere.get(),
    'elsewhere.shown': ({ statementHash }) => { elsewhere.shown(statementHash); return done },
    'elsewhere.answer': (input) => elsewhere.answer(input),
    'elsewhere.save': () => elsewhere.save(),
    'elsewhere.close': () => { elsewhere.close(); return done },
  }
}

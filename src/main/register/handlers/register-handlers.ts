import path from 'node:path'
import { compareHeads, typedHead } from '../../../shared/trail/compare-heads.ts'
import { refuse } from '../../../shared/contract/refused.ts'
import { acting } from '../acting.ts'
import type { Office } from '../office.ts'
import { checkRegister } from '../check-register.ts'
import type { Handlers } from '../handlers.ts'
import { homePage } from '../home.ts'
import { listTrail } from '../trail-list.ts'
import { olderHead } from '../verify-file.ts'
import type { Verdict } from '../../../shared/trail/verdict.ts'

type Mine = 'home.get' | 'draft.get' | 'draft.save' | 'draft.discard'
  | 'trail.list' | 'trail.check' | 'trail.compare-head' | 'trail.compare-file'

export function registerHandlers(office: Office): Pick<Handlers, Mine> {
  return {
    'home.get': () => homePage(office.reading()),
    'draft.get': ({ key }) => {
      const { store, person } = acting(office)
      return store.notes.draft(person.id, key)
    },
    'draft.save': ({ key, value }) => {
      const { store, person } = acting(office)
      return { savedAt: store.notes.saveDraft(person.id, key, value) }
    },
    'draft.discard': ({ key }) => {
      const { store, person } = acting(office)
      store.notes.discardDraft(person.id, key)
      return { done: true }
    },
    'trail.list': (input) => listTrail(office.reading(), input),
    'trail.check': async () => {
      const { store, now } = office.reading()
      const start = performance.now()
      const { verdict } = await checkRegister(store.connection, store.trail.rows())
      store.notes.rememberCheck({ at: now, verdict: verdict.verdict })
      if (verdict.verdict === 'matches') store.notes.rememberCheckedHead(store.trail.head())
      return { verdict, at: now, milliseconds: Math.round(performance.now() - start) }
    },
    'trail.compare-head': ({ seq, digits }) => {
      const { store } = office.reading()
      const older = typedHead(seq, digits)
      if (!older) throw refuse('invalid-input', { fields: { digits: ['Enter the first 16 digits of the hash'] } })
      const hashes = [...store.trail.rows()].map(({ hash }) => hash)
      return compared(office.reading().head.id, hashes, older)
    },
    'trail.compare-file': async () => {
      const file = await office.ports.chooseFileToOpen({ title: 'Compare with an earlier PDF', kinds: [{ name: 'PDF or trail.json', extensions: ['pdf', 'json'] }] })
      if (file === null) return null
      const { store, head } = office.reading()
      const older = await olderHead(file)
      if (!older) throw refuse('could-not-read', { happened: `There is no trail in ${path.basename(file)}. It may be a printout, or a copy made by another program.`, todo: 'Type the number and the first 16 digits that are printed at the foot of its pages.' })
      const hashes = [...store.trail.rows()].map(({ hash }) => hash)
      return { fileName: path.basename(file), verdict: compared(head.id, hashes, older) }
    },
  }
}

function compared(register: string, hashes: readonly string[], older: Parameters<typeof compareHeads>[2]): Verdict {
  const { verdict, finding, against } = compareHeads(register, hashes, older)
  const added = against.since === 0 ? 'Nothing was added since.' : `${against.since.toLocaleString('en-GB')} ${against.since === 1 ? 'event was' : 'events were'} added since.`
  const head = { seq: hashes.length, hash: hashes.at(-1) ?? '' }
  return { verdict, summary: finding?.text ?? added, at: finding?.seq ?? null, findings: finding ? [finding] : [], checked: { events: hashes.length, signatures: 0, statements: 0, head, against } }
}

import type { LetterAbout } from '../../../shared/contract/letters.ts'
import { acting, perform } from '../acting.ts'
import { exportLetter } from '../export-letter.ts'
import type { Handlers } from '../handlers.ts'
import type { LastExport } from '../last-export.ts'
import { letterDetail, listLetters } from '../letter-list.ts'
import { letterMatter, letterSheet, rememberSender, type LetterMatter } from '../letter-draft.ts'
import { recordReply, recordSent } from '../letter-commands.ts'
import type { Office } from '../office.ts'
import { refusePlace } from '../refuse-place.ts'

type Mine = 'letter.draft' | 'letter.export' | 'letter.record-sent' | 'letter.list' | 'letter.get' | 'letter.record-reply'

export const letterHandlers = (office: Office, last: LastExport): Pick<Handlers, Mine> => ({
  'letter.draft': ({ about }) => letterSheet(office.reading(), about),
  'letter.export': async ({ about, letter }) => {
    const { head, store } = acting(office)
    const matter = letterMatter(office.reading(), about)
    const scope = scopeOf(about, matter)
    const suggestion = `${['Letter', head.practice.ods, scope.ref, letter.on].filter((part) => part !== null).join(' ')}.pdf`
    const file = await office.ports.chooseFileToSave({ title: 'Save the letter', suggestion, kinds: [{ name: 'PDF', extensions: ['pdf'] }] })
    if (file === null) return null
    refusePlace(file, store.file)
    const now = acting(office)
    const made = await exportLetter(now, letter, scope, file, now.actor)
    rememberSender(now, letter)
    last.remember(file)
    return made
  },
  'letter.record-sent': (input) => perform(office, recordSent, input),
  'letter.list': () => listLetters(office.reading()),
  'letter.get': ({ id }) => letterDetail(office.reading(), id),
  'letter.record-reply': (input) => {
    perform(office, recordReply, input)
    return letterDetail(office.reading(), input.id)
  },
})

function scopeOf({ kind }: LetterAbout, { entries, decision }: LetterMatter): { kind: 'decision' | 'entry' | 'whole'; ref: string | null } {
  if (kind === 'decision' && decision) return { kind: 'decision', ref: decision.ref }
  const [only, second] = entries
  return only && !second ? { kind: 'entry', ref: only.ref } : { kind: 'whole', ref: null }
}

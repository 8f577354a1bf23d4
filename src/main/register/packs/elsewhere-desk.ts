import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { CallOutput, CallParsed } from '../../../shared/contract/contract.ts'
import { refuse } from '../../../shared/contract/refused.ts'
import type { IsoInstant } from '../../../shared/domain/date.ts'
import { sealOf, type AnswersFile, type SealedAnswer } from '../../../shared/pack/answers-file.ts'
import { canonical, signedText } from '../../../shared/trail/canonical.ts'
import { writeWhole } from '../../exchange/write-whole.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import { unwrapKey } from '../../identity/passphrase.ts'
import { privateKeyFrom, signAnswer } from '../../identity/signing-key.ts'
import { waitUntil } from '../../identity/waiting.ts'
import type { Ports } from '../ports.ts'
import { refusePlace } from '../refuse-place.ts'
import { forFileName } from './make-pack.ts'
import { readPack, type ReadPack } from './read-pack.ts'

type View = CallOutput<'elsewhere.answer'>
type Open = ReadPack & {
  /** Tells this opening from another, so that an answer that was being signed does not land in the next pack. */
  readonly opening: string
  readonly shown: Map<string, IsoInstant>
  readonly given: Map<string, SealedAnswer>
  saved: number
  tries: number
  lastFailedAt: IsoInstant | null
}

/** A pack that is being answered, on a computer that need not have a register. Everything is in memory and goes with it. */
export type ElsewhereDesk = Readonly<{
  /** A pack named when the app was started and not looked at yet. */
  waiting: () => boolean
  open: (from: 'dialog' | 'start') => Promise<View | null>
  get: () => View | null
  shown: (statementHash: string) => void
  answer: (input: CallParsed<'elsewhere.answer'>) => Promise<View>
  save: () => Promise<{ fileName: string; answers: number } | null>
  close: () => void
}>

export function openElsewhereDesk(ports: Ports): ElsewhereDesk {
  let atStart = ports.packToOpen ?? null
  let open: Open | null = null
  const current = (): Open => {
    if (!open) throw refuse('not-in-this-state', { happened: 'No sign-off pack is open.', todo: 'Open the pack again.' })
    return open
  }
  return {
    waiting: () => atStart !== null,
    open: async (from) => {
      const file = from === 'start' ? atStart : await ports.chooseFileToOpen({ title: 'Open a sign-off pack', kinds: [packKind] })
      if (from === 'start') atStart = null
      if (file === null) return null
      const read = readPack(file)
      open = { ...read, opening: randomUUID(), shown: new Map(), given: new Map(), saved: 0, tries: 0, lastFailedAt: null }
      return viewOf(open, ports.clock())
    },
    get: () => open && viewOf(open, ports.clock()),
    shown: (statementHash) => {
      const pack = current()
      if (!pack.shown.has(askedIn(pack, statementHash).hash)) pack.shown.set(statementHash, ports.clock())
    },
    answer: async (input) => {
      const before = current()
      const signed = await sign(before, input, ports.clock)
      if (open?.opening !== before.opening) throw refuse('stale', { happened: 'The pack was closed meanwhile.', safe: 'Your answer was not kept.', todo: 'Open the pack again.' })
      if (before.given.has(input.statementHash)) throw refuse('already-answered')
      before.given.set(input.statementHash, signed)
      return viewOf(before, ports.clock())
    },
    save: async () => {
      const pack = current()
      const file = answersOf(pack, ports)
      const place = await ports.chooseFileToSave({ title: 'Save your answers', suggestion: answersName(pack, ports.clock()), kinds: [{ name: 'Answers to a sign-off pack', extensions: ['psr-answers'] }] })
      if (place === null) return null
      refusePlace(place, null)
      writeWhole(place, `${canonical(file)}\n`)
      pack.saved = file.answers.length
      return { fileName: path.basename(place), answers: file.answers.length }
    },
    close: () => { open = null },
  }
}

export const packKind = Object.freeze({ name: 'Sign-off pack', extensions: ['psr-pack'] as const })

function viewOf({ pack, fileName, given, saved, tries, lastFailedAt }: Open, now: IsoInstant): View {
  const { publicKey: _key, ...signatory } = pack.signatory
  return {
    fileName, register: pack.register, made: pack.made, signatory, rule: pack.rule,
    clockBehind: now < pack.made.at, waitUntil: waitUntil(tries, lastFailedAt, now),
    items: pack.statements.map((asked) => {
      const answer = given.get(asked.hash)
      return { asked, given: answer ? { answer: answer.answer, comment: answer.comment, at: answer.signedAt } : null }
    }),
    unsaved: given.size - saved,
  }
}

function askedIn({ pack }: Open, statementHash: string): SignOffPack['statements'][number] {
  const asked = pack.statements.find(({ hash }) => hash === statementHash)
  if (!asked) throw refuse('not-found', { happened: 'This statement is not in the pack that is open.' })
  return asked
}
type SignOffPack = ReadPack['pack']

/** Signed as in the register: the same six fields, under the same key, the passphrase asked for this one answer. */
async function sign(open: Open, { statementHash, answer, comment: said, passphrase }: CallParsed<'elsewhere.answer'>, clock: () => IsoInstant): Promise<SealedAnswer> {
  const { pack, sha256 } = open
  const asked = askedIn(open, statementHash)
  const shownAt = open.shown.get(statementHash)
  if (open.given.has(statementHash)) throw refuse('already-answered')
  if (shownAt === undefined) throw refuse('not-in-this-state', { happened: 'What the statement does has not been shown to you yet.', todo: 'Look at it first, then answer.' })
  const now = clock()
  if (now < pack.made.at || now < shownAt) throw refuse('not-in-this-state', { happened: 'The clock of this computer stands before the time the pack was made, so an answer would carry a wrong time.', safe: 'Nothing was signed.', todo: 'Set the clock, then sign.' })
  const wait = waitUntil(open.tries, open.lastFailedAt, now)
  if (wait) throw refuse('wait')
  const bytes = await unwrapKey(pack.key, passphrase)
  if (!bytes) {
    open.tries += 1
    open.lastFailedAt = clock()
    throw refuse('wrong-passphrase', { safe: 'Nothing was signed.', todo: 'Use the passphrase that you sign in with at the practice. Capital letters count.' })
  }
  open.tries = 0
  const comment = said?.trim() ? said.trim().normalize('NFC') : null
  const signed = { statementHash, decision: asked.statement.decision.id, signatory: pack.signatory.id, answer, comment, signedAt: clock() }
  try {
    const signature = signAnswer(signed, privateKeyFrom(bytes))
    if (!nodeCrypto.verifyEd25519(pack.signatory.publicKey, signedText(signed), signature)) throw new Error('Another key')
    const whole = { ...signed, signature, publicKey: pack.signatory.publicKey, shownAt }
    return { ...whole, seal: sealOf(pack.register.id, sha256, whole, nodeCrypto) }
  } catch (error) {
    throw refuse('could-not-read', { happened: `The key in this pack is not ${pack.signatory.name}’s.`, safe: 'Nothing was signed.', todo: 'Ask the practice to make a new pack, and tell them what happened.' }, error)
  } finally {
    bytes.fill(0)
  }
}

function answersOf({ pack, sha256, given }: Open, { clock, appVersion }: Ports): AnswersFile {
  if (given.size === 0) throw refuse('not-in-this-state', { happened: 'Nothing is answered yet, so there is nothing to save.', todo: 'Answer a statement first.' })
  return {
    format: 'psr-answers/1', register: pack.register, pack: sha256, signatory: { id: pack.signatory.id, name: pack.signatory.name },
    saved: { at: clock(), app: appVersion }, answers: [...given.values()],
  }
}

const answersName = ({ pack: { register, signatory } }: Open, now: IsoInstant): string =>
  `Answers ${register.practice.ods} ${forFileName(signatory.name)} ${now.slice(0, 10)}.psr-answers`

import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { refuse } from '../../shared/contract/refused.ts'
import { isMediaType, mediaTypes, mediaTypeWord } from '../../shared/domain/evidence.ts'
import { evidenceName, hasBytes, type EvidenceRecord } from '../../shared/domain/evidence-record.ts'
import { readEvidence, type ReadEvidence } from '../exchange/evidence-file.ts'
import type { Reading } from './desk.ts'
import { evidenceOf } from './evidence-commands.ts'
import type { Ports } from './ports.ts'

type Subject = CallParsed<'evidence.open'>['subject']
type Chosen = ReadEvidence & Readonly<{ token: string }>

/** Files on their way in and out: the one that was chosen and is not attached yet, and copies that are open in other programs. */
export type EvidenceDesk = Readonly<{
  choose: (person: string) => Promise<Chosen | null>
  /** @throws Refused stale when another file was chosen since, or somebody else chose it */
  chosen: (token: string, person: string) => ReadEvidence
  forget: () => void
  saveCopy: (reading: Reading, subject: Subject, id: string) => Promise<{ fileName: string } | null>
  open: (reading: Reading, subject: Subject, id: string) => Promise<{ done: true }>
  /** Takes the copies away again. */
  close: () => void
}>

export function openEvidenceDesk(ports: Ports): EvidenceDesk {
  let waiting: (Chosen & { person: string }) | null = null
  let folder: string | null = null
  return {
    choose: async (person) => {
      const file = await ports.chooseFileToOpen({ title: 'Choose a file to attach as evidence', kinds: [{ name: 'Documents, pictures, e-mails and texts', extensions }] })
      if (file === null) return null
      const chosen = { ...(await readEvidence(file)), token: randomUUID() }
      waiting = { ...chosen, person }
      return chosen
    },
    chosen: (token, person) => {
      if (waiting === null || waiting.token !== token || waiting.person !== person) throw refuse('stale', { happened: 'The file is no longer waiting to be attached.', todo: 'Choose it again.' })
      const { token: _, person: __, ...file } = waiting
      return file
    },
    forget: () => { waiting = null },
    saveCopy: async (reading, subject, id) => {
      const one = evidenceOf(reading, subject, id)
      const content = contentOf(reading, one)
      const name = nameWithExtension(one)
      const file = await ports.chooseFileToSave({ title: 'Save a copy of the evidence', suggestion: name, kinds: [{ name: mediaTypeWord(one.mediaType), extensions: [path.extname(name).slice(1)] }] })
      if (file === null) return null
      if (path.resolve(file) === path.resolve(reading.store.file)) throw refuse('export-failed', { happened: 'That is the register itself.', todo: 'Choose another name.' })
      writeFileSync(file, content)
      return { fileName: path.basename(file) }
    },
    open: async (reading, subject, id) => {
      const one = evidenceOf(reading, subject, id)
      const content = contentOf(reading, one)
      folder ??= privateFolder(ports)
      // A folder for each opening: the copy before it may still be open, and under the same name.
      const file = path.join(mkdtempSync(path.join(folder, 'copy-')), nameWithExtension(one))
      writeFileSync(file, content, { mode: 0o400, flag: 'wx' })
      if (!await ports.openOutside(file)) throw refuse('could-not-read', { happened: `No program on this computer opened ${evidenceName(one)}.`, safe: 'The file in the register is as it was.', todo: 'Save a copy and open it where there is a program for it.' })
      return { done: true }
    },
    close: () => {
      waiting = null
      if (folder !== null) takeAway(folder, ports)
      folder = null
    },
  }
}

/** Longer endings of the same kind of file. */
const alsoNamed: Readonly<Record<string, string>> = Object.freeze({ jpg: 'jpeg', tif: 'tiff' })
const extensions: readonly string[] = [...Object.values(mediaTypes).map(({ extension }) => extension), ...Object.values(alsoNamed)]

/** @throws Refused where the file was removed, or is not in the register as it was attached */
function contentOf({ store }: Reading, one: EvidenceRecord): Uint8Array {
  if (!hasBytes(one)) throw refuse('not-in-this-state', { happened: 'This file was removed. Its hash, its size and the reason are what is left.', todo: 'Ask whoever sent it for another copy.' })
  const content = store.evidence.content(one.sha256)
  if (!content || createHash('sha256').update(content).digest('hex') !== one.sha256) {
    throw refuse('register-damaged', { happened: `${evidenceName(one)} is ${content ? 'not in the register as it was attached: its bytes were changed' : 'missing from the register'}.`, safe: 'It was not opened.' })
  }
  return content
}

/** The name ends in what the content is, so that no other program is started by it than the one for that. */
function nameWithExtension(one: EvidenceRecord): string {
  const name = evidenceName(one).replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_').replace(/^[\s.]+|[\s.]+$/g, '').slice(-120) || 'Evidence'
  const extension = isMediaType(one.mediaType) ? mediaTypes[one.mediaType].extension : 'bin'
  const own = path.extname(name).slice(1).toLowerCase()
  return own === extension || own === alsoNamed[extension] ? name : `${name}.${extension}`
}

const prefix = 'psr-evidence-'
const dayInMs = 86_400_000

/** Only this person may look into it. What an earlier day could not take away, because it was still open, goes now. */
function privateFolder(ports: Ports): string {
  const { temporary } = ports.folders
  for (const name of readdirSync(temporary)) {
    const left = path.join(temporary, name)
    if (name.startsWith(prefix) && isOld(left, ports.clock())) takeAway(left, ports)
  }
  return mkdtempSync(path.join(temporary, prefix))
}

function isOld(folder: string, now: string): boolean {
  try {
    return Date.parse(now) - statSync(folder).mtimeMs > dayInMs
  } catch {
    return false
  }
}

function takeAway(folder: string, { log }: Ports): void {
  try {
    // Windows does not delete what may only be read.
    for (const copy of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chmodSync(path.join(folder, copy), 0o700)
    rmSync(folder, { recursive: true, force: true })
  } catch {
    log('warning', 'evidence-copy-left')
  }
}

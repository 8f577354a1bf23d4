import { createHash } from 'node:crypto'
import { evidenceName, hasBytes } from '../../shared/domain/evidence-record.ts'
import type { RegisterRecord } from '../../shared/domain/register-record.ts'
import type { Finding } from '../../shared/trail/verdict.ts'
import type { Connection } from '../store/connection.ts'

/** How many files are as they were attached, what is not, and why some could not be looked at. */
export type EvidenceCheck = Readonly<{ whole: number; changed: Finding[]; unread: string | null }>

/**
 * Reads every file of evidence, one at a time, and holds its bytes against its hash and against what the trail says is attached.
 * @param trailIsWhole where it is not, only the bytes themselves are judged: which files should be there is not known
 */
export function checkEvidence({ sqlite }: Connection, register: RegisterRecord, trailIsWhole: boolean): EvidenceCheck {
  const named = namedFiles(register)
  const changed: Finding[] = []
  let whole = 0
  const say = (text: string): void => { changed.push({ seq: null, text }) }
  try {
    for (const { sha256, content } of sqlite.prepare<[], { sha256: string; content: Uint8Array }>('select sha256, content from evidence_file order by sha256').iterate()) {
      const name = named.get(sha256)
      named.delete(sha256)
      if (createHash('sha256').update(content).digest('hex') !== sha256) say(`The file of evidence ${name ?? shortHash(sha256)} is not what was attached: its bytes do not fit its hash.`)
      else if (name === undefined && trailIsWhole) say(`The register holds a file (${shortHash(sha256)}) that no evidence names.`)
      else whole += 1
    }
  } catch (error) {
    return { whole, changed, unread: `The files of evidence could not all be read (${error instanceof Error ? error.message : String(error)}).` }
  }
  if (trailIsWhole) for (const name of named.values()) say(`The file of evidence ${name} is missing from the register.`)
  return { whole, changed, unread: null }
}

/** Every file whose bytes have to be here, by its hash: its name and where it is attached. */
function namedFiles({ entries, decisions }: RegisterRecord): Map<string, string> {
  const named = new Map<string, string>()
  for (const { ref, evidence } of [...entries.values(), ...decisions.values()]) {
    for (const one of evidence) if (hasBytes(one) && !named.has(one.sha256)) named.set(one.sha256, `${evidenceName(one)} (${ref})`)
  }
  return named
}

const shortHash = (sha256: string): string => `${sha256.slice(0, 16)}…`

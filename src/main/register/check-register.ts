import { checkStoredTrail, type Kept, type TrailCheck } from '../../shared/trail/check-trail.ts'
import { compareHeads } from '../../shared/trail/compare-heads.ts'
import type { Finding, Verdict } from '../../shared/trail/verdict.ts'
import { nodeCrypto } from '../identity/node-crypto.ts'
import type { Connection } from '../store/connection.ts'
import { createNotes } from '../store/notes.ts'
import { tablesAreCurrent } from '../store/rebuild.ts'
import { tablesFrom, tablesThatDiffer } from '../store/replay.ts'
import { triggersMissing } from '../store/triggers.ts'
import type { Head, TrailTable } from '../store/trail-table.ts'
import { checkEvidence, type EvidenceCheck } from './evidence-check.ts'

/**
 * Everything that can be checked about a register file: the trail with its signatures and statements, the guards
 * that keep it append-only, the files of evidence by their hashes, whether the tables are what the trail gives, and the head that the file itself remembers.
 * @param damage what SQLite said about the file, when it said anything
 */
export async function checkRegister(connection: Connection, rows: ReturnType<TrailTable['rows']>, older: Kept | null = null, damage: string | null = null): Promise<TrailCheck> {
  const trail = checkStoredTrail(rows, nodeCrypto, older)
  const check = trail.verdict.verdict === 'matches' ? againstMemory(connection, trail) : trail
  const found: Finding[] = damage === null ? [] : [{ seq: null, text: `The file is damaged (${damage}).` }]
  const guards = await triggersMissing(connection.sqlite)
  if (guards.length > 0) found.push({ seq: null, text: `Guards that keep the trail append-only are missing from the file (${guards.join(', ')}).` })
  const isWhole = trail.verdict.verdict === 'matches' || trail.verdict.verdict === 'cut-short'
  // Where an event of the trail is not whole, its tables cannot be expected to follow from it.
  // Tables that another version of the app made are made anew when the register is next opened for work.
  if (damage === null && madeByThisVersion(connection) && isWhole) found.push(...await tableFindings(connection, trail))
  const evidence = checkEvidence(connection, trail.register, isWhole)
  found.push(...evidence.changed)
  return { ...check, verdict: withEvidence(withFindings(check.verdict, found), evidence) }
}

/** What the file noted when it was last opened. Somebody who cuts the trail may forget it; it proves nothing when it fits. */
function againstMemory(connection: Connection, check: TrailCheck): TrailCheck {
  const known = rememberedHead(connection)
  if (known === null) return check
  const { verdict } = compareHeads('', check.hashes, { kind: 'typed', seq: known.seq, digits: known.hash })
  if (verdict === 'matches') return check
  const finding = verdict === 'cut-short'
    ? { seq: check.hashes.length + 1, text: `The trail ends at event ${check.hashes.length}. When the file was last opened it went to event ${known.seq}.` }
    : { seq: known.seq, text: `Event ${known.seq} is not the one that was there when the file was last opened. It, or one before it, was changed.` }
  return { ...check, verdict: { ...check.verdict, verdict, summary: finding.text, at: finding.seq, findings: [finding] } }
}

function rememberedHead({ sqlite }: Connection): Head | null {
  try {
    return createNotes(sqlite, () => '').checkedHead()
  } catch {
    // A file whose tables are not all there remembers nothing; that they are missing is found elsewhere.
    return null
  }
}

function madeByThisVersion(connection: Connection): boolean {
  try {
    return tablesAreCurrent(connection)
  } catch {
    return true
  }
}

async function tableFindings(connection: Connection, { register }: TrailCheck): Promise<Finding[]> {
  const replayed = await tablesFrom(register)
  try {
    const differing = tablesThatDiffer(connection, replayed)
    return differing.length === 0 ? [] : [{ seq: null, text: `What the screens show is not what the trail says (${differing.join(', ')}). The trail is what counts.` }]
  } finally {
    replayed.close()
  }
}

/** Files that could not be read are not changed ones: where all else matches, that alone is the answer. */
function withEvidence(verdict: Verdict, { whole, unread }: EvidenceCheck): Verdict {
  if (unread !== null) {
    const told = { ...verdict, findings: [...verdict.findings, { seq: null, text: unread }] }
    return verdict.verdict === 'matches' ? { ...told, verdict: 'could-not-check', summary: unread } : told
  }
  if (verdict.verdict !== 'matches' || whole === 0) return verdict
  return { ...verdict, summary: `${verdict.summary} ${whole === 1 ? '1 file of evidence is' : `${whole} files of evidence are`} as attached.` }
}

/** A trail that is cut short stays cut short: that its tables still hold what was cut off is a sign of it, not another verdict. */
function withFindings(verdict: Verdict, found: readonly Finding[]): Verdict {
  const [first] = found
  if (!first) return verdict
  if (verdict.verdict === 'changed' || verdict.verdict === 'cut-short') return { ...verdict, findings: [...verdict.findings, ...found] }
  return { ...verdict, verdict: 'changed', summary: first.text, at: first.seq, findings: [...found, ...verdict.findings] }
}

import { checkStoredTrail, type TrailCheck } from '../../shared/trail/check-trail.ts'
import type { OlderHead } from '../../shared/trail/compare-heads.ts'
import type { Finding, Verdict } from '../../shared/trail/verdict.ts'
import { nodeCrypto } from '../identity/node-crypto.ts'
import type { Connection } from '../store/connection.ts'
import { tablesFrom, tablesThatDiffer } from '../store/replay.ts'
import { triggersMissing } from '../store/triggers.ts'
import type { TrailTable } from '../store/trail-table.ts'

/**
 * Everything that can be checked about a register file: the trail with its signatures and statements, the guards
 * that keep it append-only, and whether the tables are what the trail gives.
 * @param damage what SQLite said about the file, when it said anything
 */
export async function checkRegister(connection: Connection, rows: ReturnType<TrailTable['rows']>, older: OlderHead | null = null, damage: string | null = null): Promise<TrailCheck> {
  const check = checkStoredTrail(rows, nodeCrypto, older)
  const found: Finding[] = damage === null ? [] : [{ seq: null, text: `The file is damaged (${damage}).` }]
  const guards = await triggersMissing(connection.sqlite)
  if (guards.length > 0) found.push({ seq: null, text: `Guards that keep the trail append-only are missing from the file (${guards.join(', ')}).` })
  // Where the trail itself is not whole, its tables cannot be expected to follow from it.
  if (damage === null && (check.verdict.verdict === 'matches' || check.verdict.verdict === 'cut-short')) found.push(...await tableFindings(connection, check))
  return found.length === 0 ? check : { ...check, verdict: withFindings(check.verdict, found) }
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

function withFindings(verdict: Verdict, found: readonly Finding[]): Verdict {
  const findings = verdict.verdict === 'changed' ? [...verdict.findings, ...found] : [...found]
  return { ...verdict, verdict: 'changed', summary: verdict.verdict === 'changed' ? verdict.summary : found[0]?.text ?? verdict.summary, findings }
}

import type { Finding, VerdictCode } from './verdict.ts'

/** What somebody else kept: a whole list of hashes from an older document, or a number and the first 16 digits from its foot. */
export type OlderHead = Readonly<{ kind: 'hashes'; register: string; hashes: readonly string[] }> | TypedHead
export type TypedHead = Readonly<{ kind: 'typed'; seq: number; digits: string }>

export type Comparison = Readonly<{ verdict: VerdictCode; finding: Finding | null; against: { seq: number; hash: string; since: number } }>

/** Accepts what people copy from print: spaces, line ends, commas, upper case, at least 16 digits. Null for anything else. */
export function typedHead(seq: number, digits: string): TypedHead | null {
  const clean = digits.replaceAll(/[\s,;:.·–-]/g, '').toLowerCase()
  return Number.isSafeInteger(seq) && seq > 0 && /^[0-9a-f]{16,64}$/.test(clean) ? { kind: 'typed', seq, digits: clean } : null
}

/**
 * Whether today's trail extends what somebody kept. `hashes[n - 1]` is the hash of event n.
 * A trail that is shorter but agrees as far as it goes is cut short; one that differs anywhere is changed.
 */
export function compareHeads(register: string, hashes: readonly string[], older: OlderHead): Comparison {
  const length = hashes.length
  if (older.kind === 'typed') {
    const against = { seq: older.seq, hash: older.digits, since: Math.max(0, length - older.seq) }
    if (older.seq > length) return { verdict: 'cut-short', against, finding: cutShort(older.seq, length) }
    const same = hashes[older.seq - 1]?.startsWith(older.digits) === true
    return same ? { verdict: 'matches', against, finding: null } : { verdict: 'changed', against, finding: { seq: older.seq, text: `Event ${older.seq} is not the one that was kept. It, or one before it, was changed.` } }
  }
  const seq = older.hashes.length
  const against = { seq, hash: older.hashes.at(-1) ?? '', since: Math.max(0, length - seq) }
  if (older.register !== register) return { verdict: 'changed', against, finding: { seq: null, text: 'The two come from different registers.' } }
  const first = older.hashes.findIndex((hash, index) => index < length && hash !== hashes[index])
  if (first >= 0) return { verdict: 'changed', against, finding: differs(first + 1) }
  return seq > length ? { verdict: 'cut-short', against, finding: cutShort(seq, length) } : { verdict: 'matches', against, finding: null }
}

const differs = (seq: number): Finding => ({ seq, text: `Event ${seq} is not the one that was kept. Events before it match.` })
const cutShort = (seq: number, length: number): Finding =>
  ({ seq: length + 1, text: `What was kept goes to event ${seq}. This one ends at ${length}: ${seq - length} ${seq - length === 1 ? 'event is' : 'events are'} missing.` })

import { eventHash, genesis, type TrailCrypto } from './canonical.ts'
import type { Finding } from './verdict.ts'

/** One row of the trail as it is stored: the canonical text and the hash that was written beside it. */
export type StoredEvent = Readonly<{ seq: number; hash: string; body: string }>

export type ChainCheck = Readonly<{ events: number; head: { seq: number; hash: string } | null; findings: readonly Finding[] }>

/** Stop after so many: one damaged byte is one finding, a re-ordered file would be a thousand. */
const enough = 20

/**
 * Hashes, links and order, in one pass over the stored rows and without parsing them.
 *
 * Canonical text puts the keys in order, so the link stands in the last few hundred characters; a text whose
 * end does not have that form is not what this app wrote.
 * @param start where to begin when an earlier part is already known to be whole.
 */
export function checkChain(rows: Iterable<StoredEvent>, crypto: TrailCrypto, start = { seq: 0, hash: genesis }): ChainCheck {
  const findings: Finding[] = []
  let { seq, hash } = start
  let events = 0
  for (const row of rows) {
    if (findings.length >= enough) break
    const missing = row.seq - seq - 1
    if (missing !== 0) findings.push({ seq: seq + 1, text: missingText(seq + 1, row.seq) })
    if (eventHash(row.body, crypto) !== row.hash) findings.push({ seq: row.seq, text: `Event ${row.seq} is not what was recorded.` })
    const tail = readTail(row.body)
    if (!tail) findings.push({ seq: row.seq, text: `Event ${row.seq} is not written in the form this app records.` })
    else if (tail.seq !== row.seq) findings.push({ seq: row.seq, text: `Event ${row.seq} carries the number ${tail.seq}.` })
    else if (missing === 0 && tail.prev !== hash) findings.push({ seq: row.seq, text: `Event ${row.seq} does not follow from event ${row.seq - 1}.` })
    ;({ seq, hash } = row)
    events += 1
  }
  return { events, head: events === 0 && start.seq === 0 ? null : { seq, hash }, findings }
}

function missingText(from: number, next: number): string {
  if (next <= from - 1) return `Event ${next} stands twice or out of order.`
  return next - from === 1 ? `Event ${from} is missing.` : `Events ${from} to ${next - 1} are missing.`
}

const tailForm = /,"format":"psr-event\/1","prev":"([0-9a-f]{64})","register":"[0-9a-f-]{36}","seq":(\d{1,15}),"subject":\{"id":"[0-9a-f-]{36}","kind":"[a-z]{1,20}"\},"type":"[a-z0-9./-]{1,80}"\}$/

function readTail(body: string): { prev: string; seq: number } | undefined {
  const match = tailForm.exec(body.slice(-420))
  return match?.[1] && match[2] ? { prev: match[1], seq: Number(match[2]) } : undefined
}

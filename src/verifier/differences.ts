import { namesIn } from '../shared/domain/words/event-names.ts'
import { eventSentence } from '../shared/domain/words/event-sentence.ts'
import { canonical, eventHash } from '../shared/trail/canonical.ts'
import type { TrailCheck } from '../shared/trail/check-trail.ts'
import { parseEvent } from '../shared/trail/event.ts'
import { answerInWords, fieldInWords, groups } from './words.ts'
import { pageCrypto } from './page-crypto.ts'

export type Difference = Readonly<{ field: string; earlier: string; now: string; hash?: true }>
export type EventDifferences = Readonly<{ seq: number; what: string; rows: readonly Difference[] }>

/** More than one page shows; a reader who needs more compares the files themselves. */
const most = 30

/** What one event says in the earlier file and in this one; null where not both hold it, or where they say the same. */
export function differencesAt(seq: number, earlier: TrailCheck, now: TrailCheck): EventDifferences | null {
  const [before, after] = [eventOf(earlier, seq), eventOf(now, seq)]
  if (before === undefined || after === undefined) return null
  const [hashBefore, hashAfter] = [hashOf(before), hashOf(after)]
  if (hashBefore === hashAfter) return null
  const [from, to] = [leaves(before), leaves(after)]
  const changed = [...new Set([...from.keys(), ...to.keys()])].filter((path) => from.get(path) !== to.get(path))
  // The link to the event before differs in all that follows a change, and the hash says that already.
  const rows = changed.filter((path) => path !== 'prev' || changed.length === 1).slice(0, most)
    .map((path): Difference => ({ field: fieldInWords(path), earlier: valueInWords(path, from.get(path)), now: valueInWords(path, to.get(path)) }))
  return { seq, what: sentence(before, earlier), rows: [...rows, ...signatureRow(seq, before, earlier, now), { field: 'Hash', earlier: groups(hashBefore.slice(0, 16)), now: groups(hashAfter.slice(0, 16)), hash: true }] }
}

function eventOf({ trail }: TrailCheck, seq: number): unknown {
  return trail?.events.find((event) => typeof event === 'object' && event !== null && 'seq' in event && event.seq === seq)
}

function hashOf(event: unknown): string {
  try {
    return eventHash(canonical(event), pageCrypto)
  } catch {
    // What has no canonical form has no hash; the check has said so.
    return ''
  }
}

function sentence(event: unknown, { register }: TrailCheck): string {
  const parsed = parseEvent(event)
  return parsed.ok ? `${eventSentence(parsed.event, namesIn(register)).text}. Recorded by ${parsed.event.actor.name}.` : 'An event of another kind'
}

function signatureRow(seq: number, event: unknown, earlier: TrailCheck, now: TrailCheck): Difference[] {
  const parsed = parseEvent(event)
  if (!parsed.ok || (parsed.event.type !== 'decision.answered' && parsed.event.type !== 'action.answered')) return []
  const says = ({ parts }: TrailCheck): string => (parts.signatures.bad.includes(seq) ? 'Not valid for this text' : 'Valid')
  return [{ field: 'Signature check', earlier: says(earlier), now: says(now) }]
}

const valueInWords = (path: string, value = 'Not there'): string => (path === 'data.answer' ? answerInWords(value) : value)

/** Every value at the end of its path. */
function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0 && path.split('.').length < 12) {
    for (const [key, item] of Object.entries(value)) leaves(item, path === '' ? key : `${path}.${key}`, found)
  } else found.set(path, value === null || value === '' ? 'Empty' : typeof value === 'string' ? value : JSON.stringify(value))
  return found
}

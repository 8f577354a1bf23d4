import type { RegisterRecord } from '../domain/register-record.ts'
import { canonical, eventHash, genesis, type TrailCrypto } from './canonical.ts'
import { checkChain, type StoredEvent } from './chain-check.ts'
import { compareHeads, type OlderHead } from './compare-heads.ts'
import { startFullCheck, type FullCheck } from './full-check.ts'
import { trailJson, type TrailJson } from './trail-json.ts'
import type { Finding, Verdict } from './verdict.ts'

export type TrailCheck = Readonly<{ verdict: Verdict; register: RegisterRecord; hashes: readonly string[]; registerId: string | null }>

/** Full check of the rows of a register file. The caller adds what only the file can show (triggers, tables). */
export function checkStoredTrail(rows: Iterable<StoredEvent>, crypto: TrailCrypto, older: OlderHead | null = null): TrailCheck {
  const full = startFullCheck(crypto, true)
  const hashes: string[] = []
  let registerId: string | null = null
  const unreadable: Finding[] = []
  const chain = checkChain(tee(rows, (row) => {
    hashes.push(row.hash)
    const value = parseJson(row.body)
    if (value === undefined) return unreadable.push({ seq: row.seq, text: `Event ${row.seq} cannot be read.` })
    registerId ??= registerOf(value)
    return full.take(value, row.body)
  }), crypto)
  return conclude({ full, hashes, registerId, findings: [...chain.findings, ...unreadable], events: chain.events, older })
}

/** Full check of an exported trail, filtered or whole. Anything that is not one answers `could-not-check`. */
export function checkTrailJson(value: unknown, crypto: TrailCrypto, older: OlderHead | null = null): TrailCheck {
  const parsed = trailJson.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return couldNotCheck(`This is not a trail that the app exported (${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown form'}).`)
  }
  const trail = parsed.data
  const full = startFullCheck(crypto, trail.scope.kind === 'whole')
  const findings: Finding[] = [...headFindings(trail)]
  let expected = 0
  for (const event of trail.events) {
    const seq = seqOf(event)
    if (seq === null || seq <= expected || seq > trail.hashes.length) {
      findings.push({ seq, text: `Event ${seq ?? '?'} stands out of order or outside the trail.` })
      continue
    }
    if (trail.scope.kind === 'whole' && seq !== expected + 1) findings.push({ seq: expected + 1, text: `Event ${expected + 1} is missing.` })
    expected = seq
    findings.push(...placeFindings(event, seq, trail.hashes, crypto))
    full.take(event)
  }
  if (trail.scope.kind === 'whole' && expected < trail.hashes.length) findings.push({ seq: expected + 1, text: `Events ${expected + 1} to ${trail.hashes.length} are missing from the file.` })
  if (full.register.head && full.register.head.id !== trail.register.id) findings.push({ seq: 1, text: 'The events belong to another register than the file says.' })
  return conclude({ full, hashes: trail.hashes, registerId: trail.register.id, findings, events: trail.events.length, older })
}

export function couldNotCheck(why: string): TrailCheck {
  const checked = { events: 0, signatures: 0, statements: 0, head: null, against: null }
  return { verdict: { verdict: 'could-not-check', summary: why, at: null, findings: [], checked }, register: startFullCheck({ sha256: () => '', verifyEd25519: () => false }, false).register, hashes: [], registerId: null }
}

function* headFindings(trail: TrailJson): Generator<Finding> {
  if (trail.hashes.length !== trail.head.seq) yield { seq: null, text: `The file says ${trail.head.seq} events and lists ${trail.hashes.length}.` }
  if ((trail.hashes.at(-1) ?? genesis) !== trail.head.hash) yield { seq: trail.head.seq, text: 'The head is not the hash of the last event.' }
}

function* placeFindings(event: unknown, seq: number, hashes: readonly string[], crypto: TrailCrypto): Generator<Finding> {
  let body: string
  try {
    body = canonical(event)
  } catch {
    return yield { seq, text: `Event ${seq} cannot be written in canonical form.` }
  }
  if (eventHash(body, crypto) !== hashes[seq - 1]) yield { seq, text: `Event ${seq} is not what was recorded.` }
  const prev = typeof event === 'object' && event !== null && 'prev' in event ? event.prev : null
  if (prev !== (hashes[seq - 2] ?? genesis)) yield { seq, text: `Event ${seq} does not follow from event ${seq - 1}.` }
}

type Found = { full: FullCheck; hashes: readonly string[]; registerId: string | null; findings: readonly Finding[]; events: number; older: OlderHead | null }

function conclude({ full, hashes, registerId, findings, events, older }: Found): TrailCheck {
  const head = hashes.length > 0 ? { seq: hashes.length, hash: hashes.at(-1) ?? '' } : null
  const comparison = older && registerId ? compareHeads(registerId, hashes, older) : null
  const checked = { events, signatures: full.signatures(), statements: full.statements(), head, against: comparison?.against ?? null }
  const result = (verdict: Verdict): TrailCheck => ({ verdict, register: full.register, hashes, registerId })
  const all = [...findings, ...full.findings].toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
  const [first] = all
  if (first) return result({ verdict: 'changed', summary: first.text, at: first.seq, findings: all, checked })
  if (comparison?.finding && comparison.verdict !== 'matches') {
    return result({ verdict: comparison.verdict, summary: comparison.finding.text, at: comparison.finding.seq, findings: [comparison.finding], checked })
  }
  if (full.unknownTypes.size > 0) {
    const summary = `A newer version of the app wrote this (${[...full.unknownTypes].join(', ')}). Check it with that version.`
    return result({ verdict: 'could-not-check', summary, at: null, findings: [], checked })
  }
  if (!head) return result({ verdict: 'could-not-check', summary: 'There are no events in it.', at: null, findings: [], checked })
  const notes = full.clockWentBack.map((seq) => ({ seq, text: `The clock of the computer went back before event ${seq}. Order is by number.` }))
  return result({ verdict: 'matches', summary: matchesText(events, checked.signatures, checked.statements, comparison?.against.since), at: null, findings: notes, checked })
}

const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

function matchesText(events: number, signatures: number, statements: number, since: number | undefined): string {
  const added = since === undefined ? '' : since === 0 ? ' It ends where the one kept ends.' : ` ${count(since, 'event was', 'events were')} added since.`
  return `${count(events, 'event is', 'events are')} whole, in order and tied together. ${count(signatures, 'signature', 'signatures')} and ${count(statements, 'statement', 'statements')} are as signed.${added}`
}

function* tee<T>(items: Iterable<T>, see: (item: T) => unknown): Generator<T> {
  for (const item of items) {
    see(item)
    yield item
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined)
const registerOf = (value: unknown): string | null => { const id = field(value, 'register'); return typeof id === 'string' ? id : null }
const seqOf = (value: unknown): number | null => { const seq = field(value, 'seq'); return Number.isSafeInteger(seq) ? Number(seq) : null }

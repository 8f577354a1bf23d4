import { hasBytes } from '../domain/evidence-record.ts'
import { emptyRegister, type RegisterRecord } from '../domain/register-record.ts'
import { canonical, eventHash, genesis, type TrailCrypto } from './canonical.ts'
import { checkChain, type StoredEvent } from './chain-check.ts'
import { compareHeads, type Comparison, type OlderHead } from './compare-heads.ts'
import { startFullCheck, type FullCheck } from './full-check.ts'
import type { TrailEvent } from './event.ts'
import { isDeeper } from './json.ts'
import { partChecks, withoutPart, type PartChecks, type PartFinding } from './parts.ts'
import { scopeFindings } from './scope-check.ts'
import { trailJson, type TrailJson } from './trail-json.ts'
import type { Finding, Verdict } from './verdict.ts'

export type TrailCheck = Readonly<{
  verdict: Verdict
  register: RegisterRecord
  hashes: readonly string[]
  registerId: string | null
  /** How each part of the check went. */
  parts: PartChecks
  /** How it stands to what somebody kept; null where it was held against nothing. */
  comparison: Comparison | null
  /** The exported trail that was checked; null for a register file and for what is no trail. */
  trail: TrailJson | null
}>

/** What somebody kept, or why it is of no use. */
export type Kept = OlderHead | Readonly<{ kind: 'unusable'; why: string }>

/** Full check of the rows of a register file. The caller adds what only the file can show (triggers, tables). */
export function checkStoredTrail(rows: Iterable<StoredEvent>, crypto: TrailCrypto, older: Kept | null = null): TrailCheck {
  const full = startFullCheck(crypto, true)
  const hashes: string[] = []
  let registerId: string | null = null
  const unreadable: PartFinding[] = []
  const chain = checkChain(tee(rows, (row) => {
    hashes.push(row.hash)
    const value = parseJson(row.body)
    if (value === undefined) return unreadable.push({ seq: row.seq, part: 'form', text: `Event ${row.seq} cannot be read.` })
    registerId ??= registerOf(value)
    return full.take(value, row.body)
  }), crypto)
  const chained = chain.findings.map((finding): PartFinding => ({ ...finding, part: 'hashes' }))
  return conclude({ full, hashes, registerId, findings: [...chained, ...unreadable], events: chain.events, older, trail: null })
}

/** Full check of an exported trail, filtered or whole. Anything that is not one answers `could-not-check`. */
export function checkTrailJson(value: unknown, crypto: TrailCrypto, older: Kept | null = null): TrailCheck {
  return runThrough(trailJsonSteps(value, crypto, older))
}

/** Takes all steps at once. */
export function runThrough<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same in small steps, one for each event, for a page that goes on answering meanwhile. Tells how far it is, from 0 to 1. */
export function* trailJsonSteps(value: unknown, crypto: TrailCrypto, older: Kept | null = null): Generator<number, TrailCheck> {
  const parsed = trailJson.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return couldNotCheck(`This is not a trail that the app exported (${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown form'}).`)
  }
  const trail = parsed.data
  // The register on a past day is the trail's own beginning: nothing may be missing from it but the end.
  const whole = trail.scope.kind === 'whole'
  const full = startFullCheck(crypto, whole)
  const findings: PartFinding[] = [...headFindings(trail)]
  let expected = 0
  let taken = 0
  for (const event of trail.events) {
    yield taken / trail.events.length
    taken += 1
    const seq = seqOf(event)
    if (seq === null || seq <= expected || seq > trail.hashes.length) {
      findings.push({ seq, part: 'order', text: `Event ${seq ?? '?'} stands out of order or outside the trail.` })
      continue
    }
    if (whole && seq !== expected + 1) findings.push({ seq: expected + 1, part: 'order', text: `Event ${expected + 1} is missing.` })
    expected = seq
    if (isDeeper(event, deepest)) {
      findings.push({ seq, part: 'form', text: `Event ${seq} does not have the shape of an event (too deep).` })
      continue
    }
    findings.push(...placeFindings(event, seq, trail.hashes, crypto))
    try {
      full.take(event)
    } catch (error) {
      // A day or an hour that no calendar has: the form allows it, and reckoning with it does not.
      if (!(error instanceof RangeError)) throw error
      findings.push({ seq, part: 'form', text: `Event ${seq} holds a value that cannot be.` })
    }
  }
  if (whole && trail.scope.asAt === undefined && expected < trail.hashes.length) findings.push({ seq: expected + 1, part: 'order', text: `Events ${expected + 1} to ${trail.hashes.length} are missing from the file.` })
  // Every event has been parsed by now, so that its shape is known where nothing was found.
  if (findings.length === 0 && full.findings.length === 0 && full.unknownTypes.size === 0) findings.push(...scopeFindings(trail, trail.events as TrailEvent[], full.register))
  return conclude({ full, hashes: trail.hashes, registerId: trail.register.id, findings, events: trail.events.length, older, trail })
}

/** No event of this app nests deeper than about ten. Every host runs out of room somewhere else, and all have to say the same. */
const deepest = 64
const nothingChecked = { hashes: 0, order: 0, form: 0, signatures: 0, statements: 0, paper: 0, outcomes: 0, carrying: 0 }

export function couldNotCheck(why: string): TrailCheck {
  const checked = { events: 0, signatures: 0, statements: 0, head: null, against: null }
  const verdict: Verdict = { verdict: 'could-not-check', summary: why, at: null, findings: [], checked }
  return { verdict, register: emptyRegister(), hashes: [], registerId: null, parts: partChecks(nothingChecked, []), comparison: null, trail: null }
}

function* headFindings(trail: TrailJson): Generator<PartFinding> {
  if (trail.hashes.length !== trail.head.seq) yield { seq: null, part: 'order', text: `The file says ${trail.head.seq} events and lists ${trail.hashes.length}.` }
  if ((trail.hashes.at(-1) ?? genesis) !== trail.head.hash) yield { seq: trail.head.seq, part: 'order', text: 'The head is not the hash of the last event.' }
}

function* placeFindings(event: unknown, seq: number, hashes: readonly string[], crypto: TrailCrypto): Generator<PartFinding> {
  let body: string
  try {
    body = canonical(event)
  } catch {
    return yield { seq, part: 'form', text: `Event ${seq} cannot be written in canonical form.` }
  }
  if (eventHash(body, crypto) !== hashes[seq - 1]) yield { seq, part: 'hashes', text: `Event ${seq} is not what was recorded.` }
  const prev = typeof event === 'object' && event !== null && 'prev' in event ? event.prev : null
  if (prev !== (hashes[seq - 2] ?? genesis)) yield { seq, part: 'order', text: `Event ${seq} does not follow from event ${seq - 1}.` }
}

type Found = { full: FullCheck; hashes: readonly string[]; registerId: string | null; findings: readonly PartFinding[]; events: number; older: Kept | null; trail: TrailJson | null }

function conclude({ full, hashes, registerId, findings, events, older, trail }: Found): TrailCheck {
  const head = hashes.length > 0 ? { seq: hashes.length, hash: hashes.at(-1) ?? '' } : null
  const comparison = older && older.kind !== 'unusable' && registerId ? compareHeads(registerId, hashes, older) : null
  const counts = full.counts()
  const checked = { events, signatures: counts.signatures, statements: counts.statements, head, against: comparison?.against ?? null }
  const found = [...findings, ...full.findings].toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
  const parts = partChecks({ hashes: events, order: events, form: events, ...counts }, found)
  const result = (verdict: Verdict): TrailCheck => ({ verdict, register: full.register, hashes, registerId, parts, comparison, trail })
  // What a newer version recorded may be just what makes an answer good that looks wrong here; a hash is right or wrong whatever it says.
  const all = (full.unknownTypes.size > 0 ? found.filter(({ part }) => part === 'hashes' || part === 'order') : found).map(withoutPart)
  const [first] = all
  if (first) return result({ verdict: 'changed', summary: first.text, at: first.seq, findings: all, checked })
  if (older?.kind === 'unusable') return result({ verdict: 'could-not-check', summary: older.why, at: null, findings: [], checked })
  if (comparison?.finding && comparison.verdict !== 'matches') {
    return result({ verdict: comparison.verdict, summary: comparison.finding.text, at: comparison.finding.seq, findings: [comparison.finding], checked })
  }
  if (full.unknownTypes.size > 0) {
    const summary = `A newer version of the app wrote this (${[...full.unknownTypes].join(', ')}). Check it with that version.`
    return result({ verdict: 'could-not-check', summary, at: null, findings: [], checked })
  }
  if (!head) return result({ verdict: 'could-not-check', summary: 'There are no events in it.', at: null, findings: [], checked })
  const notes: Finding[] = full.clockWentBack.map((seq) => ({ seq, text: `The clock of the computer went back before event ${seq}. Order is by number.` }))
  if (trail) notes.push(...evidenceNote(full.register))
  return result({ verdict: 'matches', summary: matchesText(events, hashes.length, checked.signatures, checked.statements, comparison?.against.since), at: null, findings: notes, checked })
}

/** A document names files of evidence and cannot carry them, so whoever checks it is told what was not looked at. */
function evidenceNote({ entries, decisions }: RegisterRecord): Finding[] {
  const files = new Set([...entries.values(), ...decisions.values()].flatMap(({ evidence }) => evidence.filter(hasBytes).map(({ sha256 }) => sha256))).size
  if (files === 0) return []
  const text = files === 1
    ? '1 file of evidence is named by its hash. The file itself is in the register only, so it was not checked here.'
    : `${files} files of evidence are named by their hashes. The files themselves are in the register only, so they were not checked here.`
  return [{ seq: null, text }]
}

const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

function matchesText(events: number, of: number, signatures: number, statements: number, since: number | undefined): string {
  const added = since === undefined ? '' : since === 0 ? ' It ends where the one kept ends.' : ` ${count(since, 'event was', 'events were')} added since.`
  const held = events === of ? `${count(events, 'event is', 'events are')} whole` : `The ${events.toLocaleString('en-GB')} of ${count(of, 'event', 'events')} that are in it are whole`
  return `${held}, in order and tied together. ${count(signatures, 'signature', 'signatures')} and ${count(statements, 'statement', 'statements')} are as signed.${added}`
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

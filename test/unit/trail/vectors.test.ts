import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { canonical, eventHash, signedText, statementHash, type SignedAnswer } from '../../../src/shared/trail/canonical.ts'
import { checkTrailJson } from '../../../src/shared/trail/check-trail.ts'
import { typedHead, type OlderHead } from '../../../src/shared/trail/compare-heads.ts'
import { parseEvent } from '../../../src/shared/trail/event.ts'
import type { TrailJson } from '../../../src/shared/trail/trail-json.ts'
import { vectorFiles } from '../../fixtures/trail/make.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/trail')
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))

type Event = { seq: number; prev: string; type: string; actor: { id: string }; data: Record<string, unknown>; subject: { id: string } }
type EventVector = { event: Event; canonical: string; hash: string }
type Signature = SignedAnswer & { seed: string; publicKey: string; signature: string; text: string }
type Expected = { file: string; done: string; against: string | null; verdict: string; at: number | null }

const canonicals = read('canonical.json') as { value: unknown; canonical: string }[]
const events = read('events.json') as EventVector[]
const statements = read('statements.json') as { statement: unknown; canonical: string; hash: string }[]
const signatures = read('signatures.json') as Signature[]
const expected = read('verdicts.json') as Expected[]

/** RFC 8785 for what an event may hold, written from the README alone. */
function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const object = value as Record<string, unknown>
  return `{${Object.keys(object).toSorted((a, b) => (a < b ? -1 : 1)).map((key) => `${JSON.stringify(key)}:${jcs(object[key])}`).join(',')}}`
}
const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const isSigned = (publicKey: string, text: string, signature: string): boolean => verify(
  null, Buffer.from(text, 'utf8'),
  createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(publicKey, 'base64')]), format: 'der', type: 'spki' }),
  Buffer.from(signature, 'base64'),
)

/** What a stranger who has only the README can find in a file: false when a hash, link, statement or signature does not fit. */
function fits(trail: TrailJson): boolean {
  if (trail.head.seq !== trail.hashes.length || (trail.hashes.at(-1) ?? '0'.repeat(64)) !== trail.head.hash) return false
  const whole = trail.scope.kind === 'whole'
  let last = 0
  for (const event of trail.events as Event[]) {
    if (event.seq <= last || (whole && event.seq !== last + 1)) return false
    last = event.seq
    if (sha(`psr-event/1\n${jcs(event)}`) !== trail.hashes[event.seq - 1] || event.prev !== (trail.hashes[event.seq - 2] ?? '0'.repeat(64))) return false
    const { data } = event
    if (event.type === 'decision.fixed' && sha(`psr-statement/1\n${jcs(data['statement'])}`) !== data['statementHash']) return false
    if (event.type !== 'decision.answered') continue
    const { statementHash, decision, signatory, answer, comment, signedAt, signature, publicKey } = data
    const ofSignatory = (trail.events as Event[]).some((one) => one.type === 'person.key-added' && one.subject.id === signatory && one.data['publicKey'] === publicKey)
    if (!ofSignatory || !isSigned(String(publicKey), `psr-signature/1\n${jcs({ statementHash, decision, signatory, answer, comment, signedAt })}`, String(signature))) return false
  }
  return !whole || last === trail.hashes.length
}

function olderOf(against: string | null): OlderHead | null {
  if (against === null) return null
  const typed = /^(\d+):([0-9a-f]+)$/.exec(against)
  if (typed) return typedHead(Number(typed[1]), typed[2] ?? '')
  const kept = read(against) as TrailJson
  return { kind: 'hashes', register: kept.register.id, hashes: kept.hashes }
}

describe('the test vectors', () => {
  it('are what their maker writes, every file and no other', () => {
    const made = vectorFiles()
    expect(readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted()).toEqual([...made.keys()].toSorted())
    for (const [name, text] of made) expect(readFileSync(path.join(folder, name), 'utf8') === text, name).toBe(true)
  })

  it('give each value one canonical text, by the app and by an independent reading of the rule', () => {
    expect(canonicals.length).toBeGreaterThan(10)
    for (const { value, canonical: text } of canonicals) {
      expect(canonical(value)).toBe(text)
      expect(jcs(value)).toBe(text)
    }
  })

  it('give each event its hash and its link', () => {
    expect(events.length).toBeGreaterThan(25)
    for (const [index, { event, canonical: text, hash }] of events.entries()) {
      expect(parseEvent(event)).toMatchObject({ ok: true })
      expect(canonical(event)).toBe(text)
      expect(eventHash(text, nodeCrypto)).toBe(hash)
      expect(sha(`psr-event/1\n${jcs(event)}`)).toBe(hash)
      expect(event.prev).toBe(events[index - 1]?.hash ?? '0'.repeat(64))
    }
  })

  it('give each statement its hash', () => {
    expect(statements).toHaveLength(2)
    for (const { statement, canonical: text, hash } of statements) {
      expect(canonical(statement)).toBe(text)
      expect(statementHash(statement, nodeCrypto)).toBe(hash)
      expect(sha(`psr-statement/1\n${jcs(statement)}`)).toBe(hash)
    }
  })

  it('give each answer its signed text and a valid signature', () => {
    expect(signatures).toHaveLength(3)
    for (const { text, signature, publicKey, ...signed } of signatures) {
      expect(signedText(signed)).toBe(text)
      expect(nodeCrypto.verifyEd25519(publicKey, text, signature)).toBe(true)
      expect(isSigned(publicKey, text, signature)).toBe(true)
      expect(nodeCrypto.verifyEd25519(publicKey, `${text} `, signature)).toBe(false)
    }
  })
})

describe('the verdict', () => {
  it.each(expected)('on $file against $against is $verdict at $at: $done', ({ file, against, verdict, at }) => {
    expect(existsSync(path.join(folder, file))).toBe(true)
    const { verdict: found } = checkTrailJson(read(file), nodeCrypto, olderOf(against))
    expect(found).toMatchObject({ verdict, at })
  })

  it('that everything fits is never given where an independent reader finds that it does not', () => {
    for (const { file } of expected.filter(({ verdict, against }) => verdict === 'matches' && against === null)) expect(fits(read(file) as TrailJson), file).toBe(true)
    const seen = expected.filter(({ verdict }) => verdict === 'changed').map(({ file }) => file)
    const broken = new Set(seen.filter((file) => !fits(read(file) as TrailJson)))
    // What only a reader who knows the practice's rules, or holds an older head, can find.
    expect(seen.filter((file) => !broken.has(file)).toSorted()).toEqual([
      'another-register.json', 'answered-for-another.json', 'answered-twice.json', 'checked-by-doer.json', 'closed-unchecked.json', 'key-replaced.json', 'made-without-quorum.json', 'not-normal-text.json', 'other-evidence.json', 'pack-never-made.json',
      'page-of-another-text.json', 'page-recorded-by-signatory.json', 'page-signed-another-day.json', 'page-without-scan.json', 'rewritten.json', 'rewritten.json', 'scan-dropped.json', 'signed-too-early.json', 'step-left-out.json',
    ])
  })

  it('names the place where the clock went back, and changes nothing for it', () => {
    const { verdict } = checkTrailJson(read('clock-back.json'), nodeCrypto)
    expect(verdict.findings).toEqual([{ seq: 10, text: expect.stringContaining('went back before event 10') }])
  })

  it('says how much was added since an older head', () => {
    const { verdict } = checkTrailJson(read('whole.json'), nodeCrypto, olderOf('cut-tail.json'))
    expect(verdict.summary).toContain(`${events.length - 15} events were added since`)
    expect(verdict.checked.against).toMatchObject({ seq: 15, since: events.length - 15 })
  })
})

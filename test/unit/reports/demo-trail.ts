import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import type { EntryKind } from '../../../src/shared/domain/kind.ts'
import { entryRef } from '../../../src/shared/domain/kind.ts'
import { emptyFields, type KindAndFields } from '../../../src/shared/domain/entry-fields.ts'
import { emptyDraft, type Answer, type DecisionDraft } from '../../../src/shared/domain/decision-draft.ts'
import type { LegalForce } from '../../../src/shared/domain/legal-force.ts'
import type { Position } from '../../../src/shared/domain/position.ts'
import { quorum } from '../../../src/shared/domain/quorum.ts'
import { foldEvents } from '../../../src/shared/domain/register-record.ts'
import { entryClassOf, entryForceOf, otherParties } from '../../../src/shared/domain/entry-record.ts'
import type { Standing } from '../../../src/shared/domain/state.ts'
import type { Statement } from '../../../src/shared/domain/statement.ts'
import type { Verb } from '../../../src/shared/domain/verb.ts'
import { canonical, eventHash, genesis, signedText, statementHash } from '../../../src/shared/trail/canonical.ts'
import { parseEvent, type Actor, type NewEvent, type TrailEvent } from '../../../src/shared/trail/event.ts'
import type { TrailJson } from '../../../src/shared/trail/trail-json.ts'

/** A register as a practice would have kept it, written event by event with real hashes and signatures. */
export type Book = ReturnType<typeof openBook>
const uuid = (kind: string, number: number): string => {
  const digits = createHash('sha256').update(`${kind} ${number}`).digest('hex')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

export function openBook(from = '2026-05-06T08:00:00.000Z') {
  const registerId = uuid('register', 1)
  const events: TrailEvent[] = []
  const hashes: string[] = []
  let now = Date.parse(from)
  const people = new Map<string, Actor & { key: ReturnType<typeof keyOf> }>()
  const counters = new Map<string, number>()
  const count = (kind: string): number => {
    const next = (counters.get(kind) ?? 0) + 1
    counters.set(kind, next)
    return next
  }

  const record = (by: Actor, event: NewEvent): TrailEvent => {
    now += 61_337
    const value = {
      format: 'psr-event/1', register: registerId, seq: events.length + 1, at: new Date(now).toISOString(),
      actor: { id: by.id, name: by.name, role: by.role }, type: event.type, subject: event.subject, data: event.data,
      app: '1.0.0', prev: hashes.at(-1) ?? genesis,
    }
    const parsed = parseEvent(value)
    if (!parsed.ok) throw new Error(`${event.type}: ${parsed.detail}`)
    events.push(parsed.event)
    hashes.push(eventHash(canonical(value), nodeCrypto))
    return parsed.event
  }
  const register = () => foldEvents(events)
  const wait = (days: number): void => { now += days * 86_400_000 }
  const person = (name: string): Actor & { key: ReturnType<typeof keyOf> } => {
    const found = people.get(name)
    if (!found) throw new Error(`Nobody is called ${name}`)
    return found
  }

  const book = {
    registerId, events, hashes, register, wait, person, record,
    today: () => new Date(now).toISOString().slice(0, 10),
    addPerson: (by: Actor, name: string, role: Exclude<Actor['role'], 'system'>) => {
      const id = uuid('person', count('person'))
      const subject = { kind: 'person', id } as const
      const self = { id, name, role, key: keyOf(name) }
      people.set(name, self)
      record(by, { type: 'person.added', subject, data: { name, role, startedOn: '2020-04-01' } })
      record(self, { type: 'person.key-added', subject, data: { publicKey: self.key.publicKey, because: 'first-use', vouchedBy: null } })
      return self
    },
    addEntry: (by: Actor, kind: EntryKind, title: string, standing: Standing, fields: Record<string, unknown> = {}, summary = '') => {
      const id = uuid('entry', count('entry'))
      const what = emptyFields(kind)
      const data = {
        ref: entryRef(kind, count(kind)), title, summary, owner: by.id === 'system' ? null : by.id, tags: kind === 'declaration' ? [] : ['Demo'],
        standing: { standing, on: book.today(), note: null }, kind, fields: { ...what.fields, ...fields },
      } as unknown as Extract<NewEvent, { type: 'entry.added' }>['data'] & KindAndFields
      record(by, { type: 'entry.added', subject: { kind: 'entry', id }, data })
      return id
    },
    addForce: (by: Actor, entry: string, force: LegalForce, reference: string | null) => {
      const from = book.register().entries.get(entry)?.force ?? null
      const plain = from && { force: from.force, reference: from.reference, checkedOn: from.checkedOn, note: from.note }
      record(by, { type: 'entry.force-recorded', subject: { kind: 'entry', id: entry }, data: { from: plain, to: { force, reference, checkedOn: book.today(), note: null } } })
    },
    addPurpose: (by: Actor, entry: string, text: string, category: string, purposeClass: 'direct-care' | 'secondary-use' | 'undetermined', confirm = true) => {
      const subject = { kind: 'entry', id: entry } as const
      const clauseId = uuid('clause', count('clause'))
      record(by, { type: 'clause.recorded', subject, data: { clause: { id: clauseId, text: `The data are shared in order to ${text}.`, place: { document: 'Agreement.pdf', page: 2, clause: '3' }, ruleSet: '2026-11' } } })
      const id = uuid('purpose', count('purpose'))
      const proposal = { text, start: 34, end: 34 + text.length, category, class: purposeClass, evidence: [{ start: 34, end: 38, words: text.slice(0, 4), points: purposeClass }], reason: `The words “${text.slice(0, 20)}” say so.`, ruleSet: '2026-11' }
      record(by, { type: 'purpose.added', subject, data: { purpose: { id, clause: clauseId, text, proposal } } })
      if (confirm) record(by, { type: 'purpose.classified', subject, data: { purpose: id, text, from: null, to: { category, class: purposeClass, reason: null } } })
      return id
    },
    draw: (by: Actor, entryId: string, verb: Verb, draft: Partial<DecisionDraft>) => {
      const id = uuid('decision', count('decision'))
      const ref = `D-${String(counters.get('decision')).padStart(4, '0')}`
      record(by, { type: 'decision.drafted', subject: { kind: 'decision', id }, data: { ref, entry: entryId, verb, draft: { ...emptyDraft, ...draft }, replaces: null } })
      return id
    },
    fix: (by: Actor, decisionId: string, position: Position | null) => {
      const statement = statementOf(book.register(), decisionId, position, by.name)
      const hash = statementHash(statement, nodeCrypto)
      record(by, { type: 'decision.fixed', subject: { kind: 'decision', id: decisionId }, data: { entry: statement.entry.id, statement, statementHash: hash } })
      return hash
    },
    answer: (name: string, decisionId: string, hash: string, answer: Answer, comment: string | null = null) => {
      const self = person(name)
      record(self, { type: 'decision.effects-shown', subject: { kind: 'decision', id: decisionId }, data: { statementHash: hash } })
      const signed = { statementHash: hash, decision: decisionId, signatory: self.id, answer, comment, signedAt: new Date(now).toISOString() }
      const signature = sign(null, Buffer.from(signedText(signed)), self.key.privateKey).toString('base64')
      record(self, { type: 'decision.answered', subject: { kind: 'decision', id: decisionId }, data: { ...signed, signature, publicKey: self.key.publicKey } })
    },
    close: (decisionId: string) => {
      const standing = book.register()
      const decision = standing.decisions.get(decisionId)
      const fixed = decision?.statements.at(-1)
      if (!decision || !fixed || !standing.head) throw new Error('Nothing to close')
      const partners = [...standing.people.values()].filter(({ role }) => role === 'partner')
      const { status, tally } = quorum(standing.head.policy, partners, fixed.answers)
      if (status === 'waiting') throw new Error('Still waiting')
      record(systemOf(), { type: `decision.${status}`, subject: { kind: 'decision', id: decisionId }, data: { entry: decision.entry, verb: decision.verb, statementHash: fixed.hash, replaces: decision.replaces, tally } })
    },
    trail: (scope: TrailJson['scope'] = { kind: 'whole', ref: null, id: null, from: null, to: null }, keep: (event: TrailEvent) => boolean = () => true): TrailJson => ({
      format: 'psr-trail/1', register: { id: registerId, practice: 'Demo Surgery', ods: 'A99999' },
      generated: { at: '2026-12-01T09:00:00.000Z', by: 'Data protection lead', app: '1.0.0', rules: '2026-11' },
      scope, head: { seq: hashes.length, hash: hashes.at(-1) ?? genesis }, hashes: [...hashes], events: events.filter(keep),
    }),
  }
  return book
}

const systemOf = (): Actor => ({ id: 'system', name: 'Practice Sharing Register', role: 'system' })

function keyOf(name: string) {
  const seed = createHash('sha256').update(name).digest()
  const privateKey = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { privateKey, publicKey: Buffer.from(x ?? '', 'base64url').toString('base64') }
}

function statementOf(register: ReturnType<Book['register']>, decisionId: string, position: Position | null, drawnUpBy: string): Statement {
  const decision = register.decisions.get(decisionId)
  const entry = decision && register.entries.get(decision.entry)
  if (!decision || !entry) throw new Error('No such decision')
  const { draft } = decision
  const dates = [
    draft.noticeReceivedOn && { label: 'Notice received', date: draft.noticeReceivedOn, working: 'Two working days after sending' },
    draft.effectiveOn && { label: 'Takes effect', date: draft.effectiveOn, working: 'Notice received + 3 calendar months (clause 14.2)' },
    draft.lastExtractOn && { label: 'Last extract', date: draft.lastExtractOn, working: 'The day before' },
    draft.endsOn && { label: 'The freeze ends', date: draft.endsOn, working: 'Written into the decision' },
  ].filter((date) => date !== null && date !== '')
  return {
    format: 'psr-statement/1', decision: { id: decisionId, ref: decision.ref }, practice: { name: 'Demo Surgery', ods: 'A99999' },
    entry: { id: entry.id, ref: entry.ref, kind: entry.kind, title: entry.title, parties: otherParties(entry) },
    verb: decision.verb, title: `${decision.verb === 'withdraw' ? 'Withdraw from' : 'Decide about'} ${entry.title}`,
    summary: `The practice decides: ${decision.verb}.`, reason: draft.reason,
    grounds: {
      class: entryClassOf(entry),
      purposes: entry.purposes.map(({ text, confirmed, proposal }) => ({
        text, category: confirmed?.classification.category ?? 'not-confirmed', class: confirmed?.classification.class ?? 'undetermined',
        why: proposal?.reason ?? '', confirmedBy: confirmed?.by.name ?? null, ruleSet: proposal?.ruleSet ?? null,
      })),
      force: { force: entryForceOf(entry), reference: entry.force?.reference ?? null, checkedOn: entry.force?.checkedOn ?? null, checkedBy: entry.force?.checkedBy ?? null },
      position,
      gate: { answer: position ? 'warn' : 'open', judgedFor: draft.effectiveOn ?? '2026-12-01', reasons: position ? [{ code: 'sources-differ', text: 'The sources do not agree. Both are shown.', source: 'https://www.example.org/position' }] : [] },
    },
    given: draft.clinicalSafetyNote ? [{ requirement: 'clinical-safety-note', text: draft.clinicalSafetyNote }] : [],
    secondPartner: null, effects: draft.effects, staysTheSame: draft.staysTheSame, whatChanges: draft.whatChanges, dates, advice: decision.advice,
    evidence: [{ name: 'Agreement.pdf', sha256: createHash('sha256').update(entry.title).digest('hex') }],
    replaces: null, drawnUpBy,
  }
}

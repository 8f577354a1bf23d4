import { hash } from 'node:crypto'
import { emptyDraft } from '../../../shared/domain/decision-draft.ts'
import { emptyFields } from '../../../shared/domain/entry-fields.ts'
import { entryRef, decisionRef } from '../../../shared/domain/kind.ts'
import type { IsoInstant } from '../../../shared/domain/date.ts'
import type { Statement } from '../../../shared/domain/statement.ts'
import { statementHash } from '../../../shared/trail/canonical.ts'
import type { Actor, NewEvent } from '../../../shared/trail/event.ts'
import { shippedPositions } from '../../exchange/positions.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import { newSigningKey, signAnswer } from '../../identity/signing-key.ts'
import type { RegisterStore } from '../../store/register-store.ts'

/** The n-th identity: the same in every run, so that runs can be compared. */
const identity = (n: number): string => {
  const hex = hash('sha256', `bench ${n}`, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const subjects = ['risk scores for planning', 'shared care record', 'diabetes audit', 'urgent care access', 'research database', 'medicines review', 'workload dashboard', 'screening invitations']
const words = 'The practice shares coded entries, letters and results so that the people who treat a patient can see what they need, and nobody else.'

/**
 * Fills a register with a lifelike trail: for every ten events an entry with purposes and changes, and for every
 * seventh entry a decision that three partners signed. One event in twenty-three is a signature.
 */
export function fillRegister(store: RegisterStore, entries: number): void {
  const people = [0, 1, 2, 3].map((n) => ({ id: identity(n), name: n === 0 ? 'Data protection lead' : `Partner ${'ABC'[n - 1]}`, role: n === 0 ? 'data-protection-lead' : 'partner', key: newSigningKey() } as const))
  const [lead, ...partners] = people
  if (!lead) throw new Error('There is always a lead')
  const author: Actor = { id: lead.id, name: lead.name, role: lead.role }
  const register = identity(10)
  store.record(author, () => ({ result: null, events: [
    { type: 'register.created', subject: { kind: 'register', id: register }, data: {
      practice: { name: 'Demo Surgery', ods: 'A99999', contractType: 'gms', clinicalSystem: 'emis-web', icb: null, pcn: null },
      policy: { quorum: 'majority', number: null, waitForAll: true, secondCheck: false, ownCheckReason: null, contractBindsFrom: null },
    } },
    ...people.flatMap(({ id, name, role, key }): NewEvent[] => [
      { type: 'person.added', subject: { kind: 'person', id }, data: { name, role, startedOn: '2020-01-01' } },
      { type: 'person.key-added', subject: { kind: 'person', id }, data: { publicKey: key.publicKey, because: 'first-use', vouchedBy: null } },
    ]),
    { type: 'positions.loaded', subject: { kind: 'register', id: register }, data: { version: shippedPositions.version, positions: shippedPositions.positions } },
  ] }))
  for (let first = 1; first <= entries; first += entriesInAct) {
    const numbers = Array.from({ length: Math.min(entriesInAct, entries - first + 1) }, (_, k) => first + k)
    store.record(author, (at) => ({ result: null, events: numbers.flatMap((n) => {
      const entry = identity(1000 + n)
      const decided = n % 7 === 0 ? decisionEvents(n / 7, entry, titleOf(n), { author, partners, at }) : []
      return [...entryEvents(n, entry, lead.id), ...decided]
    }) }))
  }
}

/** Many in one act, because a bench must not wait an hour for its register. */
const entriesInAct = 50

const titleOf = (n: number): string => `${subjects[n % subjects.length]} ${n}`

/** One entry and its life, nine events. */
function entryEvents(n: number, id: string, owner: string): NewEvent[] {
  const subject = { kind: 'entry', id } as const
  const what = emptyFields('sharing-agreement')
  if (what.kind !== 'sharing-agreement') throw new Error('An agreement was asked for')
  const fields = { ...what.fields, parties: [{ name: `Demo organisation ${n % 40}`, role: 'recipient' as const, odsCode: null }], reviewOn: `2027-${String((n % 12) + 1).padStart(2, '0')}-15`, article6: '6(1)(e)', article9: '9(2)(h)' }
  const purposes = [0, 1].map((k) => identity(1_000_000 + n * 2 + k))
  const clause = identity(5_000_000 + n)
  return [
    { type: 'entry.added', subject, data: { kind: 'sharing-agreement', fields, ref: entryRef('sharing-agreement', n), title: titleOf(n), summary: words, owner, tags: [`theme ${n % 9}`], standing: { standing: 'signed', on: '2024-04-02', note: null } } },
    { type: 'clause.recorded', subject, data: { clause: { id: clause, text: `${words} ${words}`, place: { document: 'Agreement', page: 3, clause: '3.1' }, ruleSet: null } } },
    ...purposes.flatMap((purpose): NewEvent[] => [
      { type: 'purpose.added', subject, data: { purpose: { id: purpose, clause: null, text: words, proposal: null } } },
      { type: 'purpose.classified', subject, data: { purpose, text: words, from: null, to: { category: 'individual-care', class: n % 3 === 0 ? 'secondary-use' : 'direct-care', reason: 'Read with the clause' } } },
    ]),
    { type: 'entry.force-recorded', subject, data: { from: null, to: { force: n % 5 === 0 ? 'core-contract' : 'voluntary', reference: 'clause 2', checkedOn: '2026-01-09', note: null } } },
    ...Array.from({ length: 2 }, (_, k): NewEvent => ({ type: 'entry.changed', subject, data: { changes: [{ field: 'summary', from: k === 0 ? words : `${words} (${k - 1})`, to: `${words} (${k})` }] } })),
  ]
}

type Deciding = Readonly<{ author: Actor; partners: readonly Readonly<{ id: string; name: string; role: 'partner' | 'data-protection-lead'; key: ReturnType<typeof newSigningKey> }>[]; at: IsoInstant }>

/** One decision from its draft to its outcome, seven events. */
function decisionEvents(n: number, entry: string, title: string, { author, partners, at }: Deciding): NewEvent[] {
  const id = identity(9_000_000 + n)
  const subject = { kind: 'decision', id } as const
  const effects = { service: 'None.', money: 'None.', patients: 'None.', contract: 'None.' }
  const draft = { ...emptyDraft, reason: words, effects, effectiveOn: '2026-03-01' }
  const statement: Statement = {
    format: 'psr-statement/1', decision: { id, ref: decisionRef(n) }, practice: { name: 'Demo Surgery', ods: 'A99999' },
    entry: { id: entry, ref: 'DSA-0001', kind: 'sharing-agreement', title, parties: [] }, verb: 'continue', title: `Continue with ${title}`,
    summary: words, reason: words,
    grounds: { class: 'direct-care', purposes: [], force: { force: 'voluntary', reference: null, checkedOn: null, checkedBy: null }, position: null, gate: { answer: 'open', judgedFor: '2026-03-01', reasons: [] } },
    given: [], secondPartner: null, effects, staysTheSame: '', whatChanges: [], dates: [], advice: [], evidence: [], replaces: null, drawnUpBy: author.name,
  }
  const hashed = statementHash(statement, nodeCrypto)
  return [
    { type: 'decision.drafted', subject, data: { ref: decisionRef(n), entry, verb: 'continue', draft: emptyDraft, replaces: null } },
    { type: 'decision.changed', subject, data: { changes: [{ field: 'reason', from: '', to: draft.reason }, { field: 'effects', from: emptyDraft.effects, to: effects }, { field: 'effectiveOn', from: null, to: '2026-03-01' }] } },
    { type: 'decision.fixed', subject, data: { entry, statement, statementHash: hashed } },
    ...partners.map((partner): NewEvent => {
      const signed = { statementHash: hashed, decision: id, signatory: partner.id, answer: 'agree', comment: null, signedAt: at } as const
      return {
        type: 'decision.answered', subject, actor: { id: partner.id, name: partner.name, role: partner.role },
        data: { ...signed, signature: signAnswer(signed, partner.key.privateKey), publicKey: partner.key.publicKey },
      }
    }),
    { type: 'decision.made', subject, data: { entry, verb: 'continue', statementHash: hashed, replaces: null, tally: {
      rule: 'majority', needed: 2, waitForAll: true, inOffice: partners.map((partner) => ({ id: partner.id, name: partner.name })), agree: partners.map((partner) => partner.id), disagree: [], standAside: [], mustAgree: [],
    } } },
  ]
}

import { hash } from 'node:crypto'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { refuse } from '../../../shared/contract/refused.ts'
import { isInOffice, partnersInOffice, type PersonRecord } from '../../../shared/domain/person-record.ts'
import { packHash, type PackedStatement, type SignOffPack } from '../../../shared/pack/sign-off-pack.ts'
import type { WrappedKey } from '../../../shared/pack/wrapped-key.ts'
import { canonical } from '../../../shared/trail/canonical.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import { parseWrappedKey, type Cost } from '../../identity/passphrase.ts'
import { decisionDetail } from '../decision-detail.ts'
import type { Acting, Decided, Reading } from '../desk.ts'
import { statementsAsked } from '../sign-off-queue.ts'

export const anyCost: Cost = Object.freeze({ n: 0, r: 0, p: 0 })

/** Partners in office with what waits for each, and why one of them can have no pack. */
export function packChoices(reading: Reading, least: Cost): CallOutput<'pack.choices'> {
  return partnersInOffice(reading.store.records.people(), reading.today).map((partner) => {
    const statements = waitingFor(reading, partner.id)
    return {
      id: partner.id, name: partner.name, lastMade: partner.packs.at(-1)?.at ?? null,
      unable: keyOf(reading, partner, least).unable ?? (statements.length === 0 ? 'Has answered every statement.' : null),
      statements: statements.map(({ statement: { decision, title } }) => ({ ref: decision.ref, title })),
    }
  })
}

/**
 * Everything one partner needs to answer elsewhere, as the register stands now.
 * @throws Refused where they are not a partner in office, have no key yet, or nothing waits for them
 */
export function drawUpPack(acting: Acting, signatory: string, least: Cost): SignOffPack {
  const { store, head, today, now, actor } = acting
  const person = store.records.person(signatory)
  if (!person || person.role !== 'partner' || !isInOffice(person, today)) throw refuse('not-in-this-state', { happened: 'A pack is made for a partner who is in office.', todo: 'Choose one of the partners.' })
  const { key, publicKey, unable } = keyOf(acting, person, least)
  if (!key) throw refuse('not-in-this-state', { happened: `There can be no pack for ${person.name}: ${unable ?? ''}`, todo: 'Print the statement for signing on paper instead.' })
  const statements = waitingFor(acting, signatory)
  if (statements.length === 0) throw refuse('not-in-this-state', { happened: `Nothing waits for an answer of ${person.name}.`, todo: 'Fix a statement first.' })
  if (actor.id === 'system' || actor.role === 'system') throw refuse('not-signed-in')
  const { quorum, number, waitForAll } = head.policy
  const newest = store.trail.head()
  const pack: Omit<SignOffPack, 'hash'> = {
    format: 'psr-pack/1',
    register: { id: head.id, practice: { name: head.practice.name, ods: head.practice.ods } }, head: { seq: newest.seq, hash: newest.hash },
    made: { at: now, by: { id: actor.id, name: actor.name, role: actor.role }, app: store.appVersion },
    signatory: { id: person.id, name: person.name, role: 'partner', publicKey },
    rule: { quorum, number, waitForAll, partners: partnersInOffice(store.records.people(), today).length },
    statements, key,
  }
  return { ...pack, hash: packHash(pack, nodeCrypto) }
}

/** The file's only form: canonical text, so that the same pack is always the same bytes. */
export const packBytes = (pack: SignOffPack): Buffer => Buffer.from(canonical(pack))

/** Records that a pack left with somebody's wrapped key. */
export function packMade(acting: Acting, pack: SignOffPack): Decided<{ sha256: string; statements: number }> {
  const sha256 = hash('sha256', packBytes(pack), 'hex')
  const { signatory, head, statements } = pack
  return {
    events: [{ type: 'pack.made', subject: { kind: 'person', id: signatory.id }, data: { sha256, statements: statements.map((one) => one.hash), publicKey: signatory.publicKey, head } }],
    result: { sha256, statements: statements.length },
  }
}

export function suggestedPackName({ register: { practice }, signatory, made }: SignOffPack): string {
  return `Sign-off pack ${practice.ods} ${forFileName(signatory.name)} ${made.at.slice(0, 10)}.psr-pack`
}

export const forFileName = (text: string): string => text.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 80)

function waitingFor(reading: Reading, signatory: string): PackedStatement[] {
  const open = (answers: readonly { signatory: string }[]): boolean => !answers.some((answer) => answer.signatory === signatory)
  const decisions = statementsAsked(reading).filter(({ fixed }) => open(fixed.answers)).map(({ decision, fixed }): PackedStatement => ({
    kind: 'decision', statement: fixed.statement, hash: fixed.hash, fixedAt: fixed.fixed.at, positionSince: decisionDetail(reading, decision.id).positionSince,
  }))
  const actions = (reading.head.proposals ?? []).filter(({ answers }) => open(answers)).map(({ statement, hash: asked, proposed }): PackedStatement => ({ kind: 'action', statement, hash: asked, fixedAt: proposed.at }))
  return [...decisions, ...actions].toSorted((a, b) => a.fixedAt.localeCompare(b.fixedAt) || a.statement.decision.ref.localeCompare(b.statement.decision.ref)).slice(0, 200)
}

type KeyFound = { key: WrappedKey; publicKey: string; unable: null } | { key: null; publicKey: ''; unable: string }

/** The wrapped key as the register keeps it; none that costs less to guess at than this version asks for. */
function keyOf({ store }: Pick<Reading, 'store'>, person: PersonRecord, least: Cost): KeyFound {
  const publicKey = person.keys.at(-1)?.publicKey
  const secret = publicKey === undefined ? null : store.notes.secret(person.id, publicKey)
  if (publicKey === undefined || secret === null) return { key: null, publicKey: '', unable: 'Has no passphrase on this register yet.' }
  const key = parseWrappedKey(secret)
  if (key.n < least.n || key.r < least.r || key.p < least.p) return { key: null, publicKey: '', unable: 'The key is wrapped too lightly to leave this computer. A new passphrase puts that right.' }
  return { key, publicKey, unable: null }
}

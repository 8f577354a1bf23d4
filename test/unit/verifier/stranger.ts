import { createHash, createPublicKey, verify } from 'node:crypto'

/**
 * A verifier written from `test/fixtures/trail/README.md` alone, as a stranger would write one: it shares no line with the
 * app. Where it and the app differ on a vector, the page does not say enough or the app does not keep to it.
 */
type Obj = Record<string, unknown>
type Event = { register: string; seq: number; at: string; actor: { id: string }; type: string; subject: { kind: string; id: string }; data: Obj; prev: string }
type Trail = { format: string; register: { id: string; practice: string; ods: string }; scope: { kind: string; ref: string | null; id: string | null; asAt?: string }; head: { seq: number; hash: string }; hashes: string[]; events: Event[] }
export type Kept = { register: string; hashes: string[] } | { seq: number; digits: string } | 'unusable' | null
export type Opinion = { verdict: string; at: number | null; hashes: string[]; register: string | null }

const zeros = '0'.repeat(64)
const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const isObject = (value: unknown): value is Obj => typeof value === 'object' && value !== null && !Array.isArray(value)
const has = (value: unknown, ...keys: string[]): boolean => isObject(value) && Object.keys(value).toSorted().join() === keys.toSorted().join()

function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  return `{${Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1)).map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`).join(',')}}`
}

function inForm(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && value.normalize('NFC') === value
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0)
  if (Array.isArray(value)) return value.every(inForm)
  return !isObject(value) || Object.entries(value).every(([key, item]) => inForm(key) && inForm(item))
}

function signed(data: Obj): boolean {
  const { statementHash, decision, signatory, answer, comment, signedAt } = data
  const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(String(data['publicKey']), 'base64')]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(`psr-signature/1\n${jcs({ statementHash, decision, signatory, answer, comment, signedAt })}`), key, Buffer.from(String(data['signature']), 'base64'))
}

const dayInEngland = (at: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(at))

type Person = { id: string; name: string; role: string; startedOn: string; leftOn: string | null; keys: string[]; packs: Map<string, string[]> }
type Asked = { hash: string; fixedAt: string; answers: Obj[]; secondPartner: string[]; open: boolean } | undefined

export function stranger(value: unknown, kept: Kept, knownTypes: ReadonlySet<string>): Opinion {
  if (!isTrail(value)) return { verdict: 'could-not-check', at: null, hashes: [], register: null }
  const trail = value
  const whole = trail.scope.kind === 'whole' && trail.scope.asAt === undefined
  const complete = whole || (trail.scope.kind === 'whole' && trail.events.every(({ seq }, index) => seq === index + 1))
  const broken: (number | null)[] = []
  const wrong: (number | null)[] = []
  const people = new Map<string, Person>()
  const asked = new Map<string, Asked>()
  const refs = new Map<string, unknown>()
  /** Open steps of made decisions, who did the others, and whether somebody has checked. */
  const carried = new Map<string, { open: Set<string>; planned: Set<string>; doers: Map<string, string>; checked: boolean }>()
  let unknown = false
  let policy: Obj = {}
  let practice: Obj = {}
  let last = 0

  /** Pieces of evidence: which decision or entry each is attached to, and its hash. */
  const attached = new Map<string, string>()
  const inOfficeOn = (person: Person | undefined, day: string): boolean => person !== undefined && person.role === 'partner' && person.startedOn <= day && (person.leftOn === null || day < person.leftOn)
  const cameIn = ({ at, actor, data }: Event, person: Person | undefined): boolean => {
    const via = data['via'] as { pack: string; shownAt: string } | undefined
    if (via === undefined) return actor.id === person?.id
    const signedAt = String(data['signedAt'])
    return person?.packs.get(via.pack)?.includes(String(data['statementHash'])) === true && person.keys.at(-1) === data['publicKey'] && signedAt <= at && via.shownAt <= signedAt
  }
  const paper = ({ seq, at, actor, data }: Event, of: string): void => {
    const person = people.get(String(data['signatory']))
    const [day, on, hash] = [dayInEngland(at), String(data['signedOn']), String(data['statementHash'])]
    if (!inOfficeOn(person, day) || !inOfficeOn(person, on) || actor.id === person?.id || hash.slice(0, 16) !== data['code'] || data['decision'] !== of) wrong.push(seq)
    if (!complete && !asked.has(of)) return
    const statement = asked.get(of)
    if (attached.get(`${of} ${String(data['evidence'])}`) !== data['sha256']) wrong.push(seq)
    if (!statement?.open || statement.hash !== hash || statement.answers.some(({ signatory }) => signatory === data['signatory']) || on > day || on < dayInEngland(statement.fixedAt)) wrong.push(seq)
    if (statement?.open && statement.hash === hash) statement.answers.push(data)
  }
  const answer = (event: Event, of: string): void => {
    const { seq, at, data } = event
    const person = people.get(String(data['signatory']))
    const day = dayInEngland(at)
    if (!signed(data) || !person?.keys.includes(String(data['publicKey'])) || !inOfficeOn(person, day) || !cameIn(event, person) || data['decision'] !== of) wrong.push(seq)
    if (!complete && !asked.has(of)) return
    const statement = asked.get(of)
    if (!statement?.open || statement.hash !== data['statementHash'] || statement.answers.some(({ signatory }) => signatory === data['signatory'])) wrong.push(seq)
    else {
      if (data['via'] !== undefined && String(data['signedAt']) < statement.fixedAt) wrong.push(seq)
      statement.answers.push(data)
    }
  }
  const outcome = ({ seq, at, data }: Event, of: string, said: string): void => {
    const statement = asked.get(of)
    if (complete) {
      const day = dayInEngland(at)
      const office = [...people.values()].filter(({ role, startedOn, leftOn }) => role === 'partner' && startedOn <= day && (leftOn === null || day < leftOn))
      if (!statement?.open || statement.hash !== data['statementHash']) wrong.push(seq)
      else {
        const { status, tally } = tallied(policy, office, statement)
        if (status !== said || jcs(tally) !== jcs(data['tally'])) wrong.push(seq)
      }
    }
    if (statement) statement.open = false
  }
  const fix = (event: Event, of: string): void => {
    const { seq, data } = event
    const statement = data['statement'] as Obj
    if (sha(`psr-statement/1\n${jcs(statement)}`) !== data['statementHash'] || (statement['decision'] as Obj)['id'] !== of) wrong.push(seq)
    if (event.type === 'decision.fixed' && !asked.has(of)) return
    const second = statement['secondPartner'] as Obj | null | undefined
    asked.set(of, { hash: String(data['statementHash']), fixedAt: event.at, answers: [], secondPartner: second ? [String(second['id'])] : [], open: true })
  }

  const reopened = (of: string, step: string): void => {
    const follow = carried.get(of)
    if (!follow) return
    for (const one of [step, 'checked']) { if (follow.planned.has(one)) follow.open.add(one); follow.doers.delete(one) }
    follow.checked = false
  }
  const checked = ({ seq, actor, subject, data }: Event): void => {
    const follow = carried.get(subject.id)
    const own = [...follow?.doers.values() ?? []].includes(actor.id)
    const reason = policy['ownCheckReason'] ?? null
    const open = [...follow?.open ?? []].filter((step) => step !== 'checked')
    if (complete && (!follow || open.length > 0 || data['ownCheckReason'] !== (own ? reason : null) || (own && reason === null))) wrong.push(seq)
    if (!follow) return
    follow.open.delete('checked')
    follow.checked = true
  }

  for (const event of trail.events) {
    const { seq, type, subject, data } = event
    if (!Number.isSafeInteger(seq) || seq <= last || seq > trail.hashes.length) { broken.push(Number.isSafeInteger(seq) ? seq : null); continue }
    if (whole && seq !== last + 1) broken.push(last + 1)
    last = seq
    if (sha(`psr-event/1\n${jcs(event)}`) !== trail.hashes[seq - 1] || event.prev !== (trail.hashes[seq - 2] ?? zeros)) broken.push(seq)
    if (!knownTypes.has(type)) { unknown = true; continue }
    if (!inForm(event) || event.register !== trail.register.id || (seq === 1 && type !== 'register.created')) wrong.push(seq)
    const changes = (record: object | undefined): void => { for (const { field, to } of (data['changes'] as { field: string; to: unknown }[])) if (record) Object.assign(record, { [field]: to }) }
    switch (type) {
      case 'register.created': policy = data['policy'] as Obj; practice = { ...data['practice'] as Obj }; break
      case 'practice.changed': changes(practice); break
      case 'policy.changed': policy = data['to'] as Obj; break
      case 'person.added': people.set(subject.id, { ...data, id: subject.id, leftOn: null, keys: [], packs: new Map() } as unknown as Person); break
      case 'person.changed': changes(people.get(subject.id)); break
      case 'person.left': Object.assign(people.get(subject.id) ?? {}, { leftOn: data['on'] }); break
      case 'person.key-added': people.get(subject.id)?.keys.push(String(data['publicKey'])); break
      case 'pack.made': people.get(subject.id)?.packs.set(String(data['sha256']), data['statements'] as string[]); break
      case 'evidence.attached': attached.set(`${subject.id} ${String(data['evidence'])}`, String(data['sha256'])); break
      case 'entry.added': refs.set(subject.id, data['ref']); break
      case 'decision.drafted': refs.set(subject.id, data['ref']); asked.set(subject.id, undefined); break
      case 'decision.fixed': fix(event, subject.id); break
      case 'decision.voided': case 'decision.cancelled': asked.set(subject.id, undefined); break
      case 'decision.answered': answer(event, subject.id); break
      case 'decision.answered-on-paper': paper(event, subject.id); break
      case 'decision.made': carried.set(subject.id, { open: new Set(), planned: new Set(), doers: new Map(), checked: false }); outcome(event, subject.id, 'made'); break
      case 'decision.refused': outcome(event, subject.id, 'refused'); break
      case 'decision.lapsed': outcome(event, subject.id, 'waiting'); break
      case 'decision.planned': for (const { step } of data['tasks'] as { step: string }[]) { const of = carried.get(subject.id); if (of && !of.planned.has(step)) { of.planned.add(step); of.open.add(step) } } break
      case 'decision.step-done': if (carried.get(subject.id)?.planned.has(String(data['step']))) { carried.get(subject.id)?.open.delete(String(data['step'])); carried.get(subject.id)?.doers.set(String(data['step']), event.actor.id) } break
      case 'decision.step-not-needed': carried.get(subject.id)?.open.delete(String(data['step'])); break
      case 'decision.step-reopened': reopened(subject.id, String(data['step'])); break
      case 'decision.checked': checked(event); break
      case 'decision.closed': if (complete && (!carried.get(subject.id)?.planned.has('checked') || !carried.get(subject.id)?.checked || carried.get(subject.id)?.open.size !== 0)) wrong.push(seq); break
      case 'action.proposed': fix(event, String(data['proposal'])); break
      case 'action.answered': answer(event, String(data['decision'])); break
      case 'action.settled': outcome(event, String(data['proposal']), String(data['outcome'])); break
      case 'action.dropped': asked.delete(String(data['proposal'])); break
    }
  }
  if (whole && last < trail.hashes.length) broken.push(last + 1)
  if (trail.head.seq !== trail.hashes.length) broken.push(null)
  if ((trail.hashes.at(-1) ?? zeros) !== trail.head.hash) broken.push(trail.head.seq)
  const named = trail.scope.kind === 'period' || trail.scope.asAt !== undefined || trail.events.length === 0 || (practice['name'] === trail.register.practice && practice['ods'] === trail.register.ods)
  const about = !['entry', 'decision'].includes(trail.scope.kind) || refs.get(trail.scope.id ?? '') === trail.scope.ref
  if (broken.length + wrong.length === 0 && !unknown && (!named || !about)) wrong.push(null)
  return concluded(trail, unknown ? broken : [...broken, ...wrong], unknown, kept)
}

function tallied(policy: Obj, office: Person[], { answers, secondPartner }: NonNullable<Asked>): { status: string; tally: Obj } {
  const of = (wanted: string): string[] => answers.filter(({ answer, signatory }) => answer === wanted && office.some(({ id }) => id === signatory)).map(({ signatory }) => String(signatory))
  const [agree, disagree, standAside] = [of('agree'), of('disagree'), of('stand-aside')]
  const n = { all: office.length - standAside.length, majority: Math.floor(office.length / 2) + 1, number: Number(policy['number'] ?? office.length) }[String(policy['quorum'])] ?? 0
  const needed = Math.max(1, n)
  const open = office.length - agree.length - disagree.length - standAside.length
  const made = agree.length >= needed && secondPartner.every((id) => agree.includes(id))
  const lost = agree.length + open < needed || secondPartner.some((id) => !agree.includes(id) && (!office.some((person) => person.id === id) || [...disagree, ...standAside].includes(id)))
  const inOffice = office.map(({ id, name }) => ({ id, name })).toSorted((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
  const tally = { rule: policy['quorum'], needed, waitForAll: policy['waitForAll'], inOffice, agree, disagree, standAside, mustAgree: secondPartner }
  return { status: policy['waitForAll'] === true && open > 0 ? 'waiting' : made ? 'made' : lost ? 'refused' : 'waiting', tally }
}

function isTrail(value: unknown): value is Trail {
  if (!has(value, 'format', 'register', 'generated', 'scope', 'head', 'hashes', 'events')) return false
  const { format, register, head, hashes, events } = value as Obj
  return format === 'psr-trail/1' && has(register, 'id', 'practice', 'ods') && has(head, 'seq', 'hash') && Array.isArray(hashes) && hashes.every((hash) => /^[0-9a-f]{64}$/.test(String(hash))) && Array.isArray(events)
}

function concluded({ register, hashes }: Trail, wrong: (number | null)[], unknown: boolean, kept: Kept): Opinion {
  const say = (verdict: string, at: number | null): Opinion => ({ verdict, at, hashes, register: register.id })
  if (wrong.length > 0) return say('changed', wrong.toSorted((a, b) => (a ?? 0) - (b ?? 0))[0] ?? null)
  if (kept === 'unusable') return say('could-not-check', null)
  if (kept !== null && 'digits' in kept) {
    if (kept.seq > hashes.length) return say('cut-short', hashes.length + 1)
    if (!hashes[kept.seq - 1]?.startsWith(kept.digits)) return say('changed', kept.seq)
  } else if (kept !== null) {
    if (kept.register !== register.id) return say('changed', null)
    const differs = kept.hashes.findIndex((hash, index) => index < hashes.length && hash !== hashes[index])
    if (differs >= 0) return say('changed', differs + 1)
    if (kept.hashes.length > hashes.length) return say('cut-short', hashes.length + 1)
  }
  return unknown || hashes.length === 0 ? say('could-not-check', null) : say('matches', null)
}

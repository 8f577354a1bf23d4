import type { ActionProposal } from '../domain/action-proposal.ts'
import { doersOf, isTaskOpen } from '../domain/follow-through-record.ts'
import { isInOffice } from '../domain/person-record.ts'
import { standingStatement, type DecisionRecord } from '../domain/decision-record.ts'
import { quorum } from '../domain/quorum.ts'
import { partnersInOffice } from '../domain/person-record.ts'
import { dayInEngland } from '../domain/date.ts'
import { emptyRegister, foldEvent, type RegisterRecord } from '../domain/register-record.ts'
import { canonical, signedText, statementHash, type TrailCrypto } from './canonical.ts'
import { parseEvent, type EventData, type TrailEvent } from './event.ts'
import { isRecordable } from './json.ts'
import type { Part, PartFinding } from './parts.ts'

type Counted = Exclude<Part, 'hashes' | 'order' | 'form'>

/** Collects what a full check finds while events are handed to it in order. */
export type FullCheck = Readonly<{
  register: RegisterRecord
  findings: PartFinding[]
  /** Types this version does not know: the register was written by a newer one. */
  unknownTypes: Set<string>
  /** Events whose time lies before that of the event before them: the clock went back. Shown, not a change. */
  clockWentBack: number[]
  /** How many there were of what only some events hold. */
  counts: () => Readonly<Record<Counted, number>>
  take: (value: unknown, body?: string) => void
}>

/**
 * Form, shape, statements, signatures and quorum of each event, and the register they fold into.
 * @param whole false for a filtered export, where other events of the same subjects may be missing by design.
 */
export function startFullCheck(crypto: TrailCrypto, whole: boolean): FullCheck {
  const register = emptyRegister()
  const findings: PartFinding[] = []
  const unknownTypes = new Set<string>()
  const clockWentBack: number[] = []
  const count: Record<Counted, number> = { signatures: 0, statements: 0, paper: 0, outcomes: 0, carrying: 0 }
  let lastAt = ''
  let registerId = ''

  const take = (value: unknown, body?: string): void => {
    const parsed = parseEvent(value)
    if (!parsed.ok) {
      const seq = seqOf(value)
      if (parsed.problem === 'unknown-type') unknownTypes.add(parsed.detail)
      else findings.push({ seq, part: 'form', text: `Event ${seq ?? '?'} does not have the shape of an event (${parsed.detail}).` })
      return
    }
    const { event } = parsed
    const about = (part: Part): Say => (text) => { findings.push({ seq: event.seq, part, text: `Event ${event.seq}: ${text}` }) }
    const say = about('form')
    if (body !== undefined && canonical(value) !== body) say('it is not written in canonical form.')
    if (!isRecordable(value)) say('its text or numbers are not in the recorded form.')
    registerId ||= event.register
    if (event.register !== registerId) say('it belongs to another register.')
    if (event.seq === 1 && event.type !== 'register.created') say('a register begins with its own creation.')
    if (event.at < lastAt) clockWentBack.push(event.seq)
    lastAt = event.at
    if (event.type === 'decision.fixed') {
      count.statements += 1
      checkStatement(event, crypto, about('statements'))
    }
    if (event.type === 'decision.answered') {
      count.signatures += 1
      checkAnswer(event, register, crypto, whole, about('signatures'))
    }
    if (event.type === 'decision.answered-on-paper') {
      count.paper += 1
      checkPaperAnswer(event, register, whole, about('paper'))
    }
    if (event.type === 'action.proposed') {
      count.statements += 1
      checkProposal(event, crypto, about('statements'))
    }
    if (event.type === 'action.answered') {
      count.signatures += 1
      checkActionAnswer(event, register, crypto, whole, about('signatures'))
    }
    if (whole && event.type === 'action.settled') {
      count.outcomes += 1
      checkSettled(event, register, about('outcomes'))
    }
    if (whole && event.type === 'action.dropped' && proposalIn(register, event.data.proposal)?.answers.length !== 0) say('what was taken back was not open, or had been answered.')
    if (whole && (event.type === 'decision.made' || event.type === 'decision.refused')) {
      count.outcomes += 1
      checkOutcome(event, register, about('outcomes'))
    }
    if (whole && event.type === 'decision.lapsed') {
      count.outcomes += 1
      checkLapsed(event, register, about('outcomes'))
    }
    if (whole && (event.type === 'decision.checked' || event.type === 'decision.closed')) {
      count.carrying += 1
      if (event.type === 'decision.checked') checkChecked(event, register, about('carrying'))
      else checkClosed(event, register, about('carrying'))
    }
    foldEvent(register, event)
  }
  return { register, findings, unknownTypes, clockWentBack, counts: () => ({ ...count }), take }
}

type Say = (text: string) => void

function checkStatement(event: Extract<TrailEvent, { type: 'decision.fixed' }>, crypto: TrailCrypto, say: Say): void {
  if (statementHash(event.data.statement, crypto) !== event.data.statementHash) say('the statement does not match its hash.')
  if (event.data.statement.decision.id !== event.subject.id) say('the statement is of another decision.')
}

function checkAnswer(event: Extract<TrailEvent, { type: 'decision.answered' }>, register: RegisterRecord, crypto: TrailCrypto, whole: boolean, say: Say): void {
  const { data } = event
  checkSignature(data, event, register, crypto, say)
  if (data.decision !== event.subject.id) say('the answer is to another decision.')
  const decision = register.decisions.get(event.subject.id)
  // A file of some days may hold an answer to a decision that was drawn up before them.
  if (!whole && !decision) return
  const fixed = answerable(decision)
  if (fixed?.hash !== data.statementHash) say('the answer is not to the statement that stood then.')
  else if (fixed.answers.some(({ signatory }) => signatory === data.signatory)) say('the signatory had already answered.')
  else if (data.via && data.signedAt < fixed.fixed.at) say('it was signed before the statement was fixed.')
}

/** What ink can show: a page with the statement's own code, whose scan is attached, recorded by somebody else. */
function checkPaperAnswer(event: Extract<TrailEvent, { type: 'decision.answered-on-paper' }>, register: RegisterRecord, whole: boolean, say: Say): void {
  const { data } = event
  const person = register.people.get(data.signatory)
  const today = dayInEngland(event.at)
  if (person?.role !== 'partner' || !isInOffice(person, today) || !isInOffice(person, data.signedOn)) say('the signatory was not a partner in office.')
  if (data.signatory === event.actor.id) say('the signatory recorded their own page.')
  if (!data.statementHash.startsWith(data.code)) say('the page belongs to another text.')
  if (data.decision !== event.subject.id) say('the answer is to another decision.')
  const decision = register.decisions.get(event.subject.id)
  if (!whole && !decision) return
  if (!decision?.evidence.some(({ id, sha256 }) => id === data.evidence && sha256 === data.sha256)) say('its scan is not attached to the decision.')
  const fixed = answerable(decision)
  if (fixed?.hash !== data.statementHash) return say('the answer is not to the statement that stood then.')
  if (fixed.answers.some(({ signatory }) => signatory === data.signatory)) say('the signatory had already answered.')
  if (data.signedOn > today || data.signedOn < dayInEngland(fixed.fixed.at)) say('the page was signed on a day that cannot be.')
}

/** An answer from another computer: by a pack that asked for it, under the key that counts now, at a time that can be. */
function checkVia({ via, ...data }: EventData<'decision.answered'>, event: TrailEvent, register: RegisterRecord, say: Say): void {
  const person = register.people.get(data.signatory)
  const pack = person?.packs.find(({ sha256 }) => sha256 === via?.pack)
  if (!pack?.statements.includes(data.statementHash)) say('the pack that it names did not ask for this answer.')
  if (person?.keys.at(-1)?.publicKey !== data.publicKey) say('the key had been replaced by then.')
  if (via && (data.signedAt > event.at || via.shownAt > data.signedAt)) say('it was signed at a time that cannot be.')
}

function checkSignature(data: EventData<'decision.answered'>, event: TrailEvent, register: RegisterRecord, crypto: TrailCrypto, say: Say): void {
  const person = register.people.get(data.signatory)
  if (!person?.keys.some(({ publicKey }) => publicKey === data.publicKey)) say('the key is not one of the signatory’s keys.')
  if (person && (person.role !== 'partner' || !isInOffice(person, dayInEngland(event.at)))) say('the signatory was not a partner in office.')
  if (data.via) checkVia(data, event, register, say)
  else if (data.signatory !== event.actor.id) say('somebody else recorded the answer.')
  if (!crypto.verifyEd25519(data.publicKey, signedText(data), data.signature)) say('the signature is not valid.')
}

const answerable = (decision: DecisionRecord | undefined) => (decision?.status === 'fixed' ? standingStatement(decision) : undefined)

function checkOutcome(event: Extract<TrailEvent, { type: 'decision.made' | 'decision.refused' }>, register: RegisterRecord, say: Say): void {
  const fixed = answerable(register.decisions.get(event.subject.id))
  if (!register.head || !fixed || fixed.hash !== event.data.statementHash) return say('there was no such statement to decide on.')
  const partners = partnersInOffice(register.people.values(), dayInEngland(event.at))
  const second = fixed.statement.secondPartner
  const { status, tally } = quorum(register.head.policy, partners, fixed.answers, second ? [second.id] : [])
  const recorded = event.type === 'decision.made' ? 'made' : 'refused'
  if (status !== recorded) say(`by the practice’s rule the answers had not ${recorded} this decision.`)
  if (canonical(tally) !== canonical(event.data.tally)) say('the count of answers is not what was recorded.')
}

function checkLapsed(event: Extract<TrailEvent, { type: 'decision.lapsed' }>, register: RegisterRecord, say: Say): void {
  const fixed = answerable(register.decisions.get(event.subject.id))
  if (!register.head || fixed?.hash !== event.data.statementHash) return say('there was no such statement to lapse.')
  const second = fixed.statement.secondPartner
  const { status, tally } = quorum(register.head.policy, partnersInOffice(register.people.values(), dayInEngland(event.at)), fixed.answers, second ? [second.id] : [])
  if (status !== 'waiting') say(`by the practice’s rule the answers had ${status} this decision.`)
  if (canonical(tally) !== canonical(event.data.tally)) say('the count of answers is not what was recorded.')
}

/** Whoever checks has done none of the steps, unless the practice's policy says why they may. */
function checkChecked(event: Extract<TrailEvent, { type: 'decision.checked' }>, register: RegisterRecord, say: Say): void {
  const follow = register.decisions.get(event.subject.id)?.followThrough
  if (!follow) return say('the decision was not made, so there was nothing to check.')
  if (follow.tasks.some((task) => task.step !== 'checked' && isTaskOpen(task))) say('it was checked while there was still something to do.')
  const own = doersOf(follow).has(event.actor.id)
  const allowed = register.head?.policy.ownCheckReason ?? null
  if (event.data.ownCheckReason !== (own ? allowed : null) || (own && allowed === null)) say('the person who checked had done a step themselves.')
}

function checkClosed(event: Extract<TrailEvent, { type: 'decision.closed' }>, register: RegisterRecord, say: Say): void {
  const follow = register.decisions.get(event.subject.id)?.followThrough
  if (!follow || follow.tasks.some(isTaskOpen) || !follow.tasks.some(({ step, done }) => step === 'checked' && done !== null)) say('the decision was closed before somebody else had checked it.')
}

const proposalIn = ({ head }: RegisterRecord, id: string): ActionProposal | undefined => head?.proposals?.find((proposal) => proposal.id === id)

function checkProposal({ data }: Extract<TrailEvent, { type: 'action.proposed' }>, crypto: TrailCrypto, say: Say): void {
  if (statementHash(data.statement, crypto) !== data.statementHash) say('the statement does not match its hash.')
  if (data.statement.decision.id !== data.proposal) say('the statement is of another proposal.')
}

function checkActionAnswer(event: Extract<TrailEvent, { type: 'action.answered' }>, register: RegisterRecord, crypto: TrailCrypto, whole: boolean, say: Say): void {
  const { data } = event
  checkSignature(data, event, register, crypto, say)
  const proposal = proposalIn(register, data.decision)
  if (!whole && !proposal) return
  if (proposal?.hash !== data.statementHash) say('the answer is not to the statement that stood then.')
  else if (proposal.answers.some(({ signatory }) => signatory === data.signatory)) say('the signatory had already answered.')
  else if (data.via && data.signedAt < proposal.proposed.at) say('it was signed before the statement was fixed.')
}

function checkSettled(event: Extract<TrailEvent, { type: 'action.settled' }>, register: RegisterRecord, say: Say): void {
  const { data } = event
  const proposal = proposalIn(register, data.proposal)
  if (!register.head || proposal?.hash !== data.statementHash) return say('there was no such statement to decide on.')
  const { action, choice, on, reason } = proposal.statement
  if (action !== data.action || choice !== data.choice || on !== data.on || reason !== data.reason) say('what is said to be decided is not what the statement says.')
  const partners = partnersInOffice(register.people.values(), dayInEngland(event.at))
  const { status, tally } = quorum(register.head.policy, partners, proposal.answers)
  if (status !== data.outcome) say(`by the practice’s rule the answers had not ${data.outcome} this choice.`)
  if (canonical(tally) !== canonical(data.tally)) say('the count of answers is not what was recorded.')
}

function seqOf(value: unknown): number | null {
  const seq = typeof value === 'object' && value !== null && 'seq' in value ? value.seq : null
  return Number.isSafeInteger(seq) ? Number(seq) : null
}

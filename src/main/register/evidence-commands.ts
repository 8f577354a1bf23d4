import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { refuse } from '../../shared/contract/refused.ts'
import { isOnPaper, type DecisionRecord } from '../../shared/domain/decision-record.ts'
import { categoriesFor, mayRemoveBytes, type EvidenceCategory, type EvidenceFacts, type EvidenceSubject } from '../../shared/domain/evidence.ts'
import { evidenceName, hasBytes, isActive, type EvidenceRecord } from '../../shared/domain/evidence-record.ts'
import { changesBetween } from '../../shared/trail/change.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import type { ReadEvidence } from '../exchange/evidence-file.ts'
import { decisionOf } from './decision-commands.ts'
import type { Acting, Decided, Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { notFound } from './refusals.ts'
import { withVoidedDecision } from './void-statements.ts'

type Subject = CallParsed<'evidence.attach'>['subject']
const nothing = { done: true } as const

/** Keeps a file as evidence of an entry or a decision. On a fixed decision it changes the statement, and so voids it. */
export function attachEvidence(acting: Acting, { file, subject, token: _used, ...said }: CallParsed<'evidence.attach'> & { file: ReadEvidence }): Decided<CallOutput<'evidence.attach'>> {
  const { content, ...found } = file
  refuseCategory(acting, subject.kind, said.category)
  refuseDays(acting, said)
  const evidence = evidenceOn(acting, subject)
  const same = evidence.find((one) => isActive(one) && one.sha256 === file.sha256)
  if (same) throw refuse('not-in-this-state', { happened: `This very file is attached here already, as ${evidenceName(same)}.`, safe: 'It was not attached again.', todo: 'Change what is said about it there, if that is what you want.' })
  const id = acting.newId()
  const event: NewEvent = { type: 'evidence.attached', subject, data: { evidence: id, ...found, ...said } }
  const { events, result } = voiding(acting, subject, event)
  return { events, result: { id, voided: result }, files: { keep: [{ sha256: file.sha256, content }] } }
}

export function describeEvidence(acting: Acting, { subject, evidence: id, ...said }: CallParsed<'evidence.describe'>): Decided<typeof nothing> {
  const one = evidenceOf(acting, subject, id)
  refuseCategory(acting, subject.kind, one.category)
  refuseCategory(acting, subject.kind, said.category)
  refuseDays(acting, said)
  if (!isActive(one)) throw refuse('not-in-this-state', { happened: 'This evidence was set aside.', todo: 'What was said about it stays as it was.' })
  const changes = changesBetween({ category: one.category, note: one.note, evidenceOn: one.evidenceOn, expiresOn: one.expiresOn }, said)
  return { events: changes.length === 0 ? [] : [{ type: 'evidence.described', subject, data: { evidence: id, changes } }], result: nothing }
}

/** Nothing is taken off the list: what was set aside stays there with the reason, and a removed file leaves its hash. */
export function setEvidenceAside(acting: Acting, { subject, evidence: id, kind, patientData, nameToo, reason }: CallParsed<'evidence.set-aside'>): Decided<CallOutput<'evidence.set-aside'>> {
  const one = evidenceOf(acting, subject, id)
  refuseCategory(acting, subject.kind, one.category)
  if (!hasBytes(one)) throw refuse('not-in-this-state', { happened: 'This file was removed already.' })
  if (kind === 'superseded' && !isActive(one)) throw refuse('not-in-this-state', { happened: 'This evidence was set aside already.' })
  if (kind === 'superseded' && patientData) throw refuse('invalid-input', { fields: { kind: ['A file with patient data has to be removed: setting it aside would keep it'] } })
  if (nameToo && !patientData) throw refuse('invalid-input', { fields: { nameToo: ['The name goes only where it holds patient data'] } })
  if (kind === 'removed') refuseRemoval(acting, subject, one, patientData)
  const event: NewEvent = { type: 'evidence.set-aside', subject, data: { evidence: id, kind, patientData, nameToo, reason } }
  const { events, result: voided } = voiding(acting, subject, event)
  if (kind === 'superseded') return { events, result: { voided, stillAt: [] } }
  return { events, result: { voided, stillAt: placesOf(acting, one.sha256, id) }, files: { drop: [one.sha256] } }
}

/** @throws Refused not-found */
export function evidenceOf(reading: Pick<Reading, 'store'>, subject: Subject, id: string): EvidenceRecord {
  const one = evidenceOn(reading, subject).find((evidence) => evidence.id === id)
  if (!one) throw notFound('evidence')
  return one
}

/** References of what the same bytes are evidence of. @param but an item that does not count */
export function placesOf({ store: { db, statements } }: Pick<Reading, 'store'>, sha256: string, but: string | null = null): string[] {
  const rows = statements.all(db.selectFrom('evidence').select(['evidence.id', 'subject_kind', 'subject'])
    .where('sha256', '=', sha256).where((eb) => eb.or([eb('set_aside', 'is', null), eb('set_aside', '=', 'superseded')])))
  return [...new Set(rows.filter(({ id }) => id !== but).map(({ subject_kind: kind, subject }) => {
    const table = kind === 'entry' ? 'entry' : 'decision'
    return statements.first(db.selectFrom(table).select('ref').where('id', '=', subject))?.ref ?? ''
  }))].toSorted()
}

const evidenceOn = (reading: Pick<Reading, 'store'>, { kind, id }: Subject): readonly EvidenceRecord[] =>
  (kind === 'entry' ? entryOf(reading, id) : decisionOf(reading, id)).evidence

function voiding(acting: Acting, { kind, id }: Subject, event: NewEvent): Decided<string | null> {
  if (kind === 'entry') return { events: [event], result: null }
  const decision = decisionOf(acting, id)
  if (decision.status === 'cancelled') throw refuse('not-in-this-state', { happened: 'This decision was dropped.', todo: 'Attach the file to the entry it was about.' })
  const { events } = withVoidedDecision(acting, decision, [event], null)
  return { events, result: events.length > 1 ? decision.ref : null }
}

function refuseCategory({ person }: Acting, kind: EvidenceSubject, category: EvidenceCategory): void {
  const allowed = categoriesFor(person.role, kind)
  if (allowed.includes(category)) return
  throw refuse('not-permitted', { happened: allowed.length === 0 ? 'Your role does not attach files here.' : 'You attach your own advice only.' })
}

function refuseDays({ today }: Acting, { evidenceOn: from, expiresOn }: Pick<EvidenceFacts, 'evidenceOn' | 'expiresOn'>): void {
  if (from > today) throw refuse('invalid-input', { fields: { evidenceOn: ['Enter the day the evidence is from. It cannot be in the future'] } })
  if (expiresOn !== null && expiresOn < from) throw refuse('invalid-input', { fields: { expiresOn: ['Enter a day that is not before the day it is from'] } })
}

/** What partners were asked to sign names its files by their hashes; without the bytes nobody could show what they saw. */
function refuseRemoval(acting: Acting, { kind, id }: Subject, { sha256 }: EvidenceRecord, patientData: boolean): void {
  if (!mayRemoveBytes(acting.person.role)) throw refuse('not-permitted', { happened: 'Your role does not delete a file. You can set it aside.' })
  if (patientData || kind === 'entry') return
  const decision: DecisionRecord = decisionOf(acting, id)
  const named = decision.statements.some(({ statement }) => statement.evidence.some((one) => one.sha256 === sha256))
  const signed = decision.statements.some(({ answers }) => answers.some((answer) => isOnPaper(answer) && answer.sha256 === sha256))
  if (!named && !signed) return
  throw refuse('not-in-this-state', {
    happened: signed ? `A partner’s answer to ${decision.ref} is signed on this page, so it has to stay: it is the proof of the answer.` : `The statement of ${decision.ref} names this file, so it has to stay: it shows what the partners were asked about.`,
    todo: 'Set it aside and keep the file. Only a file that holds patient data is deleted all the same.',
  })
}

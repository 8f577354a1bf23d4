import type { KeyObject } from 'node:crypto'
import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { standingStatement, type DecisionRecord, type FixedStatement } from '../../shared/domain/decision-record.ts'
import { isInOffice, partnersInOffice } from '../../shared/domain/person-record.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import { signAnswer } from '../identity/signing-key.ts'
import type { Acting, Decided } from './desk.ts'
import { decisionOf } from './decision-commands.ts'
import { settlesDecision } from './settling.ts'

const nothing = { done: true } as const

/** The statement as it stands for this partner, or why they cannot answer it. Asked before the passphrase is spent, and again when recording. */
export function answerable(acting: Acting, id: string, statementHash: string): { decision: DecisionRecord; fixed: FixedStatement } {
  const { person, today } = acting
  const decision = decisionOf(acting, id)
  const fixed = standingStatement(decision)
  if (decision.status === 'made' || decision.status === 'refused' || decision.status === 'lapsed') throw refuse('not-in-this-state', { happened: decision.status === 'lapsed' ? 'This decision has lapsed.' : `This decision has already been ${decision.status}.`, todo: 'A change of mind is a new decision.' })
  if (decision.status !== 'fixed' || !fixed || fixed.hash !== statementHash) throw refuse('stale', { happened: 'This statement was changed after you opened it, so it can no longer be signed.', safe: 'Your answer was not recorded.', todo: 'Read the new text, then answer that.' })
  if (person.role !== 'partner' || !isInOffice(person, today)) throw refuse('not-permitted', { happened: 'Only partners in office answer statements.' })
  if (fixed.answers.some(({ signatory }) => signatory === person.id)) throw refuse('already-answered')
  return { decision, fixed }
}

/** What the partner's page showed, recorded once per partner and statement. */
export function effectsShown(acting: Acting, { id, statementHash }: CallParsed<'decision.effects-shown'>): Decided<typeof nothing> {
  const decision = decisionOf(acting, id)
  const fixed = standingStatement(decision)
  if (!fixed || fixed.hash !== statementHash) throw refuse('stale')
  // Reading a decision that is already settled shows nothing before signing.
  if (decision.status !== 'fixed' || fixed.shownTo.some((one) => one.id === acting.person.id)) return { events: [], result: nothing }
  return { events: [{ type: 'decision.effects-shown', subject: { kind: 'decision', id }, data: { statementHash } }], result: nothing }
}

/**
 * Signs and records one answer; with it, in the same transaction, the decision when this answer settles it.
 * @param key the partner's own key, just opened with their passphrase
 */
export function answerDecision(acting: Acting, input: CallParsed<'decision.answer'>, key: { publicKey: string; privateKey: KeyObject }): Decided<typeof nothing> {
  const { decision, fixed } = answerable(acting, input.id, input.statementHash)
  if (!fixed.shownTo.some(({ id }) => id === acting.person.id)) throw refuse('not-in-this-state', { happened: 'What the decision does has not been shown to you yet.', todo: 'Open the statement under Sign-off and answer it there.' })
  const comment = input.comment?.trim() ? input.comment.trim().normalize('NFC') : null
  const signed = { statementHash: fixed.hash, decision: decision.id, signatory: acting.person.id, answer: input.answer, comment, signedAt: acting.now }
  const subject = { kind: 'decision', id: decision.id } as const
  const events: NewEvent[] = [{ type: 'decision.answered', subject, data: { ...signed, signature: signAnswer(signed, key.privateKey), publicKey: key.publicKey } }]

  const partners = partnersInOffice(acting.store.records.people(), acting.today)
  return { events: [...events, ...settlesDecision(acting, decision, fixed, [...fixed.answers, signed], partners)], result: nothing }
}

import type { KeyObject } from 'node:crypto'
import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { actionNumber, actionRef, type ActionSlug } from '../../shared/domain/action.ts'
import type { ActionProposal } from '../../shared/domain/action-proposal.ts'
import { drawUpActionStatement } from '../../shared/domain/action-statement.ts'
import { isInOffice, partnersInOffice } from '../../shared/domain/person-record.ts'
import { statementHash } from '../../shared/trail/canonical.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import { nodeCrypto } from '../identity/node-crypto.ts'
import { signAnswer } from '../identity/signing-key.ts'
import { coverageOf } from './action-coverage.ts'
import { positionForAction } from './action-position.ts'
import type { Acting, Decided } from './desk.ts'
import { notFound } from './refusals.ts'
import { registerEventsOf } from './register-history.ts'
import { settlesAction } from './settling.ts'

const nothing = { done: true } as const
type Done = Decided<typeof nothing>

/** What binds nobody: that an action is looked at, or is not taken. What the partners have agreed to only they can end. */
export function chooseAction({ head }: Acting, { action, choice, on, reason }: CallParsed<'action.choose'>): Done {
  refuseWhileAsked(head.proposals, action)
  if (head.actions[action]?.choice === 'taken') {
    throw refuse('not-in-this-state', { happened: 'The partners took this action, so it goes on until they end it.', todo: 'Choose “Ended”. It is put to the partners, as taking it was.' })
  }
  return { events: [{ type: 'action.chosen', subject: { kind: 'register', id: head.id }, data: { action, choice, on, reason } }], result: nothing }
}

/** Puts a choice to the partners: the statement is drawn up and fixed in one act, with the position and the figures of now. */
export function proposeAction(acting: Acting, { action, choice, on, reason }: CallParsed<'action.propose'>): Decided<{ id: string; ref: string }> {
  const { head } = acting
  refuseWhileAsked(head.proposals, action)
  const now = head.actions[action]
  // One that was taken before there was this register can be recorded as ended.
  if (choice === 'ended' && now && now.choice !== 'taken') throw refuse('invalid-input', { fields: { choice: ['Only an action that has been taken can be ended'] } })
  if (choice === 'ended' && now && on < now.on) throw refuse('invalid-input', { fields: { on: ['Enter a day on or after the day it was taken'] } })
  if (choice === 'taken' && now?.choice === 'taken') throw refuse('invalid-input', { fields: { choice: ['The practice has taken this action already'] } })
  const id = acting.newId()
  const ref = actionRef(registerEventsOf(acting, ['action.proposed']).length + 1)
  const statement = drawUpActionStatement({
    proposal: { id, ref }, practice: head.practice, action, choice, on, reason,
    before: { choice: now?.choice ?? 'not-taken', on: now?.on ?? null },
    position: positionForAction(acting, action, on), coverage: coverageOf(acting, action), drawnUpBy: acting.person.name,
  })
  return {
    events: [{ type: 'action.proposed', subject: { kind: 'register', id: head.id }, data: { proposal: id, statement, statementHash: statementHash(statement, nodeCrypto) } }],
    result: { id, ref },
  }
}

/** An answer once given is never taken away, so an answered proposal runs its course. */
export function dropAction(acting: Acting, { id, reason }: CallParsed<'action.drop'>): Done {
  const proposal = openProposal(acting, id)
  if (proposal.answers.length > 0) throw refuse('not-in-this-state', { happened: 'Partners have already answered this.', todo: 'Let the others answer too. Answers given are never taken away.' })
  return { events: [{ type: 'action.dropped', subject: { kind: 'register', id: acting.head.id }, data: { proposal: id, reason } }], result: nothing }
}

/** The proposal as it stands for this partner, or why they cannot answer it. Asked before the passphrase is spent, and again when recording. */
export function answerableAction(acting: Acting, id: string, hash: string): ActionProposal {
  const { person, today } = acting
  const proposal = openProposal(acting, id)
  if (proposal.hash !== hash) throw refuse('stale', { safe: 'Your answer was not recorded.', todo: 'Open it again, read it, then answer.' })
  if (person.role !== 'partner' || !isInOffice(person, today)) throw refuse('not-permitted', { happened: 'Only partners in office answer statements.' })
  if (proposal.answers.some(({ signatory }) => signatory === person.id)) throw refuse('already-answered')
  return proposal
}

/**
 * Signs and records one answer; with it, in the same transaction, the choice when this answer settles it.
 * @param key the partner's own key, just opened with their passphrase
 */
export function answerAction(acting: Acting, input: CallParsed<'action.answer'>, key: { publicKey: string; privateKey: KeyObject }): Done {
  const proposal = answerableAction(acting, input.id, input.statementHash)
  const subject = { kind: 'register', id: acting.head.id } as const
  const comment = input.comment?.trim() ? input.comment.trim() : null
  const signed = { statementHash: proposal.hash, decision: proposal.id, signatory: acting.person.id, answer: input.answer, comment, signedAt: acting.now }
  const events: NewEvent[] = [{ type: 'action.answered', subject, data: { ...signed, signature: signAnswer(signed, key.privateKey), publicKey: key.publicKey } }]
  const partners = partnersInOffice(acting.store.records.people(), acting.today)
  return { events: [...events, ...settlesAction(acting, proposal, [...proposal.answers, signed], partners)], result: nothing }
}

function openProposal({ head, store }: Acting, id: string): ActionProposal {
  const proposal = head.proposals?.find((one) => one.id === id)
  if (proposal) return proposal
  if (registerEventsOf({ head, store }, ['action.proposed']).some(({ data }) => data.proposal === id)) {
    throw refuse('not-in-this-state', { happened: 'This has been settled, or was taken back.', todo: 'A change of mind is a new choice, put to the partners again.' })
  }
  throw notFound('choice')
}

function refuseWhileAsked(proposals: readonly ActionProposal[] | undefined, action: ActionSlug): void {
  const open = proposals?.find(({ statement }) => statement.action === action)
  if (open) throw refuse('not-in-this-state', { happened: `The partners are already being asked about action ${actionNumber[action]} (${open.statement.decision.ref}).`, todo: 'Wait for their answers, or take it back while nobody has answered.' })
}

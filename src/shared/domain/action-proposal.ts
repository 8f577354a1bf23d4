import { z } from 'zod'
import { actionEvents } from '../trail/events/action-events.ts'
import type { TrailEvent } from '../trail/event.ts'
import { actionStatement } from './action-statement.ts'
import { isoInstant } from './date.ts'

const by = z.strictObject({ id: z.string(), name: z.string(), at: isoInstant })
const givenAnswer = actionEvents['action.answered'].extend({ seq: z.int(), /** Who brought it back, where it was given on another computer. */ broughtBy: by.optional() })

/** A choice about an action that partners are being asked about. Once settled or dropped it stands in the trail alone. */
export const actionProposal = z.strictObject({
  id: z.uuid(), statement: actionStatement, hash: z.string(),
  proposed: by,
  answers: z.array(givenAnswer),
})
export type ActionProposal = z.infer<typeof actionProposal>

/** The open proposals after an event. */
export function applyToProposals(open: readonly ActionProposal[], event: TrailEvent): readonly ActionProposal[] {
  switch (event.type) {
    case 'action.proposed': return [...open, {
      id: event.data.proposal, statement: event.data.statement, hash: event.data.statementHash,
      proposed: { id: event.actor.id, name: event.actor.name, at: event.at }, answers: [],
    }]
    case 'action.answered': {
      const answer = { ...event.data, seq: event.seq, ...(event.data.via === undefined ? {} : { broughtBy: { id: event.actor.id, name: event.actor.name, at: event.at } }) }
      return open.map((proposal) => (proposal.id === answer.decision ? { ...proposal, answers: [...proposal.answers, answer] } : proposal))
    }
    case 'action.settled': case 'action.dropped': return open.filter(({ id }) => id !== event.data.proposal)
    default: return open
  }
}

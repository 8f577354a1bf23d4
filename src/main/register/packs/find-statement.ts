import type { ActionProposal } from '../../../shared/domain/action-proposal.ts'
import { standingStatement, type DecisionRecord, type FixedStatement } from '../../../shared/domain/decision-record.ts'
import type { Reading } from '../desk.ts'
import { registerEventsOf } from '../register-history.ts'

/** What an answer is about, and whether it can still be given. */
export type Found =
  | Readonly<{ kind: 'decision'; ref: string; title: string; decision: DecisionRecord; fixed: FixedStatement }>
  | Readonly<{ kind: 'action'; ref: string; title: string; proposal: ActionProposal }>
  | Readonly<{ kind: 'closed'; ref: string | null; title: string; why: string }>

/** Looks a statement up, whether it stands, was voided, or was settled since. */
export function findStatement(reading: Reading, id: string, hash: string): Found {
  const decision = reading.store.records.decision(id)
  if (decision) return ofDecision(decision, hash)
  const proposal = reading.head.proposals?.find((one) => one.id === id)
  if (proposal?.hash === hash) return { kind: 'action', ref: proposal.statement.decision.ref, title: proposal.statement.title, proposal }
  const proposed = registerEventsOf(reading, ['action.proposed']).find(({ data }) => data.proposal === id)
  if (!proposed || proposed.data.statementHash !== hash) return { kind: 'closed', ref: null, title: 'A statement that this register never asked about', why: 'This register has no such statement.' }
  return { kind: 'closed', ref: proposed.data.statement.decision.ref, title: proposed.data.statement.title, why: 'The choice was settled or taken back meanwhile, so it can no longer be answered.' }
}

function ofDecision(decision: DecisionRecord, hash: string): Found {
  const { ref, status } = decision
  const fixed = decision.statements.findLast((one) => one.hash === hash)
  if (!fixed) return { kind: 'closed', ref, title: `Decision ${ref}`, why: 'This register never fixed a statement with this hash.' }
  const { title } = fixed.statement
  const closed = (why: string): Found => ({ kind: 'closed', ref, title, why })
  if (status === 'made' || status === 'refused') return closed(`The decision was ${status === 'made' ? 'made' : 'settled as not made'} meanwhile, so it can no longer be answered.`)
  if (status === 'lapsed' || status === 'cancelled') return closed(`The decision has ${status === 'lapsed' ? 'lapsed' : 'been dropped'} meanwhile, so it can no longer be answered.`)
  if (standingStatement(decision) !== fixed) return closed('The statement was changed after it was sent, so the text that was signed no longer stands.')
  return { kind: 'decision', ref, title, decision, fixed }
}

import type { DecisionRecord } from './decision-record.ts'
import { isWatched } from './follow-through.ts'
import { isTaskOpen } from './follow-through-record.ts'

/** How far a decision has got, from its first draft to its last check. Derived; nobody sets it. */
export const decisionStages = ['draft', 'fixed', 'refused', 'cancelled', 'lapsed', 'under-way', 'to-check', 'on-hold', 'in-force', 'closed', 'replaced'] as const
export type DecisionStage = (typeof decisionStages)[number]

export function stageOf({ status, verb, followThrough }: Pick<DecisionRecord, 'status' | 'verb' | 'followThrough'>): DecisionStage {
  if (status !== 'made') return status
  if (followThrough === null) return 'in-force'
  if (followThrough.replacedBy !== null) return 'replaced'
  if (followThrough.closed !== null) return 'closed'
  const open = followThrough.tasks.filter(isTaskOpen)
  if (open.some(({ step }) => step !== 'checked')) return 'under-way'
  if (open.length > 0) return 'to-check'
  return isWatched(verb) && followThrough.ended === null ? 'on-hold' : 'in-force'
}

import { standingStatement } from '../../../shared/domain/decision-record.ts'
import type { AuditTrail } from './input.ts'

/** What a decision's own pages print in full, so that its events need not print it a second time. */
export function printedElsewhere({ register }: AuditTrail) {
  const decisions = [...register.decisions.values()]
  const standing = new Map(decisions.flatMap((decision) => {
    const fixed = standingStatement(decision)
    return fixed ? [[fixed.hash, decision.ref] as const] : []
  }))
  return {
    /** Reference of the decision under which a statement stands in full, its hash and its count of answers too. */
    statement: (hash: string): string | undefined => standing.get(hash),
  }
}

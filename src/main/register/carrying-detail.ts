import type { Carrying } from '../../shared/contract/decisions.ts'
import type { DecisionRecord } from '../../shared/domain/decision-record.ts'
import type { EntryRecord } from '../../shared/domain/entry-record.ts'
import { doersOf, type FollowThrough } from '../../shared/domain/follow-through-record.ts'
import { isInOffice } from '../../shared/domain/person-record.ts'
import type { Reading } from './desk.ts'

/** Names, files of the entry and other decisions that the carrying out of a decision refers to. */
export function carryingDetail(reading: Reading, decision: DecisionRecord, follow: FollowThrough, entry: EntryRecord): Carrying {
  const { store: { records }, head, today, person } = reading
  const owners = new Set(follow.tasks.flatMap(({ owner }) => owner ?? []))
  const other = (id: string | null): Carrying['replaces'] => {
    const found = id === null ? undefined : records.decision(id)
    return found ? { id: found.id, ref: found.ref, verb: found.verb } : null
  }
  return {
    today,
    owners: records.people().filter(({ id }) => owners.has(id)).map((one) => ({ id: one.id, name: one.name, active: isInOffice(one, today) })),
    mayCheck: mayCheck(reading, follow), ownCheckReason: person !== null && doersOf(follow).has(person.id) ? head.policy.ownCheckReason : null,
    replaces: other(decision.replaces), replacedBy: other(follow.replacedBy),
    entryEvidence: entry.evidence,
  }
}

/** A check is somebody else's than the steps, unless the practice is so small that its rule says otherwise. */
export function mayCheck({ head, person }: Pick<Reading, 'head' | 'person'>, follow: FollowThrough): boolean {
  return person !== null && (head.policy.ownCheckReason !== null || !doersOf(follow).has(person.id))
}

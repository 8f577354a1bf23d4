import type { CallOutput } from '../../shared/contract/contract.ts'
import type { BoardRow } from '../../shared/contract/follow-through.ts'
import { stageOf, type DecisionStage } from '../../shared/domain/decision-stage.ts'
import { doersOf, openTasks } from '../../shared/domain/follow-through-record.ts'
import { isInOffice } from '../../shared/domain/person-record.ts'
import { standingStatement } from '../../shared/domain/decision-record.ts'
import { statementTitle } from '../../shared/domain/statement-words.ts'
import { taskWord } from '../../shared/domain/words.ts'
import type { Reading } from './desk.ts'

/** Everything that still has to be done or watched about made decisions, the most pressing first. */
export function followThroughBoard(reading: Reading): CallOutput<'follow-through.board'> {
  const { store: { db, statements }, today } = reading
  const counts = statements.all(db.selectFrom('decision').select(['stage', ({ fn }) => fn.countAll<number>().as('count')]).groupBy('stage'))
  const of = (stage: DecisionStage): number => counts.find((row) => row.stage === stage)?.count ?? 0
  return { today, rows: openRows(reading), closed: of('closed'), inForce: of('in-force') }
}

/** @param until leaves out what is due later than this day. */
export function openRows({ store: { db, statements, records }, today, person, head }: Reading, until?: string): BoardRow[] {
  const query = db.selectFrom('task').select(({ fn }) => ['decision', fn.min('due_on').as('first')]).groupBy('decision')
  const found = statements.all(until === undefined ? query : query.where('due_on', '<=', until))
  const people = new Map(records.people().map((one) => [one.id, one]))
  const owner = (who: string): BoardRow['owner'] => {
    const known = people.get(who)
    return known ? { id: known.id, name: known.name, active: isInOffice(known, today) } : null
  }
  return found.flatMap(({ decision: id }) => {
    const decision = records.decision(id)
    const follow = decision?.followThrough
    const entry = decision && records.entry(decision.entry)
    if (!decision || !follow || !entry) return []
    const mayCheck = person !== null && (head.policy.ownCheckReason !== null || !doersOf(follow).has(person.id))
    return openTasks(follow, decision.verb, decision.draft).filter(({ due }) => until === undefined || due <= until).map((open): BoardRow => ({
      decision: decision.id, ref: decision.ref, title: standingStatement(decision)?.statement.title ?? statementTitle(decision.verb, entry.title), verb: decision.verb, stage: stageOf(decision),
      entry: { id: entry.id, ref: entry.ref, title: entry.title },
      what: open.what, task: taskWord(decision.verb, open.what), owner: open.owner === null ? null : owner(open.owner),
      due: open.due, late: open.due < today && !open.waits, waits: open.waits, mayCheck,
    }))
  }).toSorted((a, b) => a.due.localeCompare(b.due) || a.ref.localeCompare(b.ref))
}

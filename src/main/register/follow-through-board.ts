import type { CallOutput } from '../../shared/contract/contract.ts'
import type { BoardRow } from '../../shared/contract/follow-through.ts'
import { addPeriod, type IsoDate } from '../../shared/domain/date.ts'
import { stageOf, type DecisionStage } from '../../shared/domain/decision-stage.ts'
import { openTasks } from '../../shared/domain/follow-through-record.ts'
import { isInOffice } from '../../shared/domain/person-record.ts'
import { standingStatement } from '../../shared/domain/decision-record.ts'
import { statementTitle } from '../../shared/domain/statement-words.ts'
import { taskWord } from '../../shared/domain/words.ts'
import { mayCheck } from './carrying-detail.ts'
import type { Reading } from './desk.ts'

/** Everything that still has to be done or watched about made decisions, the most pressing first. */
export function followThroughBoard(reading: Reading): CallOutput<'follow-through.board'> {
  const { store: { db, statements }, today } = reading
  const counts = statements.all(db.selectFrom('decision').select(['stage', ({ fn }) => fn.countAll<number>().as('count')]).groupBy('stage'))
  const of = (stage: DecisionStage): number => counts.find((row) => row.stage === stage)?.count ?? 0
  return { today, rows: openRows(reading), closed: of('closed'), inForce: of('in-force') }
}

/** Days in which something that is not late yet is close enough to be told. */
const soonDays = 14

/** What can be done now and is late, due soon, or looked after by nobody who still works here. */
export function pressingRows(reading: Reading): BoardRow[] {
  const soon = lastOfSoon(reading.today)
  return openRows(reading).filter(({ waits, due, owner }) => !waits && (due <= soon || owner?.active !== true))
}

/** How many those are, without opening a decision. */
export function pressingCount({ store: { db, statements }, today }: Reading): number {
  return statements.first(db.selectFrom('task').leftJoin('person', 'person.id', 'task.owner').select(({ fn }) => fn.countAll<number>().as('count')).where('waits', '=', 0)
    .where((eb) => eb.or([eb('due_on', '<=', lastOfSoon(today)), eb('person.id', 'is', null), eb('person.left_on', '<=', today)])))?.count ?? 0
}

const lastOfSoon = (today: IsoDate): IsoDate => addPeriod(today, `P${soonDays}D`)

/** @param until leaves out what is due later than this day. */
export function openRows(reading: Reading, until?: string): BoardRow[] {
  const { store: { db, statements, records }, today } = reading
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
    const allowed = mayCheck(reading, follow)
    return openTasks(follow, decision.verb, decision.draft).filter(({ due }) => until === undefined || due <= until).map((open): BoardRow => ({
      decision: decision.id, ref: decision.ref, title: standingStatement(decision)?.statement.title ?? statementTitle(decision.verb, entry.title), verb: decision.verb, stage: stageOf(decision),
      entry: { id: entry.id, ref: entry.ref, title: entry.title },
      what: open.what, task: taskWord(decision.verb, open.what), owner: open.owner === null ? null : owner(open.owner),
      due: open.due, late: open.due < today && !open.waits, waits: open.waits, mayCheck: allowed,
    }))
  }).toSorted((a, b) => a.due.localeCompare(b.due) || a.ref.localeCompare(b.ref))
}

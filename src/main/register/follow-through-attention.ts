import type { CallOutput } from '../../shared/contract/contract.ts'
import { addPeriod, dayInEngland } from '../../shared/domain/date.ts'
import { decisionDates } from './decision-dates.ts'
import type { Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { pressingRows } from './follow-through-board.ts'
import { mayLapseFrom } from './settling.ts'
import { statementsAsked } from './sign-off-queue.ts'

type Group = CallOutput<'home.get'>['groups'][number]
type Line = Group['lines'][number]

/** What was decided and is not done: late, due soon, or left behind; and statements whose day has passed without a decision. */
export function followThroughAttention(reading: Reading, linesAtMost: number): Group {
  const { today } = reading
  const open = pressingRows(reading).map((row): Line => ({
    urgency: row.late ? 'late' : row.what !== 'condition' && row.due <= addPeriod(today, 'P7D') ? 'soon' : 'note', title: row.task,
    about: `${row.ref} about ${row.entry.ref} ${row.entry.title}${row.owner?.active ? '' : `. ${row.owner ? `${row.owner.name} has left, so nobody` : 'Nobody'} looks after it`}`,
    who: row.owner?.active ? row.owner.name : 'Nobody', on: row.due, link: `/decision/${row.decision}`,
  }))
  const lines = [...open, ...lapsing(reading)].toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
  return { group: 'follow-through', title: 'Decided, but not finished', count: lines.length, lines: lines.slice(0, linesAtMost) }
}

/** Statements that the answers did not settle in time. Whether they lapse is for a person to say. */
function lapsing(reading: Reading): Line[] {
  return statementsAsked(reading).flatMap(({ decision, fixed }): Line[] => {
    const entry = entryOf(reading, decision.entry)
    const from = mayLapseFrom(dayInEngland(fixed.fixed.at), decisionDates(entry, decision, reading.isWorkingDay).takesEffectOn)
    if (reading.today < from) return []
    return [{ urgency: 'soon', title: 'Ask again, or say that it lapsed', about: `${decision.ref} about ${entry.ref} ${entry.title}. Its day has passed without enough answers`, who: decision.drawnUp.name, on: from, link: `/decision/${decision.id}` }]
  })
}

import path from 'node:path'
import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { dueWords, type DueKind } from '../../shared/domain/due-dates.ts'
import { calendarText, saveCalendar, type CalendarDay } from '../exchange/calendar-file.ts'
import type { Actor } from '../../shared/trail/event.ts'
import type { Reading } from './desk.ts'
import { recordExport } from './export-report.ts'
import { openRows } from './follow-through-board.ts'

type Whose = CallParsed<'calendar.export'>['whose']
type Owned = CalendarDay & Readonly<{ owner: string | null }>

/**
 * Every day on which somebody has something to do, late ones too. A calendar is read by more people than the register,
 * so a title says what is due and names the entry, and nothing else: no person, no reason, no text that somebody wrote.
 */
export function calendarDays(reading: Reading, whose: Whose): CalendarDay[] {
  const me = reading.person?.id ?? null
  return [...entryDays(reading), ...taskDays(reading), ...letterDays(reading)]
    .filter(({ owner }) => whose === 'all' || (owner !== null && owner === me))
    .map(({ key, on, title }) => ({ key, on, title }))
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.key.localeCompare(b.key))
}

function entryDays({ store: { db, statements } }: Reading): Owned[] {
  const rows = statements.all(db.selectFrom('entry_due').innerJoin('entry', 'entry.id', 'entry_due.entry').select(['entry.id', 'entry.ref', 'entry.title', 'entry.owner', 'on_day', 'what']))
  return rows.map(({ id, ref, title, owner, on_day: on, what }) => ({ key: `entry-${id}-${what}`, on, title: `${dueWords[what as DueKind]}: ${ref} ${title}`, owner }))
}

/** The step that sees to it that a withdrawn sharing stops is due on the day its notice ends. */
function taskDays(reading: Reading): Owned[] {
  return openRows(reading).map(({ decision, ref, verb, what, task, owner, due, entry }) => {
    const said = verb === 'withdraw' && what === 'carried-out' ? 'Notice ends: see that the sharing stops' : task
    return { key: `decision-${decision}-${what}`, on: due, title: `${said}: ${entry.ref} ${entry.title} (${ref})`, owner: owner?.id ?? null }
  })
}

function letterDays({ store: { db, statements, records } }: Reading): Owned[] {
  const waiting = statements.all(db.selectFrom('letter').select(['id', 'due_on']).where('due_on', 'is not', null))
  return waiting.flatMap(({ id, due_on: on }) => {
    const letter = records.letter(id)
    if (!letter || on === null) return []
    const [only, second] = letter.entries
    const about = only && !second ? `${only.ref} ${only.title}` : `${letter.entries.length} entries`
    return [{ key: `letter-${id}-reply`, on, title: `Reply due: ${about} (${letter.ref})`, owner: letter.sent.id }]
  })
}

/** Writes the file and records it. */
export function exportCalendar(reading: Reading, whose: Whose, file: string, by: Actor): NonNullable<CallOutput<'calendar.export'>> {
  const { store, head, now } = reading
  const days = calendarDays(reading, whose)
  const at = store.trail.head()
  const written = saveCalendar(file, calendarText({ register: head.id, name: `${head.practice.name}: data sharing dates`, madeAt: now, sequence: at.seq, days }))
  recordExport(reading, file, by, { ...written, pages: 0 }, { report: 'calendar', scope: { kind: 'whole', ref: null, from: null, to: null }, head: at })
  return { fileName: path.basename(file), ...written, days: days.length }
}

/** "Dates A99999 mine 2026-11-24.ics". */
export const calendarName = ({ head, today }: Reading, whose: Whose): string => `${['Dates', head.practice.ods, ...(whose === 'mine' ? ['mine'] : []), today].join(' ')}.ics`

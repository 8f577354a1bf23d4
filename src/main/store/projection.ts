import { emptyRegister, foldEvent, touchedBy, type RegisterRecord } from '../../shared/domain/register-record.ts'
import type { TrailEvent } from '../../shared/trail/event.ts'
import type { Records } from './records.ts'
import { saveAnswers, saveDecision, saveEntry, saveExport, saveHead, savePerson } from './save-record.ts'
import type { Statements } from './statements.ts'

/**
 * Brings the tables up to date with events just appended: loads the records they touch, folds the events into
 * them with the same code that reads a trail, and writes the records back. There is no other way into the tables.
 */
export function project(events: readonly TrailEvent[], records: Records, statements: Statements): void {
  const [first] = events
  if (!first) return
  const register = emptyRegister()
  const touched = { people: new Set<string>(), entries: new Set<string>(), decisions: new Set<string>(), head: false }
  for (const event of events) {
    for (const { kind, id } of touchedBy(event)) load(register, touched, kind, id, records)
    foldEvent(register, event)
  }
  writeAll(register, statements, first.seq, records)
}

/**
 * Writes every record of a register.
 * @param since answers from this event on are new to the tables
 * @param stored the records the tables hold now; none for tables that are still empty
 */
export function writeAll(register: RegisterRecord, statements: Statements, since: number, stored?: Pick<Records, 'entry'>): void {
  if (register.head) saveHead(statements, register.head)
  for (const person of register.people.values()) savePerson(statements, person)
  for (const entry of register.entries.values()) saveEntry(statements, entry, stored?.entry(entry.id))
  for (const decision of register.decisions.values()) {
    saveDecision(statements, decision)
    saveAnswers(statements, decision, since)
  }
  for (const made of register.exports) saveExport(statements, made)
}

type Touched = { people: Set<string>; entries: Set<string>; decisions: Set<string>; head: boolean }

function load(register: RegisterRecord, touched: Touched, kind: ReturnType<typeof touchedBy>[number]['kind'], id: string, records: Records): void {
  switch (kind) {
    case 'register': if (!touched.head) register.head = records.head(); touched.head = true; break
    case 'person': loadOnce(touched.people, register.people, id, records.person); break
    case 'entry': loadOnce(touched.entries, register.entries, id, records.entry); break
    case 'decision': loadOnce(touched.decisions, register.decisions, id, records.decision); break
    case 'export': break
  }
}

function loadOnce<T>(seen: Set<string>, into: Map<string, T>, id: string, read: (id: string) => T | undefined): void {
  if (seen.has(id)) return
  seen.add(id)
  const record = read(id)
  if (record !== undefined) into.set(id, record)
}

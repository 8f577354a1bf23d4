import { emptyRegister, foldEvent, touchedBy, type RecordKind, type RegisterRecord } from '../../shared/domain/register-record.ts'
import type { TrailEvent } from '../../shared/trail/event.ts'
import type { Records } from './records.ts'
import { saveAnswers, saveDecision, saveEntry, saveExport, saveHead, saveLetter, savePerson } from './save-record.ts'
import type { Statements } from './statements.ts'

/**
 * Brings the tables up to date with events just appended: loads the records they touch, folds the events into
 * them with the same code that reads a trail, and writes the records back. There is no other way into the tables.
 */
export function project(events: readonly TrailEvent[], records: Records, statements: Statements): void {
  const [first] = events
  if (!first) return
  const [register, stored] = [emptyRegister(), emptyRegister()]
  const seen = new Set<string>()
  for (const event of events) {
    for (const { kind, id } of touchedBy(event)) {
      if (seen.has(`${kind} ${id}`)) continue
      seen.add(`${kind} ${id}`)
      load([register, stored], kind, id, records)
    }
    foldEvent(register, event)
  }
  writeAll(register, statements, first.seq, stored)
}

/**
 * Writes every record of a register.
 * @param since answers from this event on are new to the tables
 * @param stored the records the tables hold now; none for tables that are still empty
 */
export function writeAll(register: RegisterRecord, statements: Statements, since: number, stored = emptyRegister()): void {
  if (register.head && register.head !== stored.head) saveHead(statements, register.head)
  for (const [id, person] of changed(register.people, stored.people)) savePerson(statements, person, stored.people.get(id))
  for (const [id, entry] of changed(register.entries, stored.entries)) saveEntry(statements, entry, stored.entries.get(id))
  for (const [id, decision] of changed(register.decisions, stored.decisions)) {
    saveDecision(statements, decision, stored.decisions.get(id))
    saveAnswers(statements, decision, since)
  }
  for (const [, letter] of changed(register.letters, stored.letters)) saveLetter(statements, letter)
  for (const made of register.exports) saveExport(statements, made)
}

/** An event that changes nothing about a record leaves the very same object. */
function* changed<T>(records: ReadonlyMap<string, T>, stored: ReadonlyMap<string, T>): Generator<[string, T]> {
  for (const [id, record] of records) if (stored.get(id) !== record) yield [id, record]
}

/** Into the register that is about to change, and into the one that stays as it was. */
function load(into: readonly RegisterRecord[], kind: RecordKind, id: string, records: Records): void {
  switch (kind) {
    case 'register': { const head = records.head(); for (const one of into) one.head = head; break }
    case 'person': put(into.map(({ people }) => people), id, records.person(id)); break
    case 'entry': put(into.map(({ entries }) => entries), id, records.entry(id)); break
    case 'decision': put(into.map(({ decisions }) => decisions), id, records.decision(id)); break
    case 'letter': put(into.map(({ letters }) => letters), id, records.letter(id)); break
    case 'export': break
  }
}

function put<T>(maps: readonly Map<string, T>[], id: string, record: T | undefined): void {
  if (record !== undefined) for (const map of maps) map.set(id, record)
}

import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import type { EntryRow } from '../../shared/contract/entries.ts'
import { entryClasses } from '../../shared/domain/class.ts'
import { dayInEngland } from '../../shared/domain/date.ts'
import { standingStatement } from '../../shared/domain/decision-record.ts'
import { stageOf } from '../../shared/domain/decision-stage.ts'
import { dueDates, dueWords } from '../../shared/domain/due-dates.ts'
import { entryQuality } from '../../shared/domain/entry-gaps.ts'
import { entryClassOf, entryForceOf, otherParties, type EntryRecord } from '../../shared/domain/entry-record.ts'
import { legalForces } from '../../shared/domain/legal-force.ts'
import { searchText } from '../../shared/domain/search-text.ts'
import { statementTitle } from '../../shared/domain/statement-words.ts'
import type { Past } from './past.ts'
import type { Reading } from './desk.ts'

export function pastRegister({ reading, on, upTo, lastAt }: Past, { search, offset, limit }: CallParsed<'past.register'>): CallOutput<'past.register'> {
  const { store } = reading
  const entries = store.records.entries()
  const found = entries.filter((entry) => holds(entry, search))
  const hash = store.statements.first(store.db.selectFrom('trail').select('hash').where('seq', '=', upTo))?.hash ?? ''
  return {
    on, first: dayInEngland(reading.head.createdAt), head: { seq: upTo, hash }, lastAt,
    rows: found.slice(offset, offset + limit).map((entry) => rowOf(reading, entry)), found: found.length, total: entries.length,
    classes: entryClasses.flatMap((of) => legalForces.map((force) => ({ class: of, force, count: entries.filter((entry) => entryClassOf(entry) === of && entryForceOf(entry) === force).length }))),
    decisions: store.records.decisions().toReversed().map((decision) => {
      const entry = store.records.entry(decision.entry)
      return {
        id: decision.id, ref: decision.ref, verb: decision.verb, stage: stageOf(decision), at: decision.outcome?.at ?? decision.changedAt,
        title: standingStatement(decision)?.statement.title ?? statementTitle(decision.verb, entry?.title ?? ''), entry: entry?.ref ?? '',
      }
    }),
  }
}

function rowOf({ store, today }: Reading, entry: EntryRecord): EntryRow {
  const [next] = dueDates(entry)
  return {
    id: entry.id, ref: entry.ref, kind: entry.kind, title: entry.title, party: otherParties(entry).join(', '),
    class: entryClassOf(entry), force: entryForceOf(entry), state: entry.state, gaps: entryQuality(entry, today).gaps.length,
    owner: entry.owner === null ? null : store.records.person(entry.owner)?.name ?? null,
    next: next ? { on: next.on, what: dueWords[next.what] } : null, match: null,
  }
}

/** Every word of the search somewhere in the entry, in any case. */
function holds(entry: EntryRecord, search: string): boolean {
  const words = search.toLocaleLowerCase('en-GB').split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return true
  const text = Object.values(searchText(entry)).join(' ').toLocaleLowerCase('en-GB')
  return words.every((word) => text.includes(word))
}

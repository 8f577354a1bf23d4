import type { HistoryLine } from '../../shared/contract/entries.ts'
import { evidenceName } from '../../shared/domain/evidence-record.ts'
import type { EventNames } from '../../shared/domain/words/event-names.ts'
import { eventSentence } from '../../shared/domain/words/event-sentence.ts'
import { changedFieldWord, changedValueInWords } from '../../shared/domain/words/event-values.ts'
import type { Change } from '../../shared/trail/change.ts'
import { parseEvent, type TrailEvent } from '../../shared/trail/event.ts'
import { StoreFailure } from '../store/store-failure.ts'
import type { RegisterStore } from '../store/register-store.ts'

/**
 * Events of one subject in order, as people read them.
 * @param upTo leaves out events after this number, for a look at a past day
 */
export function historyOf({ store }: { store: RegisterStore }, subjects: readonly string[], upTo = Number.MAX_SAFE_INTEGER): HistoryLine[] {
  const rows = store.statements.all(store.db.selectFrom('trail').select(['seq', 'hash', 'body']).where('subject', 'in', subjects).where('seq', '<=', upTo).orderBy('seq', 'desc').limit(500))
  return rows.map(({ body }) => historyLine(readEvent(body), namesOf(store)))
}

export function historyLine(event: TrailEvent, names: EventNames): HistoryLine {
  const { text, emphasis } = eventSentence(event, names)
  const line = { seq: event.seq, at: event.at, who: event.actor.name, text, emphasis: emphasis ?? null, type: event.type }
  const changes = changesIn(event)
  if (changes.length === 0) return line
  return {
    ...line,
    changes: changes.map(({ field, from, to }) => ({ label: changedFieldWord(field), from: changedValueInWords(field, from, names), to: changedValueInWords(field, to, names) })),
  }
}

function changesIn(event: TrailEvent): readonly Change[] {
  switch (event.type) {
    case 'entry.changed': case 'purpose.changed': case 'decision.changed': case 'practice.changed': case 'person.changed': case 'evidence.described': return event.data.changes
    default: return []
  }
}

export function readEvent(body: string): TrailEvent {
  const parsed = parseEvent(JSON.parse(body))
  if (!parsed.ok) throw new StoreFailure('register-damaged', parsed.detail)
  return parsed.event
}

/** What events point to, by the names the register has for it now. */
export function namesOf({ records, statements, db }: RegisterStore): EventNames {
  return {
    person: (id) => records.person(id)?.name,
    entry: (id) => records.entry(id),
    decision: (id) => records.decision(id),
    letter: (id) => records.letter(id),
    purpose: (id) => statements.first(db.selectFrom('purpose').select('text').where('id', '=', id))?.text,
    evidence: (id) => {
      const row = statements.first(db.selectFrom('evidence').select('name').where('id', '=', id))
      return row && evidenceName({ fileName: row.name })
    },
  }
}

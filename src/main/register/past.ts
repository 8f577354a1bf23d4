import { refuse } from '../../shared/contract/refused.ts'
import { dayInEngland, type IsoDate } from '../../shared/domain/date.ts'
import { foldEvents, type RegisterRecord } from '../../shared/domain/register-record.ts'
import { dateInWords } from '../../shared/domain/words.ts'
import { selectEvents } from '../../shared/trail/select-events.ts'
import type { Records } from '../store/records.ts'
import { readEvents } from '../store/replay.ts'
import type { Reading } from './desk.ts'

/** The register at the end of a past day: the same queries read it as read today's. */
export type Past = Readonly<{ reading: Reading; on: IsoDate; upTo: number; lastAt: string }>

/** @throws Refused where the day lies ahead, or before there was a register */
export function pastReading(reading: Reading, on: IsoDate): Past {
  const { store, head, today } = reading
  const first = dayInEngland(head.createdAt)
  if (on > today) throw refuse('invalid-input', { happened: 'That day has not come yet.', safe: 'Nothing was changed.', todo: 'Choose today or a day before it.' })
  if (on < first) throw refuse('invalid-input', { happened: `This register was started on ${dateInWords(first)}. Before that it holds nothing.`, safe: 'Nothing was changed.', todo: 'Choose that day or one after it.' })
  // Cut as an exported document of that day is cut, so that screen and paper never differ.
  const events = selectEvents([...readEvents(store.trail.rows())], { kind: 'whole', ref: null, id: null, from: null, to: null, asAt: on })
  const register = foldEvents(events)
  const last = events.at(-1)
  if (!register.head || !last) throw refuse('not-found', { happened: 'There is nothing in the register up to that day.' })
  return { on, upTo: last.seq, lastAt: last.at, reading: { ...reading, head: register.head, today: on, store: { ...store, records: recordsOf(register) } } }
}

/** Keeps the day that was looked at last, while nothing new is recorded: people look at several entries of one day. */
export function createPast(): (reading: Reading, on: IsoDate) => Past {
  let kept: Readonly<{ key: string; past: Past }> | null = null
  return (reading, on) => {
    const { hash } = reading.store.trail.head()
    const key = `${on} ${hash}`
    if (kept?.key !== key) kept = { key, past: pastReading(reading, on) }
    // Who asks, and when, is never kept.
    const { store, head, today } = kept.past.reading
    return { ...kept.past, reading: { ...reading, store, head, today } }
  }
}

function recordsOf(register: RegisterRecord): Records {
  return {
    head: () => register.head,
    person: (id) => register.people.get(id),
    people: () => [...register.people.values()].toSorted((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1)),
    entry: (id) => register.entries.get(id),
    entries: () => byRef(register.entries.values()),
    decision: (id) => register.decisions.get(id),
    decisionsOf: (entry) => byRef([...register.decisions.values()].filter((decision) => decision.entry === entry)),
    decisions: () => byRef(register.decisions.values()),
    letter: (id) => register.letters.get(id),
    letters: () => [...register.letters.values()].toSorted((a, b) => b.sentOn.localeCompare(a.sentOn) || b.ref.localeCompare(a.ref)),
    lettersOf: (entry) => [...register.letters.values()].filter(({ entries }) => entries.some(({ id }) => id === entry)).toSorted((a, b) => a.sentOn.localeCompare(b.sentOn) || a.ref.localeCompare(b.ref)),
    exports: () => register.exports,
  }
}

const byRef = <T extends { ref: string }>(records: Iterable<T>): T[] => [...records].toSorted((a, b) => (a.ref < b.ref ? -1 : 1))

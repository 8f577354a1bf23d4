import { addPeriod, startOfDayInEngland, type IsoDate, type IsoInstant } from '../domain/date.ts'
import type { TrailEvent } from './event.ts'
import type { TrailScope } from './trail-json.ts'

/** Whose keys and names a part of the trail needs to stand alone: the practice, its policy and its people are always in it. */
const alwaysNeeded = new Set<string>(['register.created', 'practice.changed', 'policy.changed', 'person.added', 'person.changed', 'person.key-added', 'person.left', 'pack.made'])

/** The first instant that is no longer on this day in England. */
export const endOfDayInEngland = (day: IsoDate): IsoInstant => startOfDayInEngland(addPeriod(day, 'P1D'))

/**
 * The events of a scope, in order. A part holds what it takes to read it alone: with an entry come its decisions, with
 * a decision its entry, with either the letters that name the entry, and with a period all that went before it about
 * what was touched in it.
 *
 * Days are days in England. A part that ends on a day is cut from the beginning of the trail, so that nothing before
 * the cut can be missing from it; an event whose clock was plainly wrong does not move the cut.
 */
export function selectEvents(events: readonly TrailEvent[], scope: TrailScope): TrailEvent[] {
  const last = lastDay(scope)
  const known = last === null ? events : events.slice(0, cutAt(events, endOfDayInEngland(last)))
  if (scope.kind === 'whole') return [...known]
  const subjects = subjectsOf(known, scope)
  const linked = new Set(known.flatMap((event) => (event.type === 'decision.drafted' && subjects.has(event.subject.id) && event.data.replaces ? [event.data.replaces] : [])))
  const inPeriod = periodTest(scope)
  const letters = lettersAbout(known, subjects)
  return known.filter((event) => alwaysNeeded.has(event.type) || subjects.has(event.subject.id) || letters.has(event.subject.id) || inPeriod(event.at)
    || (event.type === 'decision.drafted' && linked.has(event.subject.id)))
}

function lastDay({ kind, to, asAt }: TrailScope): IsoDate | null {
  const days = [asAt ?? null, kind === 'period' ? to : null].filter((day) => day !== null)
  return days.toSorted()[0] ?? null
}

/** How many events from the beginning lie before an instant, by the times that fit the order of the trail. */
function cutAt(events: readonly TrailEvent[], end: IsoInstant): number {
  const last = inStep(events).findLast((index) => (events[index]?.at ?? '') < end)
  return last === undefined ? 0 : last + 1
}

/**
 * The events whose times never go back, as many of them as there can be: a clock that was a year off for one event
 * makes that one the odd one out, whichever way it was off. Each event ends a run; the runs are kept by their length.
 */
function inStep(events: readonly TrailEvent[]): number[] {
  const ends: number[] = []
  const before: number[] = []
  events.forEach(({ at }, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((events[ends[middle] ?? 0]?.at ?? '') <= at) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1)
    ends[low] = index
  })
  const run: number[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.push(index)
  return run.toReversed()
}

/** Letters that name one of the entries. What a letter says of entries that are not in the part it says itself. */
function lettersAbout(events: readonly TrailEvent[], subjects: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.type === 'letter.sent' && event.data.entries.some(({ id }) => subjects.has(id)) ? [event.subject.id] : [])))
}

/** The entries and decisions whose whole story belongs to the scope. */
function subjectsOf(events: readonly TrailEvent[], scope: TrailScope): ReadonlySet<string> {
  const entryOf = new Map(events.flatMap((event) => (event.type === 'decision.drafted' ? [[event.subject.id, event.data.entry] as const] : [])))
  switch (scope.kind) {
    case 'entry': return new Set([scope.id ?? '', ...[...entryOf].flatMap(([decision, entry]) => (entry === scope.id ? [decision] : []))])
    case 'decision': return withEntries([scope.id ?? ''], entryOf)
    case 'period': {
      const inPeriod = periodTest(scope)
      const named = new Map(events.flatMap((event) => (event.type === 'letter.sent' ? [[event.subject.id, event.data.entries.map(({ id }) => id)] as const] : [])))
      const touched = events.flatMap(({ at, subject }) => (!inPeriod(at) ? [] : subject.kind === 'letter' ? (named.get(subject.id) ?? []) : subject.kind === 'entry' || subject.kind === 'decision' ? [subject.id] : []))
      return withEntries(touched, entryOf)
    }
    case 'whole': return new Set()
  }
}

const withEntries = (ids: readonly string[], entryOf: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(ids.flatMap((id) => [id, entryOf.get(id) ?? id]))

/**
 * Whether a time belongs to the days that were asked for, and not only to what explains them. The bounds are worked
 * out once: a calendar is slow when it is asked for each of a hundred thousand events.
 */
export function periodTest({ kind, from, to }: TrailScope): (at: IsoInstant) => boolean {
  if (kind !== 'period') return () => false
  const start = from === null ? '' : startOfDayInEngland(from)
  const end = to === null ? '~' : endOfDayInEngland(to)
  return (at) => at >= start && at < end
}

import type { IsoDate } from '../../../shared/domain/date.ts'
import { position, positionSubjects, type Position } from '../../../shared/domain/position.ts'
import { canonical } from '../../../shared/trail/canonical.ts'
import type { TrailEvent } from '../../../shared/trail/event.ts'
import type { AuditTrail } from './input.ts'

/**
 * A position as it was recorded one or more times. Two that differ only in the day they were checked are one here,
 * with both days.
 */
export type NumberedPosition = {
  number: number
  readonly position: Position
  readonly checkedOn: Set<IsoDate>
  /** Decisions that relied on it, by reference. */
  readonly refs: Set<string>
  /** Events that recorded it. */
  readonly events: Set<number>
  standing: 'in-force' | 'relied-on' | 'other'
}

/** The positions that an event records: a whole set, or one row. */
export function positionsIn({ data }: TrailEvent): readonly Position[] {
  if ('positions' in data) return data.positions
  const one = 'position' in data ? position.safeParse(data.position) : null
  return one?.success ? [one.data] : []
}

const sameAs = (position: Position): string => canonical({ ...position, checkedOn: '' })

export type NumberedPositions = Readonly<{ all: readonly NumberedPosition[]; of: (position: Position) => NumberedPosition | undefined }>

/** Every position that the events hold, each once and in the order in which it is printed. */
export function numberedPositions({ events, register, day, trail }: AuditTrail): NumberedPositions {
  const found = new Map<string, NumberedPosition>()
  const take = (one: Position): NumberedPosition => {
    const key = sameAs(one)
    const known = found.get(key) ?? { number: 0, position: one, checkedOn: new Set(), refs: new Set(), events: new Set(), standing: 'other' }
    known.checkedOn.add(one.checkedOn)
    found.set(key, known)
    return known
  }
  for (const printed of events) {
    if (printed.known) for (const one of positionsIn(printed.event)) take(one).events.add(printed.event.seq)
  }
  for (const { ref, statements } of [...register.decisions.values()].toSorted((a, b) => a.ref.localeCompare(b.ref))) {
    for (const { statement } of statements) {
      if (!statement.grounds.position) continue
      const relied = take(statement.grounds.position)
      relied.refs.add(ref)
      relied.standing = 'relied-on'
    }
  }
  // What is in force is known only where no loading of positions can be missing.
  if (trail.scope.kind === 'whole') {
    for (const row of register.head?.positions ?? []) {
      if ((row.from === null || row.from <= day) && (row.to === null || day <= row.to)) take(row).standing = 'in-force'
    }
  }
  const all = [...found.values()].toSorted(inOrder)
  all.forEach((one, index) => { one.number = index + 1 })
  return { all, of: (one) => found.get(sameAs(one)) }
}

const standings: readonly NumberedPosition['standing'][] = ['in-force', 'relied-on', 'other']

function inOrder(a: NumberedPosition, b: NumberedPosition): number {
  return standings.indexOf(a.standing) - standings.indexOf(b.standing)
    || positionSubjects.indexOf(a.position.subject) - positionSubjects.indexOf(b.position.subject)
    || (a.position.from ?? '').localeCompare(b.position.from ?? '') || a.position.id.localeCompare(b.position.id)
}

import type { CallOutput } from '../../shared/contract/contract.ts'
import { legalForces } from '../../shared/domain/legal-force.ts'
import { ownRows, positionDifferences } from '../../shared/domain/position-difference.ts'
import { saysTheSame } from '../../shared/domain/position-edit.ts'
import { daysSinceCheck, newestCheck, positionFor, positionsAreStale } from '../../shared/domain/position-lookup.ts'
import { positionSubjects, type Position, type PositionSet, type PositionSubject } from '../../shared/domain/position.ts'
import { positionChanges } from '../../shared/domain/words/position-values.ts'
import type { TrailEvent } from '../../shared/trail/event.ts'
import type { Reading } from './desk.ts'
import { historyLine, namesOf } from './history.ts'
import { isNewer } from './position-set.ts'
import { registerEventsOf } from './register-history.ts'

/** All positions, which of them count today for this practice, and everything that ever happened to them. */
export function positionPage(reading: Reading, shipped: PositionSet): CallOutput<'position.list'> {
  const { head, today } = reading
  const { positions, policy: { contractBindsFrom } } = head
  const { history, base } = readHistory(reading)
  const differs = positionDifferences(base, positions, shipped.positions).length
  return {
    today, version: head.positionsVersion, positions, own: ownRows(base, positions), holds: holdingOn(reading), contractBindsFrom,
    newestCheck: newestCheck(positions), daysSince: daysSinceCheck(positions, today), stale: positionsAreStale(positions, today),
    newer: isNewer(shipped, head.positionsVersion) ? { version: shipped.version, date: shipped.date, newestSource: shipped.newestSource, differs } : null,
    history,
  }
}

/** A row may count for some reasons why an entry exists and not for others. */
function holdingOn({ head, today }: Reading): CallOutput<'position.list'>['holds'] {
  const held = new Map<string, (typeof legalForces)[number][]>()
  for (const subject of positionSubjects) {
    for (const force of legalForces) {
      const row = positionFor(subject, today, head.positions, { legalForce: force, contractBindsFrom: head.policy.contractBindsFrom })
      if (row) held.set(row.id, [...(held.get(row.id) ?? []), force])
    }
  }
  return [...held].map(([id, forces]) => ({ id, forces }))
}

type Line = CallOutput<'position.list'>['history'][number]

/** Read forwards, because what an event changed shows only beside what stood before it; told newest first. */
function readHistory(reading: Reading): { history: Line[]; base: readonly Position[] } {
  const names = namesOf(reading.store)
  const lines: Line[] = []
  let rows: readonly Position[] = []
  let base: readonly Position[] = []
  for (const event of registerEventsOf(reading, ['positions.loaded', 'position.recorded', 'position.retired'])) {
    const line = historyLine(event, names)
    const { after, subjects, changes } = effectOf(event, rows)
    lines.push({ ...line, ...(changes.length > 0 ? { changes } : {}), ...(reasonOf(event) ? { text: `${line.text}. ${reasonOf(event)}` } : {}), subjects: [...subjects] })
    rows = after
    if (event.type === 'positions.loaded') base = event.data.positions
  }
  return { history: lines.toReversed(), base }
}

type Told = Extract<TrailEvent, { type: 'positions.loaded' | 'position.recorded' | 'position.retired' }>

const reasonOf = (event: Told): string => (event.type === 'positions.loaded' ? '' : event.data.reason)

function effectOf(event: Told, rows: readonly Position[]): { after: readonly Position[]; subjects: readonly PositionSubject[]; changes: NonNullable<Line['changes']> } {
  switch (event.type) {
    case 'positions.loaded': return { after: event.data.positions, subjects: subjectsThatDiffer(rows, event.data.positions), changes: [] }
    case 'position.recorded': {
      const { position, replaces } = event.data
      const before = rows.find(({ id }) => id === replaces)
      return { after: [...rows.filter((row) => row !== before), position], subjects: [position.subject], changes: before ? positionChanges(before, position) : [] }
    }
    case 'position.retired': {
      const gone = rows.find(({ id }) => id === event.data.id)
      return { after: rows.filter((row) => row !== gone), subjects: gone ? [gone.subject] : [], changes: [] }
    }
  }
}

function subjectsThatDiffer(before: readonly Position[], after: readonly Position[]): PositionSubject[] {
  return positionSubjects.filter((subject) => {
    const [was, is] = [before, after].map((rows) => rows.filter((row) => row.subject === subject)) as [Position[], Position[]]
    return was.length !== is.length || was.some((row) => !is.some((one) => one.id === row.id && saysTheSame(one, row) && one.checkedOn === row.checkedOn))
  })
}

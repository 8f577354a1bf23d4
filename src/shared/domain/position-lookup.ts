import { addPeriod, daysBetween } from './date.ts'
import type { IsoDate } from './date.ts'
import type { GateSubject } from './gate-answer.ts'
import type { LegalForce } from './legal-force.ts'
import type { Position, PositionSubject } from './position.ts'
import type { Verb } from './verb.ts'

export type PositionQuestion = Readonly<{
  legalForce: LegalForce
  /** The day from which the practice's own contract variation binds, where that is later than the national date. */
  contractBindsFrom?: IsoDate | null | undefined
}>

/** Positions older than this many days since the newest check are shown as old. */
export const positionsHoldForDays = 90

/**
 * The rows that hold on a day: those made for the entry's legal force first, then those for all.
 * Where a contract variation binds the practice later than the national date, the row before holds until that day.
 */
export function positionsFor(
  subject: PositionSubject, on: IsoDate, positions: readonly Position[], question: PositionQuestion,
): Position[] {
  const rows = positions.filter((row) => row.subject === subject)
  const own = rows.filter((row) => row.appliesToForce.includes(question.legalForce))
  const general = rows.filter((row) => row.appliesToForce.length === 0)
  return [own, general].flatMap((series) => holding(series, on, question.contractBindsFrom ?? null))
}

/** The one row that counts on a day, or null where none covers it. */
export function positionFor(
  subject: PositionSubject, on: IsoDate, positions: readonly Position[], question: PositionQuestion,
): Position | null {
  return positionsFor(subject, on, positions, question)[0] ?? null
}

/** Verbs that keep what a position asks for, and so are decided on the same grounds as stopping it would be. */
const keeping: ReadonlySet<Verb> = new Set(['keep-under-protest', 'keep-with-controls', 'sign-under-protest'])

/** @returns which subject a verb touches on an entry; null where no position speaks about it. */
export function positionSubjectOf(entry: GateSubject, verb: Verb): PositionSubject | null {
  switch (entry.kind) {
    case 'sharing-agreement':
      if (verb === 'withdraw' || verb === 'restrict') return 'dsa-secondary-withdraw'
      return verb === 'freeze' ? 'dsa-freeze' : null
    case 'gp-connect-setting':
      if (verb !== 'switch-off' && !keeping.has(verb)) return null
      if (entry.mechanism === 'update-record') return 'update-record-off'
      return entry.mechanism === 'access-record-html' || entry.mechanism === 'access-record-structured' ? 'access-record-off' : null
    case 'medicines-tool':
      return verb === 'switch-off' || verb === 'ignore-prompts' ? 'mo-tool-off' : null
    case 'declaration':
      if (verb !== 'defer' && !keeping.has(verb)) return null
      if (entry.subject === 'digital-telephony') return 'telephony-data-defer'
      return entry.subject === 'online-requests' ? 'online-requests-defer' : null
  }
}

/** The day of the newest check of any position; null where there are none. */
export function newestCheck(positions: readonly Position[]): IsoDate | null {
  return positions.reduce<IsoDate | null>((newest, { checkedOn }) => (newest === null || checkedOn > newest ? checkedOn : newest), null)
}

/** Days since the newest check; null where there are no positions. */
export function daysSinceCheck(positions: readonly Position[], today: IsoDate): number | null {
  const newest = newestCheck(positions)
  return newest === null ? null : daysBetween(newest, today)
}

/** True when the newest position was checked more than 90 days ago, or when there is none. */
export function positionsAreStale(positions: readonly Position[], today: IsoDate): boolean {
  const days = daysSinceCheck(positions, today)
  return days === null || days > positionsHoldForDays
}

function holding(series: readonly Position[], on: IsoDate, binds: IsoDate | null): Position[] {
  const rows = series.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  return rows
    .filter((row, index) => {
      const start = startFor(row, binds)
      if (start !== null && start > on) return false
      return row.to === null || row.to >= on || heldOver(row.to, rows[index + 1], on, binds)
    })
    .toSorted((a, b) => (startFor(b, binds) ?? '').localeCompare(startFor(a, binds) ?? ''))
}

/** A row goes on past its end when the row that follows on the very next day does not bind this practice yet. */
function heldOver(end: IsoDate, next: Position | undefined, on: IsoDate, binds: IsoDate | null): boolean {
  if (next?.from !== addPeriod(end, 'P1D')) return false
  const start = startFor(next, binds)
  return start !== null && start > on
}

function startFor(row: Position, binds: IsoDate | null): IsoDate | null {
  if (!row.perPractice || binds === null || (row.from !== null && row.from > binds)) return row.from
  return binds
}

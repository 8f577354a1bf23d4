import type { PositionPage } from '../../../shared/contract/positions.ts'
import { legalForces } from '../../../shared/domain/legal-force.ts'
import type { Position, PositionSubject } from '../../../shared/domain/position.ts'
import { legalForceWords } from '../../../shared/domain/words.ts'
import { dayMonthYear } from '../../components/format.ts'

/** "1 May 2026 to 30 Jun 2026", "from 1 May 2026 on". */
export function daysInWords({ from, to }: Pick<Position, 'from' | 'to'>): string {
  if (from && to) return `${dayMonthYear(from)} to ${dayMonthYear(to)}`
  if (from) return `From ${dayMonthYear(from)} on`
  return to ? `Until ${dayMonthYear(to)}` : 'For all days'
}

/** Rows of a subject, the one that starts last first; rows for some legal forces after those for all. */
export const rowsOf = (page: PositionPage, subject: PositionSubject): Position[] => page.positions
  .filter((row) => row.subject === subject)
  .toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? '') || a.appliesToForce.length - b.appliesToForce.length || a.id.localeCompare(b.id))

/** For which entries a row counts today; null where it does not. */
export function holdsInWords(page: PositionPage, id: string): string | null {
  const held = page.holds.find((one) => one.id === id)
  if (!held) return null
  if (held.forces.length === legalForces.length) return 'Counts today'
  const named = held.forces.length <= legalForces.length / 2 ? held.forces : legalForces.filter((force) => !held.forces.includes(force))
  const words = named.map((force) => lower(legalForceWords[force])).join(', ')
  return named === held.forces ? `Counts today for: ${words}` : `Counts today, except for: ${words}`
}

/** The row that counts today for what is voluntary, or else any that counts. */
export function todaysRow(page: PositionPage, subject: PositionSubject): Position | null {
  const rows = rowsOf(page, subject)
  const held = rows.filter(({ id }) => page.holds.some((one) => one.id === id))
  return held.find(({ id }) => page.holds.some((one) => one.id === id && one.forces.includes('voluntary'))) ?? null
}

const lower = (words: string): string => (/^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1))

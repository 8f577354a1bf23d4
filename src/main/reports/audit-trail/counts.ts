import type { EntryClass } from '../../../shared/domain/class.ts'
import { entryClasses } from '../../../shared/domain/class.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { entryQuality } from '../../../shared/domain/entry-gaps.ts'
import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import { entryClassOf, entryForceOf } from '../../../shared/domain/entry-record.ts'
import type { LegalForce } from '../../../shared/domain/legal-force.ts'
import type { RegisterRecord } from '../../../shared/domain/register-record.ts'

export type Counts = Readonly<{
  entries: number
  decisions: number
  signatures: number
  gaps: number
  entriesWithGaps: number
  /** How many entries lack the same thing, most first. */
  missing: readonly Readonly<{ title: string; count: number }>[]
  byClassAndForce: Readonly<Record<EntryClass, Readonly<Partial<Record<LegalForce, number>>>>>
}>

/** @param day on which overdue dates and missing things are counted. */
export function countRegister(register: RegisterRecord, day: IsoDate): Counts {
  const entries = [...register.entries.values()]
  const decisions = [...register.decisions.values()]
  const gaps = entries.map((entry) => entryQuality(entry, day).gaps)
  const missing = new Map<string, number>()
  for (const { title } of gaps.flat()) missing.set(title, (missing.get(title) ?? 0) + 1)
  return {
    entries: entries.length,
    decisions: decisions.length,
    signatures: decisions.flatMap(({ statements }) => statements.flatMap(({ answers }) => answers)).length,
    gaps: gaps.flat().length,
    entriesWithGaps: gaps.filter((found) => found.length > 0).length,
    missing: [...missing].map(([title, count]) => ({ title, count })).toSorted((a, b) => b.count - a.count || a.title.localeCompare(b.title, 'en-GB')),
    byClassAndForce: Object.fromEntries(entryClasses.map((of) => [of, byForce(entries, of)])) as Counts['byClassAndForce'],
  }
}

function byForce(entries: readonly EntryRecord[], of: EntryClass): Partial<Record<LegalForce, number>> {
  const counts: Partial<Record<LegalForce, number>> = {}
  for (const entry of entries) {
    if (entryClassOf(entry) !== of) continue
    const force = entryForceOf(entry)
    counts[force] = (counts[force] ?? 0) + 1
  }
  return counts
}

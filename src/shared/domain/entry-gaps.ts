import { addPeriod, isRealDate, type IsoDate } from './date.ts'
import { entryForceOf, purposeClassOf, type EntryRecord } from './entry-record.ts'
import { contradictionChecks } from './quality/contradiction-checks.ts'
import { qualityCheck, type QualityContext, type QualityGap, type QualityResult } from './quality-check.ts'

/**
 * @param today null leaves out the gaps that only time brings.
 * @param evidenceCount null where nobody counts evidence.
 */
export function entryQuality(entry: EntryRecord, today: IsoDate | null, evidenceCount: number | null = null): QualityResult {
  const context: QualityContext = {
    purposeClasses: entry.purposes.map(purposeClassOf), legalForce: entryForceOf(entry), legalForceCheckedOn: entry.force?.checkedOn ?? null,
    state: entry.state, hasOwner: entry.owner !== null, evidenceCount, today,
  }
  return qualityCheck(entry, context)
}

/** Gaps that last until somebody fills them, whatever the day. */
export const lastingGaps = (entry: EntryRecord): readonly QualityGap[] => entryQuality(entry, null).gaps

const contradictory = new Set(contradictionChecks.map(({ code }) => code))

/** The gaps that are facts which do not fit together, put as questions. */
export const contradictions = (entry: EntryRecord): { code: string; text: string }[] =>
  entryQuality(entry, null).gaps.filter(({ code }) => contradictory.has(code)).map(({ code, title, nextStep }) => ({ code, text: `${title}. ${nextStep}` }))

export type GapStep = Readonly<{ from: IsoDate; gaps: number }>

const always = '0001-01-01'
/** How long after, or before, a date in the entry a check may change its answer. */
const horizons = ['P0D', 'P1D', 'P1Y', 'P1Y1D', 'P3Y', 'P3Y1D', '-P90D', '-P91D', '-P89D'] as const

/**
 * How many gaps an entry has from which day on, as long as nobody changes it. A list asks the row of today, so that
 * the number in it is the number on the entry's page, without reading every entry every day.
 */
export function gapSteps(entry: EntryRecord): GapStep[] {
  const dates = datesIn([entry.fields, entry.force?.checkedOn])
  const days = new Set([always, ...dates.flatMap((date) => horizons.map((horizon) => addPeriod(date, horizon)))])
  const steps: GapStep[] = []
  for (const from of [...days].toSorted()) {
    const gaps = entryQuality(entry, from).gaps.length
    if (steps.at(-1)?.gaps !== gaps) steps.push({ from, gaps })
  }
  return steps
}

function datesIn(value: unknown): IsoDate[] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDate(value) && value > '1000' && value < '9900' ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(datesIn) : []
}

import { addPeriod, type IsoDate } from './date.ts'
import { entryForceOf, purposeClassOf, type EntryRecord } from './entry-record.ts'
import { activeEvidence } from './evidence-record.ts'
import { contradictionChecks } from './quality/contradiction-checks.ts'
import { qualityCheck, type QualityContext, type QualityGap, type QualityResult } from './quality-check.ts'

/** @param today null leaves out the gaps that only time brings. */
export function entryQuality(entry: EntryRecord, today: IsoDate | null): QualityResult {
  const context: QualityContext = {
    purposeClasses: entry.purposes.map(purposeClassOf), legalForce: entryForceOf(entry), legalForceCheckedOn: entry.force?.checkedOn ?? null,
    state: entry.state, hasOwner: entry.owner !== null, evidenceCount: activeEvidence(entry.evidence).length, today,
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

/**
 * How many gaps an entry has from which day on, as long as nobody changes it. A list asks the row of today, so that
 * the number in it is the number on the entry's page, without reading every entry every day.
 */
export function gapSteps(entry: EntryRecord): GapStep[] {
  const days = new Set([always, ...turningDays(entry)])
  const steps: GapStep[] = []
  for (const from of [...days].toSorted()) {
    const gaps = entryQuality(entry, from).gaps.length
    if (steps.at(-1)?.gaps !== gaps) steps.push({ from, gaps })
  }
  return steps
}

/** The days on which a check may change its answer by itself: when a date passes, or a check has grown old. */
function turningDays(entry: EntryRecord): IsoDate[] {
  const days: IsoDate[] = []
  const from = (date: IsoDate | null | undefined, ...after: readonly string[]): void => {
    if (date && date < '9900') days.push(...after.map((period) => addPeriod(date, period)))
  }
  from(entry.fields.reviewOn, 'P1D')
  from(entry.force?.checkedOn, 'P1Y1D')
  switch (entry.kind) {
    case 'sharing-agreement':
      from(entry.fields.section251Expires, '-P90D', 'P1D')
      from(entry.fields.dpiaOn, 'P3Y1D')
      from(entry.fields.endsOn, 'P1D')
      break
    case 'gp-connect-setting': from(entry.fields.settingCheckedOn, 'P1Y1D'); break
    case 'medicines-tool': from(entry.fields.messageMix?.on, 'P1Y1D'); break
    case 'declaration': from(entry.fields.dueOn, 'P1D'); break
  }
  return days
}

import type { IsoDate } from './date.ts'
import { entryForceOf, purposeClassOf } from './entry-record.ts'
import type { EntryRecord } from './entry-record.ts'
import { qualityCheck, qualityGaps } from './quality-check.ts'
import type { QualityContext, QualityGap, QualityResult } from './quality-check.ts'

/** The quality check of an entry as it stands on a day. */
export function entryQuality(entry: EntryRecord, today: IsoDate, evidenceCount: number | null): QualityResult {
  return qualityCheck(entry, contextOf(entry, today, evidenceCount))
}

/** The gaps that do not depend on the day, so that they can be kept beside the entry and counted. */
export function lastingGaps(entry: EntryRecord): readonly QualityGap[] {
  return qualityGaps(entry, contextOf(entry, null, null))
}

function contextOf(entry: EntryRecord, today: IsoDate | null, evidenceCount: number | null): QualityContext {
  return {
    purposeClasses: entry.purposes.map(purposeClassOf), legalForce: entryForceOf(entry), legalForceCheckedOn: entry.force?.checkedOn ?? null,
    state: entry.state, hasOwner: entry.owner !== null, evidenceCount, today,
  }
}

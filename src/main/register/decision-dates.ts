import { addPeriod } from '../../shared/domain/date.ts'
import type { DecisionRecord } from '../../shared/domain/decision-record.ts'
import { chosenDate, effectiveDateOf, type DateRow, type IsWorkingDay } from '../../shared/domain/effective-date.ts'
import type { EntryRecord } from '../../shared/domain/entry-record.ts'
import type { IsoDate } from '../../shared/domain/date.ts'

export type DecisionDates = Readonly<{ rows: readonly DateRow[]; takesEffectOn: IsoDate | null }>

/**
 * The dates of a decision with their working. A withdrawal follows the agreement's notice; where the agreement
 * states no period, or the practice has agreed another day, the day entered by hand counts.
 */
export function decisionDates(entry: EntryRecord, { verb, draft }: DecisionRecord, isWorkingDay: IsWorkingDay): DecisionDates {
  const main = verb === 'withdraw' && entry.kind === 'sharing-agreement' && entry.fields.noticePeriod !== null && draft.effectiveOn === null
    ? effectiveDateOf({
        sentOn: draft.noticeSentOn, receivedOn: draft.noticeReceivedOn, receivedAfterWorkingDays: draft.receivedAfterWorkingDays,
        period: entry.fields.noticePeriod, clause: entry.fields.noticeClause, endsOn: entry.fields.endsOn, endsAtReviewOn: null,
      }, isWorkingDay)
    : draft.effectiveOn === null ? { takesEffect: null, rows: [] } : chosenDate(draft.effectiveOn)
  const after: DateRow[] = []
  const row = (label: string, date: IsoDate | null, working: string): void => { if (date) after.push({ label, date, working, counts: false }) }
  row('Last extract', draft.lastExtractOn, lastExtractWorking(draft.lastExtractOn, main.takesEffect))
  row(draft.dataEnding === 'return' ? 'Data returned by' : 'Data destroyed by', draft.dataEnding === 'keep-as-agreed' ? null : draft.dataEndingBy, 'Chosen by you')
  row(verb === 'freeze' || verb === 'defer' ? 'Ends unless decided again' : 'Looked at again', draft.endsOn, 'Chosen by you')
  return { rows: [...main.rows, ...after], takesEffectOn: main.takesEffect }
}

function lastExtractWorking(last: IsoDate | null, takesEffect: IsoDate | null): string {
  if (last === null || takesEffect === null) return 'Chosen by you'
  if (last >= takesEffect) return 'Chosen by you. It is not before the sharing stops'
  return last === addPeriod(takesEffect, '-P1D') ? 'The day before it takes effect' : 'Chosen by you'
}

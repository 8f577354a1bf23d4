import { isOnPaper, type DecisionRecord } from '../../shared/domain/decision-record.ts'
import type { StatementFacts } from '../../shared/domain/draw-up-statement.ts'
import { activeEvidence, evidenceName } from '../../shared/domain/evidence-record.ts'
import type { EntryRecord } from '../../shared/domain/entry-record.ts'
import type { Acting, Reading } from './desk.ts'
import { decisionDates } from './decision-dates.ts'
import { judge } from './judge.ts'

/** Everything a statement is drawn up from, gathered from the register. */
export function statementFacts(reading: Reading | Acting, decision: DecisionRecord, entry: EntryRecord): StatementFacts {
  const { records } = reading.store
  const { rows, takesEffectOn } = decisionDates(entry, decision, reading.isWorkingDay)
  const judgedFor = takesEffectOn ?? reading.today
  const second = decision.draft.secondPartner === null ? undefined : records.person(decision.draft.secondPartner)
  // A page that was signed answers the statement; it is not what the statement rests on.
  const scans = new Set(decision.statements.flatMap(({ answers }) => answers.filter(isOnPaper).map(({ evidence }) => evidence)))
  return {
    practice: reading.head.practice, entry, decision, takesEffectOn, judgedFor,
    dates: rows.map(({ label, date, working }) => ({ label, date, working })),
    gate: judge(reading, entry, decision.verb, judgedFor),
    secondPartner: second ? { id: second.id, name: second.name } : null,
    replaces: decision.replaces === null ? null : records.decision(decision.replaces)?.ref ?? null,
    evidence: activeEvidence(decision.evidence).filter(({ id }) => !scans.has(id)).map((one) => ({ name: evidenceName(one), sha256: one.sha256 })),
    categoryWord: (slug) => reading.rules.categories.get(slug)?.label ?? slug,
  }
}

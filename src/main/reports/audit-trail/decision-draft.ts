import type { DecisionRecord } from '../../../shared/domain/decision-record.ts'
import { adviceViewWords, adviserRoleWords, changedFieldWord, changedValueInWords, lowerFirst } from '../../../shared/domain/words/event-values.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { facts, type Fact } from '../page/blocks.ts'
import type { Sheet } from '../page/sheet.ts'
import { instantInWords } from '../page/times.ts'
import type { AuditTrail } from './input.ts'

/** A decision that has no standing statement: what has been written into it so far. */
export function draftSheet(sheet: Sheet, decision: DecisionRecord, { register, names }: AuditTrail): void {
  const entry = register.entries.get(decision.entry)
  const written = Object.entries(decision.draft).filter(([field, value]) => field === 'effects' ? Object.values(decision.draft.effects).some(Boolean) : !isEmpty(value))
  facts(sheet, [
    ['Entry', entry ? `${entry.ref}, ${entry.title}` : decision.entry],
    ['Drawn up', `By ${decision.drawnUp.name}, ${instantInWords(decision.drawnUp.at)}`],
    ...written.map(([field, value]): Fact => [changedFieldWord(field), changedValueInWords(field, value, names)]),
    ...decision.advice.map(({ role, name, view, text, on }): Fact => [
      `Advice, ${lowerFirst(adviserRoleWords[role])}`, `${name}, ${dateInWords(on)}, ${adviceViewWords[view]}: “${text}”`,
    ]),
  ])
}

const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

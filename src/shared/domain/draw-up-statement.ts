import type { Change } from '../trail/change.ts'
import { canonical } from '../trail/canonical.ts'
import type { Json } from '../trail/json.ts'
import type { IsoDate } from './date.ts'
import type { DecisionRecord } from './decision-record.ts'
import { entryClassOf, entryForceOf, otherParties, purposeClassOf, type EntryRecord } from './entry-record.ts'
import type { GateResult, Requirement } from './gate-answer.ts'
import type { Practice } from './practice.ts'
import type { Statement } from './statement.ts'
import { statementSummary, statementTitle } from './statement-words.ts'
import { dateInWords, periodInWords } from './words.ts'

/** Everything a statement is drawn up from. */
export type StatementFacts = Readonly<{
  practice: Practice
  entry: EntryRecord
  decision: DecisionRecord
  gate: GateResult
  judgedFor: IsoDate
  dates: Statement['dates']
  takesEffectOn: IsoDate | null
  secondPartner: { id: string; name: string } | null
  replaces: string | null
  evidence: Statement['evidence']
  /** The words of a purpose category of the rule set. */
  categoryWord: (slug: string) => string
}>

/** The whole decision as the partners will answer it. The same facts always give the same statement. */
export function drawUpStatement(facts: StatementFacts): Statement {
  const { practice, entry, decision, gate } = facts
  const { draft } = decision
  return {
    format: 'psr-statement/1',
    decision: { id: decision.id, ref: decision.ref },
    practice: { name: practice.name, ods: practice.ods },
    entry: { id: entry.id, ref: entry.ref, kind: entry.kind, title: entry.title, parties: otherParties(entry) },
    verb: decision.verb,
    title: statementTitle(decision.verb, entry.title),
    summary: statementSummary(entry, decision, facts.takesEffectOn),
    reason: draft.reason,
    grounds: {
      class: entryClassOf(entry),
      purposes: entry.purposes.map((purpose) => ({
        text: purpose.text,
        category: purpose.confirmed ? facts.categoryWord(purpose.confirmed.classification.category) : 'Not yet confirmed',
        class: purposeClassOf(purpose),
        why: purpose.confirmed?.classification.reason ?? purpose.proposal?.reason ?? '',
        confirmedBy: purpose.confirmed?.by.name ?? null,
        ruleSet: purpose.proposal?.ruleSet ?? null,
      })),
      force: { force: entryForceOf(entry), reference: entry.force?.reference ?? null, checkedOn: entry.force?.checkedOn ?? null, checkedBy: entry.force?.checkedBy ?? null },
      position: gate.position,
      gate: { answer: gate.answer, judgedFor: facts.judgedFor, reasons: gate.reasons.filter(({ code }) => !inThePosition.has(code)) },
    },
    given: givenTexts(facts),
    secondPartner: facts.secondPartner,
    effects: draft.effects,
    staysTheSame: draft.staysTheSame,
    whatChanges: draft.whatChanges,
    dates: [...facts.dates],
    advice: decision.advice,
    evidence: facts.evidence,
    replaces: facts.replaces,
    drawnUpBy: decision.drawnUp.name,
  }
}

/** What the gate says by quoting the position: the statement carries that whole, sources and all, so it is not said twice. */
const inThePosition = new Set(['source-says', 'position-permitted'])

function givenTexts({ entry, decision: { draft }, secondPartner }: StatementFacts): Statement['given'] {
  const notice = entry.kind === 'sharing-agreement' && entry.fields.noticePeriod
    ? [periodInWords(entry.fields.noticePeriod), entry.fields.noticeClause].filter((part) => part !== null).join(', ')
    : draft.noticePeriodWording
  const texts: [Requirement, string | null][] = [
    ['clinical-safety-note', draft.clinicalSafetyNote],
    ['override-reason', draft.overrideReason],
    ['second-partner', secondPartner?.name ?? null],
    ['contract-reference', draft.contractReference],
    ['notice-period', decisionEndsWithNotice(draft, notice)],
    ['end-date', draft.endsOn && dateInWords(draft.endsOn)],
    ['exit-condition', draft.exitCondition],
  ]
  return texts.flatMap(([requirement, text]) => (text === null || text === '' ? [] : [{ requirement, text }]))
}

const decisionEndsWithNotice = (draft: DecisionRecord['draft'], notice: string | null): string | null =>
  (draft.noticeSentOn !== null || draft.noticeReceivedOn !== null || draft.noticePeriodWording !== null ? notice : null)

/** Where two statements of the same decision differ, field by field with both values; empty when they say the same. */
export function statementChanges(before: Statement, after: Statement): Change[] {
  return differences(before, after, '')
}

function differences(from: Json, to: Json, path: string): Change[] {
  if (canonical(from) === canonical(to)) return []
  if (isObject(from) && isObject(to)) {
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
      differences(from[key] ?? null, to[key] ?? null, path === '' ? key : `${path}.${key}`))
  }
  return [{ field: path, from, to }]
}

const isObject = (value: Json): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value)

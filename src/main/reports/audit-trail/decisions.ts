import type { DecisionRecord, FixedStatement } from '../../../shared/domain/decision-record.ts'
import { stageOf } from '../../../shared/domain/decision-stage.ts'
import { standingStatement } from '../../../shared/domain/decision-record.ts'
import { statementTitle } from '../../../shared/domain/statement-words.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { answerWords, lowerFirst } from '../../../shared/domain/words/event-values.ts'
import { stageWords } from '../../../shared/domain/words/step.ts'
import { verbWords } from '../../../shared/domain/words/verb.ts'
import type { Change } from '../../../shared/trail/change.ts'
import { bookmark, facts, heading, paragraph } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { countOf, grouped } from '../page/numbers.ts'
import { need, newPage, space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { table, type Row } from '../page/table.ts'
import { instantInWords } from '../page/times.ts'
import { carryingOut } from './carrying-out.ts'
import { answersTable } from './decision-answers.ts'
import { draftSheet } from './decision-draft.ts'
import { eventDetails } from './event-details.ts'
import { statementSheet } from './decision-statement.ts'
import { evidenceList } from './evidence-list.ts'
import type { AuditTrail } from './input.ts'

/** A table of all decisions, then each of them with everything it rests on. */
export function decisions(sheet: Sheet, audit: AuditTrail): void {
  const all = [...audit.register.decisions.values()].toSorted((a, b) => a.ref.localeCompare(b.ref))
  if (all.length === 0) return paragraph(sheet, 'No decision has been drawn up yet.', styles.quiet)
  paragraph(sheet, `${countOf(all.length, 'decision', 'decisions')}. A signed decision is not yet a stopped flow: what was carried out stands with each.`, styles.quiet)
  space(sheet, mm(4))
  table(sheet, [{ head: 'Ref', width: mm(16), namesRow: true }, { head: 'Decision' }, { head: 'Entry', width: mm(20) }, { head: 'How it stands', width: mm(46) }, { head: 'Answers', width: mm(42) }],
    all.map((decision) => overview(decision, audit)))
  for (const decision of all) {
    onItsOwnPage(sheet, decision)
    decisionSheet(sheet, decision, audit)
  }
}

function overview(decision: DecisionRecord, audit: AuditTrail): Row {
  const entry = audit.register.entries.get(decision.entry)
  return { cells: [
    { text: decision.ref, style: styles.tableQuiet },
    { text: titleOf(decision, audit), style: styles.tableStrong },
    entry?.ref ?? '',
    howItStands(decision),
    answersInShort(standingStatement(decision)),
  ] }
}

export function titleOf(decision: DecisionRecord, audit: AuditTrail): string {
  const fixed = decision.statements.at(-1)
  if (fixed) return fixed.statement.title
  const entry = audit.register.entries.get(decision.entry)
  return entry ? statementTitle(decision.verb, entry.title) : verbWords[decision.verb].imperative
}

const on = (instant: string): string => dateInWords(instant.slice(0, 10))

export function howItStands(decision: DecisionRecord): string {
  switch (decision.status) {
    case 'draft': return decision.statements.length > 0 ? 'Draft again, its statement was voided' : 'Draft, not fixed'
    case 'fixed': return 'Fixed, waiting for answers'
    case 'made': return `Made ${decision.outcome ? on(decision.outcome.at) : ''}, ${lowerFirst(stageWords[stageOf(decision)])}`
    case 'refused': return `Not made ${decision.outcome ? on(decision.outcome.at) : ''}`
    case 'lapsed': return `Lapsed ${decision.lapsed ? on(decision.lapsed.by.at) : ''}`
    case 'cancelled': return `Cancelled ${decision.cancelled ? on(decision.cancelled.by.at) : ''}`
  }
}

function answersInShort(fixed: FixedStatement | undefined): string {
  if (!fixed) return ''
  const counts = (['agree', 'disagree', 'stand-aside'] as const).map((answer) => ({ answer, count: fixed.answers.filter((given) => given.answer === answer).length }))
  const given = counts.filter(({ count }) => count > 0)
  return given.length === 0 ? 'None yet' : given.map(({ answer, count }) => `${count} ${lowerFirst(answerWords[answer])}`).join(', ')
}

function onItsOwnPage(sheet: Sheet, decision: DecisionRecord): void {
  if (decision.statements.length > 0) return newPage(sheet)
  space(sheet, mm(12))
  need(sheet, 160)
}

/** One decision with everything it rests on, from here on. */
export function decisionSheet(sheet: Sheet, decision: DecisionRecord, audit: AuditTrail): void {
  const standing = standingStatement(decision)
  bookmark(sheet, `${decision.ref}: ${titleOf(decision, audit)}`, 'part')
  paragraph(sheet, `Decision ${decision.ref}, ${lowerFirst(howItStands(decision))}`, styles.quiet)
  heading(sheet, 'H2', titleOf(decision, audit), 'subject')
  if (standing) {
    statementSheet(sheet, decision, standing, audit)
    answersTable(sheet, standing, audit)
  } else draftSheet(sheet, decision, audit)
  if (decision.evidence.length > 0) {
    heading(sheet, 'H3', 'Files attached to it, then and since', 'section')
    evidenceList(sheet, decision.evidence)
  }
  cancelled(sheet, decision)
  if (decision.followThrough) {
    heading(sheet, 'H3', 'Carrying it out', 'section')
    carryingOut(sheet, decision, decision.followThrough, audit)
  }
  for (const fixed of decision.statements) if (fixed !== standing) voided(sheet, fixed, audit)
}

/** Why it came to nothing, where it was dropped or was not answered in time. */
export function cancelled(sheet: Sheet, decision: DecisionRecord): void {
  const ended = decision.cancelled ?? decision.lapsed
  if (!ended) return
  heading(sheet, 'H3', decision.cancelled ? 'Cancelled' : 'Lapsed', 'section')
  paragraph(sheet, `${ended.by.name}, ${dateInWords(ended.by.at.slice(0, 10))}: ${ended.reason}`)
}

/** An answer is never removed: those to an earlier wording stand with what was changed after them. */
export function voided(sheet: Sheet, fixed: FixedStatement, audit: AuditTrail): void {
  const { voided: by } = fixed
  heading(sheet, 'H3', by ? `Earlier statement, voided ${dateInWords(by.by.at.slice(0, 10))}` : 'Earlier statement', 'section')
  facts(sheet, [
    ['Statement', grouped(fixed.hash).replace(/^(.{39}) /, '$1\n'), styles.hash],
    ['Fixed', `By ${fixed.fixed.name}, ${instantInWords(fixed.fixed.at)}`],
    ...(by ? [['Voided', `By ${by.by.name}, ${instantInWords(by.by.at)}, because this was changed:`] as const] : []),
  ])
  if (by) changesTable(sheet, by.changes, audit)
  space(sheet, mm(2))
  paragraph(sheet, 'Its full text stands in the events.', styles.quiet)
  space(sheet, mm(2))
  answersTable(sheet, fixed, audit, false)
}

function changesTable(sheet: Sheet, changes: readonly Change[], audit: AuditTrail): void {
  space(sheet, mm(1))
  table(sheet, [{ head: 'Field', width: mm(42), namesRow: true }, { head: 'Was' }, { head: 'Became' }],
    eventDetails({ changes }, audit.names).map(({ label, from, value }) => ({ cells: [label, { text: from ?? '', style: styles.tableQuiet }, value] })))
}

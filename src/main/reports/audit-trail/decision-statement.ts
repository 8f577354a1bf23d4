import type { DecisionRecord, FixedStatement } from '../../../shared/domain/decision-record.ts'
import type { Statement } from '../../../shared/domain/statement.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { adviceViewWords, adviserRoleWords, effectWords, lowerFirst, quorumWords } from '../../../shared/domain/words/event-values.ts'
import { requirementWords } from '../../../shared/domain/words/gate.ts'
import { kindWords } from '../../../shared/domain/words/kind.ts'
import { verbWords } from '../../../shared/domain/words/verb.ts'
import { facts, heading, paragraph, sideBySide, type Fact } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { countOf, grouped } from '../page/numbers.ts'
import { space } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { table } from '../page/table.ts'
import { instantInWords } from '../page/times.ts'
import type { Rich } from '../page/typeset.ts'
import { groundsTable } from './decision-grounds.ts'
import type { AuditTrail } from './input.ts'

/** The statement as it was fixed: all of it, in the order a partner read it. */
export function statementSheet(sheet: Sheet, decision: DecisionRecord, fixed: FixedStatement, audit: Pick<AuditTrail, 'register'>, parts = { outcome: true, evidence: true }): void {
  const { statement } = fixed
  facts(sheet, statementFacts(decision, fixed, audit))
  space(sheet, mm(1))
  sideBySide(sheet, [
    (column) => {
      minor(column, 'What the practice decides', statement.summary)
      minor(column, 'Reason', statement.reason)
      effectsBlock(column, statement)
    },
    (column) => {
      for (const advice of statement.advice) {
        minor(column, `Advice, ${lowerFirst(adviserRoleWords[advice.role])}, ${dateInWords(advice.on)}`, `${advice.name}, ${adviceViewWords[advice.view]}: “${advice.text}”`)
      }
      if (statement.advice.length === 0) minor(column, 'Advice', 'None was recorded.')
      if (parts.outcome) minor(column, 'Quorum on the day', quorumInWords(decision))
      minor(column, 'What changes in practice', statement.whatChanges.join('\n'))
      minor(column, 'What stays the same', statement.staysTheSame)
      for (const { requirement, text } of statement.given) minor(column, requirementWords[requirement].label, text)
      if (statement.secondPartner && !statement.given.some(({ text }) => text === statement.secondPartner?.name)) minor(column, 'Second partner, who has to agree', statement.secondPartner.name)
    },
  ])
  heading(sheet, 'H3', 'Grounds, as known then', 'section')
  groundsTable(sheet, statement)
  datesTable(sheet, statement)
  if (parts.evidence) evidenceTable(sheet, statement, true)
}

function statementFacts(decision: DecisionRecord, { statement, hash, fixed }: FixedStatement, audit: Pick<AuditTrail, 'register'>): Fact[] {
  const { entry, practice } = statement
  const digits = grouped(hash)
  const effective = statement.dates.find(({ date }) => date === decision.draft.effectiveOn)
  const takesEffect: Rich | null = effective
    ? [{ text: dateInWords(effective.date), face: 'bold' }, { text: effective.working ? `: ${lowerFirst(effective.working)}` : '' }]
    : decision.draft.effectiveOn && [{ text: dateInWords(decision.draft.effectiveOn), face: 'bold' }]
  return [
    ['Entry', `${entry.ref}, ${entry.title} (${lowerFirst(kindWords[entry.kind].title)})${entry.parties.length > 0 ? `, with ${entry.parties.join('; ')}` : ''}`],
    ['Decision', verbWords[statement.verb].imperative],
    ...(takesEffect ? [['Takes effect', takesEffect] as const] : []),
    ['Statement', `${digits.slice(0, 39)}\n${digits.slice(40)}`, styles.hash],
    ['Drawn up, fixed', `By ${statement.drawnUpBy} for ${practice.name} (${practice.ods}); fixed by ${fixed.name}, ${instantInWords(fixed.at)}`],
    ...(statement.replaces ? [['Replaces', audit.register.decisions.get(statement.replaces)?.ref ?? statement.replaces] as const] : []),
  ]
}

/** Under which rule, by whom and with what result; empty while the answers are still open. */
export function quorumInWords({ outcome, status }: DecisionRecord): string {
  if (!outcome) return ''
  const { rule, needed, waitForAll, inOffice, agree, mustAgree } = outcome.tally
  const named = (ids: readonly string[]): string => ids.map((id) => inOffice.find((person) => person.id === id)?.name ?? id).join(', ')
  return [
    `${status === 'made' ? 'Made' : 'Not made'} on ${dateInWords(outcome.at.slice(0, 10))}.`,
    `${agree.length} of ${countOf(inOffice.length, 'partner', 'partners')} in office agreed${agree.length > 0 ? `: ${named(agree)}` : ''}.`,
    `In office: ${inOffice.map(({ name }) => name).join(', ')}.`,
    `Rule: ${quorumWords[rule]}, so ${needed} had to agree${waitForAll ? ', once every partner had answered' : ''}.`,
    mustAgree.length > 0 ? `${named(mustAgree)} had to be among them.` : '',
  ].filter(Boolean).join(' ')
}

function minor(sheet: Sheet, title: string, text: string): void {
  if (text === '') return
  heading(sheet, 'H3', title, 'minor')
  paragraph(sheet, text)
}

function effectsBlock(sheet: Sheet, { effects }: Statement): void {
  const told = Object.entries(effectWords).map(([part, label]) => ({ label, text: effects[part as keyof Statement['effects']] })).filter(({ text }) => text !== '')
  if (told.length === 0) return
  heading(sheet, 'H3', 'Effects, shown before signing', 'minor')
  for (const { label, text } of told) paragraph(sheet, [{ text: `${label}: `, colour: 'quiet' }, { text }])
}

function datesTable(sheet: Sheet, { dates }: Statement): void {
  if (dates.length === 0) return
  heading(sheet, 'H3', 'Dates to follow through', 'section')
  table(sheet, [{ head: 'Step', width: mm(60), namesRow: true }, { head: 'Date', width: mm(36) }, { head: 'How it was worked out' }],
    dates.map(({ label, date, working }) => ({ cells: [label, { text: dateInWords(date), style: styles.tableStrong }, { text: working, style: styles.tableQuiet }] })))
}

export function evidenceTable(sheet: Sheet, { evidence }: Statement, titled: boolean): void {
  if (evidence.length === 0) return titled ? undefined : paragraph(sheet, 'The statement rests on no file.', styles.quiet)
  if (titled) heading(sheet, 'H3', 'Evidence', 'section')
  table(sheet, [{ head: 'File', namesRow: true }, { head: 'SHA-256', width: mm(66) }],
    evidence.map(({ name, sha256 }) => ({ cells: [name, { text: grouped(sha256), style: styles.tableHash }] })))
}

import { dateInWords } from '../words/date.ts'
import { dateLabelled, givenText, type LetterFacts } from './letter-facts.ts'
import { namesIn, type LetterField, type LetterTexts, type TextBlock, type TextItem } from './letter-texts.ts'
import { isNotice, type Letter, type LetterBlock, type LetterKind } from './letter.ts'

type Values = Readonly<Partial<Record<LetterField, string>>>

/**
 * A letter filled in from the texts and the facts, for somebody to read, change and send. The same facts and texts
 * always give the same letter.
 * @throws RangeError for a notice without a decision, and for a reminder of nothing
 */
export function draftLetter(kind: LetterKind, facts: LetterFacts, texts: LetterTexts): Letter {
  if (isNotice(kind) && facts.decided === null) throw new RangeError(`A ${kind} letter needs the decision it is about`)
  if (kind === 'reminder' && facts.earlier === null) throw new RangeError('A reminder needs the letter it is about')
  const values = valuesOf(facts, texts)
  const text = texts.kinds[kind]
  const many = facts.entries.length > 1 && text.subjectOfMany !== undefined
  const refs = facts.entries.map(({ ref }) => ref).join(', ')
  return {
    ...facts.envelope, kind, practice: { name: facts.practice.name, ods: facts.practice.ods },
    ourReference: facts.decided ? `${refs}, decision ${facts.decided.statement.decision.ref}` : many && refs.length > 60 ? `${facts.entries.length} entries` : refs,
    subject: filled(many ? (text.subjectOfMany ?? text.subject) : text.subject, values),
    salutation: texts.salutation, closing: texts.closing,
    blocks: withoutEmptyHeadings(text.blocks.flatMap((block) => blockOf(block, facts, values))),
    statementHash: facts.decided?.hash ?? null,
  }
}

function valuesOf({ practice, entries, replyBy, decided, earlier }: LetterFacts, texts: LetterTexts): Values {
  const common: Values = {
    ...(earlier && { earlierOn: dateInWords(earlier.sentOn), earlierRef: earlier.ref, earlierSubject: earlier.subject }),
    practice: practice.name, ods: practice.ods, title: entries.map(({ title }) => title).join(', '), count: String(entries.length), replyBy: dateInWords(replyBy),
  }
  if (!decided) return common
  const { statement, noticeClause, dataEnding } = decided
  const known: Partial<Record<LetterField, string | null>> = {
    ...common, title: statement.entry.title, summary: statement.summary, reason: statement.reason, stays: statement.staysTheSame, clause: noticeClause,
    reading: texts.reading[statement.grounds.class], force: texts.force[statement.grounds.force.force], safety: givenText(statement, 'clinical-safety-note'),
    takesEffectOn: dateLabelled(statement, /^Takes effect/), lastExtractOn: dateLabelled(statement, /^Last extract/), dataEndingBy: dateLabelled(statement, /^Data (returned|destroyed)/),
    dataEnding: dataEnding === 'return' || dataEnding === 'destroy' ? texts.dataEnding[dataEnding] : null,
    endsOn: givenText(statement, 'end-date'), exitCondition: givenText(statement, 'exit-condition'),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== ''))
}

function blockOf(block: TextBlock, facts: LetterFacts, values: Values): LetterBlock[] {
  switch (block.kind) {
    case 'heading': return [{ kind: 'heading', text: filled(block.text, values) }]
    case 'paragraph': return applies(block, values) ? [{ kind: 'paragraph', text: filled(block.text, values) }] : []
    case 'list': return listOf(block.items.filter((item) => applies(item, values)).map(({ text }) => filled(text, values)))
    case 'dates': return datesOf(facts)
    case 'quotes': return listOf((block.of === 'kept' ? facts.decided?.kept : facts.decided?.stopped)?.map((text) => `“${text}”`) ?? [])
    case 'missing': return listOf(facts.earlier?.missing.map(({ ref, title, what }) => `${title} (our reference ${ref}): ${what.join('; ')}`) ?? [])
    case 'entries': return listOf(facts.entries.map(({ ref, title, signedOn }) => `${title}${signedOn ? `, signed on ${dateInWords(signedOn)}` : ''} (our reference ${ref})`))
  }
}

const listOf = (items: readonly string[]): LetterBlock[] => (items.length === 0 ? [] : [{ kind: 'list', items: [...items] }])

/**
 * The dates that matter to the other side: the letter itself says when it was sent, and where the notice ends on the
 * day of the effect one of the two is enough. A working that only says who chose the day is the practice's own affair.
 */
function datesOf({ decided }: LetterFacts): LetterBlock[] {
  const dates = decided?.statement.dates ?? []
  const effect = dates.find(({ label }) => label === 'Takes effect')
  const rows = dates.filter(({ label, date }) => label !== 'Notice sent' && !(label === 'Notice ends' && date === effect?.date))
    .map((row) => (row === effect ? dates.find(({ label, date }) => label === 'Notice ends' && date === row.date) ?? row : row))
    .map(({ label, date, working }) => ({ label: label === 'Notice ends' ? 'Takes effect' : label, date, note: working.startsWith('Chosen by you') ? '' : working }))
  return rows.length === 0 ? [] : [{ kind: 'dates', rows }]
}

const applies = ({ text, needs = [], lacks = [] }: TextItem, values: Values): boolean =>
  needs.every((name) => values[name] !== undefined) && lacks.every((name) => values[name] === undefined) && namesIn(text).every((name) => values[name as LetterField] !== undefined)

const filled = (text: string, values: Values): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name as LetterField] ?? '')

/** A heading that nothing is left to stand under goes too. */
const withoutEmptyHeadings = (blocks: readonly LetterBlock[]): LetterBlock[] =>
  blocks.filter((block, index) => block.kind !== 'heading' || (blocks[index + 1] !== undefined && blocks[index + 1]?.kind !== 'heading'))

import type { IsoDate } from '../../../shared/domain/date.ts'
import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import { askedItems, type AskedItem, type LetterRecord } from '../../../shared/domain/letters/letter-record.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { askedWords, letterKindWords, replyOutcomeWords, sentHowInWords } from '../../../shared/domain/words/letter.ts'
import { reviewKindWords, reviewOutcomeWords } from '../../../shared/domain/words/review.ts'
import { heading } from '../page/blocks.ts'
import { mm, styles } from '../page/measures.ts'
import { space, type Sheet } from '../page/sheet.ts'
import { table, type Passage } from '../page/table.ts'
import type { AuditTrail } from './input.ts'

/** Letters about an entry with what came of each thing they asked for; nothing where none was sent. */
export function lettersPart(sheet: Sheet, entry: EntryRecord, audit: AuditTrail): void {
  const letters = [...audit.register.letters.values()].filter(({ entries }) => entries.some(({ id }) => id === entry.id)).toSorted((a, b) => a.ref.localeCompare(b.ref))
  if (letters.length === 0) return
  heading(sheet, 'H3', 'Letters and replies', 'minor')
  space(sheet, mm(0.6))
  table(sheet, [{ head: 'Ref', width: mm(16), namesRow: true }, { head: 'Letter' }, { head: 'What was asked for, and what came', width: mm(82) }],
    letters.map((letter) => ({ cells: [{ text: letter.ref, style: styles.tableQuiet }, said(letter), answered(letter, entry, audit.day)] })), { padding: mm(0.9) })
}

function said({ kind, recipient, subject, sentOn, how, reminders }: LetterRecord): Passage[] {
  return [
    { text: `${letterKindWords[kind]} to ${recipient}: ${subject}` },
    { text: `Sent on ${dateInWords(sentOn)} by ${sentHowInWords(how)}.`, style: styles.small },
    ...reminders.map((reminder) => ({ text: `Reminded on ${dateInWords(reminder.sentOn)} (${reminder.ref}).`, style: styles.small })),
  ]
}

function answered(letter: LetterRecord, { id }: EntryRecord, day: IsoDate): Passage[] {
  const named = letter.entries.find((one) => one.id === id)
  const items = askedItems(letter).filter(({ ref }) => ref === named?.ref)
  return items.length === 0 ? [{ text: letter.remindsOf === null ? 'Nothing was asked for.' : 'A reminder; what came is told at the letter before it.', style: styles.tableQuiet }] : items.map((item) => ({ text: `${askedWords[item.what]}: ${outcomeOf(item, day)}` }))
}

function outcomeOf({ outcome, recordedOn, dueOn }: AskedItem, day: IsoDate): string {
  if (outcome === 'came' || outcome === 'not-held') return `${replyOutcomeWords[outcome].toLowerCase()}, ${dateInWords(recordedOn ?? day)}`
  return dueOn < day ? `did not come by ${dateInWords(dueOn)}` : `waited for until ${dateInWords(dueOn)}`
}

/** Each time somebody looked at the entry again; nothing where nobody has yet. */
export function reviewsPart(sheet: Sheet, { reviews = [] }: EntryRecord): void {
  if (reviews.length === 0) return
  heading(sheet, 'H3', 'Reviews', 'minor')
  space(sheet, mm(0.6))
  table(sheet, [{ head: 'On', width: mm(30), namesRow: true }, { head: 'What was looked at', width: mm(42) }, { head: 'What was found' }, { head: 'Next', width: mm(30) }],
    reviews.toSorted((a, b) => a.on.localeCompare(b.on)).map(({ on, kind, outcome, note, nextOn, by }) => ({ cells: [
      dateInWords(on), reviewKindWords[kind],
      [{ text: `${reviewOutcomeWords[outcome]}.${note === '' ? '' : ` ${note}`}` }, { text: `Recorded by ${by.name}.`, style: styles.small }],
      nextOn === null ? 'None' : dateInWords(nextOn),
    ] })), { padding: mm(0.9) })
}

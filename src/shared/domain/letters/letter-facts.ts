import { addPeriod, type IsoDate } from '../date.ts'
import type { DecisionDraft } from '../decision-draft.ts'
import type { EntryRecord } from '../entry-record.ts'
import type { EntryKind } from '../kind.ts'
import type { Practice } from '../practice.ts'
import type { Requirement } from '../gate-answer.ts'
import type { Statement } from '../statement.ts'
import { dateInWords } from '../words/date.ts'
import type { Letter } from './letter.ts'
import type { LetterTexts } from './letter-texts.ts'

/** What a person says about a letter that no record holds. */
export type LetterEnvelope = Pick<Letter, 'sender' | 'addressee' | 'on' | 'yourReference' | 'sentBy' | 'signedBy' | 'copies' | 'enclosures'>

/** An entry as a letter to its other side names it. */
export type LetterEntry = Readonly<{ kind: EntryKind; ref: string; title: string; signedOn: IsoDate | null }>

/** Everything that the text of a letter is filled from. */
export type LetterFacts = Readonly<{
  practice: Pick<Practice, 'name' | 'ods'>
  envelope: LetterEnvelope
  entries: readonly LetterEntry[]
  /** When an answer is asked for. */
  replyBy: IsoDate
  /** For a notice: the statement that was made, and what it leaves to the records. */
  decided: Readonly<{
    statement: Statement
    hash: string
    noticeClause: string | null
    dataEnding: DecisionDraft['dataEnding']
    /** Of a restricted agreement: the wording of the purposes that go on, and of those that end. */
    kept: readonly string[]
    stopped: readonly string[]
  }> | null
  /** For a reminder: the letter it is about, and what has not come, entry by entry. */
  earlier: Readonly<{ ref: string; sentOn: IsoDate; subject: string; missing: readonly Readonly<{ ref: string; title: string; what: readonly string[] }>[] }> | null
}>

/** Facts of a notice, from the statement as it was fixed and the records it was drawn up from. */
export function noticeFacts(statement: Statement, hash: string, draft: DecisionDraft, entry: EntryRecord, envelope: LetterEnvelope, texts: LetterTexts): LetterFacts {
  const wordingOf = (kept: boolean): string[] => entry.purposes.filter(({ id }) => draft.purposesKept.includes(id) === kept).map(({ text }) => text)
  return {
    practice: statement.practice, envelope, entries: [letterEntry(entry)], replyBy: addPeriod(envelope.on, `P${texts.replyWithinDays}D`),
    decided: {
      statement, hash, noticeClause: entry.kind === 'sharing-agreement' ? entry.fields.noticeClause : null,
      dataEnding: draft.dataEnding, kept: wordingOf(true), stopped: wordingOf(false),
    },
    earlier: null,
  }
}

/** Facts of a request about one entry or about all with the same recipient. */
export function requestFacts(practice: Pick<Practice, 'name' | 'ods'>, entries: readonly EntryRecord[], envelope: LetterEnvelope, texts: LetterTexts): LetterFacts {
  return { practice, envelope, entries: entries.map(letterEntry), replyBy: addPeriod(envelope.on, `P${texts.replyWithinDays}D`), decided: null, earlier: null }
}

/** Facts of a reminder of a letter that was not answered, or not fully. */
export function reminderFacts(practice: Pick<Practice, 'name' | 'ods'>, entries: readonly EntryRecord[], earlier: NonNullable<LetterFacts['earlier']>, envelope: LetterEnvelope, texts: LetterTexts): LetterFacts {
  return { ...requestFacts(practice, entries, envelope, texts), replyBy: addPeriod(envelope.on, `P${texts.remindWithinDays}D`), earlier }
}

const letterEntry = (entry: EntryRecord): LetterEntry => ({ kind: entry.kind, ref: entry.ref, title: entry.title, signedOn: entry.kind === 'sharing-agreement' ? entry.fields.signedOn : null })

export const givenText = ({ given }: Statement, wanted: Requirement): string | null => given.find(({ requirement }) => requirement === wanted)?.text ?? null
export const dateLabelled = ({ dates }: Statement, label: RegExp): string | null => {
  const found = dates.find((row) => label.test(row.label))
  return found ? dateInWords(found.date) : null
}

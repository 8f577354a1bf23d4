import { z } from 'zod'
import type { LetterAbout, LetterSheet } from '../../shared/contract/letters.ts'
import { refuse } from '../../shared/contract/refused.ts'
import { addPeriod } from '../../shared/domain/date.ts'
import { otherParties, type EntryRecord } from '../../shared/domain/entry-record.ts'
import { standingStatement, type DecisionRecord } from '../../shared/domain/decision-record.ts'
import { isSettled, isTaskOpen } from '../../shared/domain/follow-through-record.ts'
import { usuallyAsked } from '../../shared/domain/letters/asked.ts'
import { draftLetter } from '../../shared/domain/letters/draft-letter.ts'
import { noticeFacts, reminderFacts, requestFacts, type LetterEnvelope, type LetterFacts } from '../../shared/domain/letters/letter-facts.ts'
import { noticeOf, type LetterKind } from '../../shared/domain/letters/letter.ts'
import { outstanding, type LetterRecord } from '../../shared/domain/letters/letter-record.ts'
import { missingFacts } from '../../shared/domain/letters/missing-facts.ts'
import { isInOffice, partnersInOffice } from '../../shared/domain/person-record.ts'
import { askedWords, stepWords } from '../../shared/domain/words.ts'
import { shippedLetterTexts as texts } from '../exchange/letter-texts.ts'
import { decisionOf } from './decision-commands.ts'
import type { Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { entriesWith } from './letter-recipients.ts'
import { notFound } from './refusals.ts'

/** Everything a letter is about, found by what it was started from. */
export type LetterMatter = Readonly<{
  kind: LetterKind
  entries: readonly EntryRecord[]
  recipient: string
  decision: DecisionRecord | null
  reminds: LetterRecord | null
}>

/** @throws Refused not-found, and not-in-this-state where no letter is due */
export function letterMatter(reading: Reading, about: LetterAbout): LetterMatter {
  switch (about.kind) {
    case 'decision': {
      const decision = decisionOf(reading, about.id)
      const kind = noticeOf(decision.verb)
      if (kind === null) throw refuse('not-in-this-state', { happened: 'This kind of decision needs no notice to anybody.' })
      if (decision.status !== 'made' || !standingStatement(decision)) throw refuse('not-in-this-state', { happened: 'A notice goes out once the decision is made.' })
      const entry = entryOf(reading, decision.entry)
      return { kind, entries: [entry], recipient: otherSide(reading, entry), decision, reminds: null }
    }
    case 'entry': {
      const entry = entryOf(reading, about.id)
      return { kind: 'request', entries: [entry], recipient: otherSide(reading, entry), decision: null, reminds: null }
    }
    case 'recipient': {
      const entries = entriesWith(reading, about.name)
      if (entries.length === 0) throw refuse('not-found', { happened: `No entry that is still open names ${about.name}.` })
      return { kind: 'request', entries, recipient: about.name, decision: null, reminds: null }
    }
    case 'reminder': {
      const earlier = letterOf(reading, about.id)
      if (outstanding(earlier).length === 0) throw refuse('not-in-this-state', { happened: `Nothing that ${earlier.ref} asked for is still waited for.` })
      return { kind: 'reminder', entries: earlier.entries.map(({ id }) => entryOf(reading, id)), recipient: earlier.recipient, decision: null, reminds: earlier }
    }
  }
}

export function letterOf({ store }: Pick<Reading, 'store'>, id: string): LetterRecord {
  const letter = store.records.letter(id)
  if (!letter) throw notFound('letter')
  return letter
}

/** The letter as it would be written today, with what is missing from it. */
export function letterSheet(reading: Reading, about: LetterAbout): LetterSheet {
  const matter = letterMatter(reading, about)
  const { kind, entries, recipient, decision, reminds } = matter
  const facts = factsOf(reading, matter)
  return {
    kind, letter: draftLetter(kind, facts, texts), missing: missingFacts(kind, facts), recipient, replyDueOn: facts.replyBy,
    entries: entries.map(({ id, ref, title }) => ({ id, ref, title })),
    decision: decision && { id: decision.id, ref: decision.ref, step: openStep(decision) },
    reminds: reminds && { id: reminds.id, ref: reminds.ref }, usuallyAsked: [...usuallyAsked[kind]],
    alsoWith: about.kind === 'entry' && recipient !== '' ? entriesWith(reading, recipient).filter(({ id }) => id !== about.id).length : 0,
  }
}

/** The step that sending the letter settles, in its own words; null once it is recorded. */
export function openStep({ verb, followThrough }: DecisionRecord): string | null {
  const task = followThrough && !isSettled(followThrough) ? followThrough.tasks.find(({ step }) => step === 'instructed') : undefined
  return task && isTaskOpen(task) ? stepWords(verb, 'instructed').done : null
}

export function factsOf(reading: Reading, { kind, entries, recipient, decision, reminds }: LetterMatter): LetterFacts {
  const envelope = usualEnvelope(reading, kind, recipient)
  const { practice } = reading.head
  const fixed = decision && standingStatement(decision)
  const [entry] = entries
  if (decision && fixed && entry) return noticeFacts(fixed.statement, fixed.hash, decision.draft, entry, { ...envelope, yourReference: null }, texts)
  if (!reminds) return requestFacts(practice, entries, envelope, texts)
  const open = outstanding(reminds)
  const missing = reminds.entries.map(({ ref, title }) => ({ ref, title, what: open.filter((item) => item.ref === ref).map(({ what }) => askedWords[what]) })).filter(({ what }) => what.length > 0)
  return reminderFacts(practice, entries.filter(({ ref }) => missing.some((one) => one.ref === ref)), { ref: reminds.ref, sentOn: reminds.sentOn, subject: reminds.subject, missing }, envelope, texts)
}

const sender = z.strictObject({ address: z.string().nullable(), contact: z.string().nullable() })
const senderKey = 'letter-sender'

/** What the practice's own head said in the last letter of this person: nothing else keeps an address. */
export function rememberSender({ store, person }: Reading, letter: LetterEnvelope): void {
  if (person) store.notes.saveDraft(person.id, senderKey, letter.sender)
}

function usualEnvelope({ store, head, person, today }: Reading, kind: LetterKind, recipient: string): LetterEnvelope {
  const people = store.records.people()
  const partner = person?.role === 'partner' ? person : partnersInOffice(people, today)[0]
  const kept = person ? sender.safeParse(store.notes.draft(person.id, senderKey)?.value).data : undefined
  return {
    sender: kept ?? { address: null, contact: null },
    addressee: [kind === 'request' ? texts.addressee.request : texts.addressee.notice, ...(recipient === '' ? [] : [recipient])],
    on: today, yourReference: null, sentBy: null,
    signedBy: { name: partner?.name ?? 'Partner', capacity: `for the partners of ${head.practice.name}` },
    copies: people.some((one) => one.role === 'dpo' && isInOffice(one, today)) ? ['data protection officer'] : [], enclosures: [],
  }
}

const otherSide = ({ head }: Reading, entry: EntryRecord): string =>
  (entry.kind === 'gp-connect-setting' ? '' : otherParties(entry).find((name) => name.toLowerCase() !== head.practice.name.toLowerCase()) ?? '')

/** Days on which what a notice asks for is due: not before the day it ends by the decision's own dates. */
export function askedDates({ decision }: LetterMatter, replyDueOn: string): Readonly<{ stopping: string; destruction: string }> {
  const dates = (decision && standingStatement(decision)?.statement.dates) ?? []
  const later = (label: RegExp): string => {
    const found = dates.find((row) => label.test(row.label))?.date
    return found !== undefined && found > replyDueOn ? found : replyDueOn
  }
  return { stopping: later(/^Takes effect/), destruction: later(/^Data (returned|destroyed)/) }
}

/** The usual time to answer, counted from the day a letter goes out. */
export const usualReplyDue = (on: string): string => addPeriod(on, `P${texts.replyWithinDays}D`)

import type { Letter } from '../../shared/domain/letters/letter.ts'
import { noticeFacts, requestFacts, type LetterEnvelope } from '../../shared/domain/letters/letter-facts.ts'
import { draftLetter } from '../../shared/domain/letters/draft-letter.ts'
import { noticeOf } from '../../shared/domain/letters/letter.ts'
import { standingStatement, type DecisionRecord } from '../../shared/domain/decision-record.ts'
import type { EntryRecord } from '../../shared/domain/entry-record.ts'
import { refuse } from '../../shared/contract/refused.ts'
import { systemActor, type Actor } from '../../shared/trail/event.ts'
import { shippedLetterTexts } from '../exchange/letter-texts.ts'
import { letterPdf } from '../reports/letter/letter-pdf.ts'
import { writeReport } from '../reports/write-report.ts'
import { entryOf } from './entry-of.ts'
import type { Reading } from './desk.ts'
import { recordExport, type MadeFile } from './export-report.ts'

/**
 * The notice that a made decision asks for, filled in and still to be read by somebody.
 * @throws Refused not-in-this-state where the decision is not made, or its kind needs no notice
 */
export function draftNotice(reading: Reading, decision: DecisionRecord, envelope: LetterEnvelope): Letter {
  const kind = noticeOf(decision.verb)
  const fixed = standingStatement(decision)
  if (kind === null) throw refuse('not-in-this-state', { happened: 'This kind of decision needs no notice to anybody.' })
  if (decision.status !== 'made' || !fixed) throw refuse('not-in-this-state', { happened: 'A notice goes out once the decision is made.' })
  const facts = noticeFacts(fixed.statement, fixed.hash, decision.draft, entryOf(reading, decision.entry), envelope, shippedLetterTexts)
  return draftLetter(kind, facts, shippedLetterTexts)
}

/** A request for the documents behind one entry, or behind all entries with one recipient. */
export function draftRequest(reading: Reading, entries: readonly EntryRecord[], envelope: LetterEnvelope): Letter {
  return draftLetter('request', requestFacts(reading.head.practice, entries, envelope, shippedLetterTexts), shippedLetterTexts)
}

/** Writes the letter as it was edited and records its hash. @param about reference of the decision or entry; null for several entries */
export async function exportLetter(reading: Reading, letter: Letter, about: { kind: 'decision' | 'entry' | 'whole'; ref: string | null }, file: string, by: Actor = systemActor): Promise<MadeFile> {
  const written = await writeReport(file, letterPdf({ letter, madeAt: reading.now, app: reading.store.appVersion }), null)
  return recordExport(reading, file, by, written, { report: 'letter', scope: { kind: about.kind, ref: about.ref, from: null, to: null }, head: reading.store.trail.head() })
}

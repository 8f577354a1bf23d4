import { shippedLetterTexts as texts } from '../../../src/main/exchange/letter-texts.ts'
import { auditTrailPdf } from '../../../src/main/reports/audit-trail/audit-trail.ts'
import { decisionRecordPdf } from '../../../src/main/reports/decision-record/decision-record.ts'
import { letterPdf } from '../../../src/main/reports/letter/letter-pdf.ts'
import { registerSchedulePdf } from '../../../src/main/reports/schedule/schedule.ts'
import { draftLetter } from '../../../src/shared/domain/letters/draft-letter.ts'
import { requestFacts } from '../../../src/shared/domain/letters/letter-facts.ts'
import { selectEvents } from '../../../src/shared/trail/select-events.ts'
import type { TrailScope } from '../../../src/shared/trail/trail-json.ts'
import type { Book } from './demo-trail.ts'
import { demoStory } from './demo-story.ts'
import { inputOf } from './make-audit-trail.ts'

const nothing = { ref: null, id: null, from: null, to: null }

/** The trail of a book in a scope, as a document of that scope carries it. */
export function trailIn(book: Book, scope: TrailScope) {
  const kept = new Set(selectEvents(book.events, scope))
  return book.trail(scope, (event) => kept.has(event))
}

/** One of each kind of document, and the audit trail in each of its scopes, made from the first entry and decision there are. */
export async function documentsOf(book: Book): Promise<Map<string, Uint8Array>> {
  const { decisions, entries } = book.register()
  const [decision] = decisions.values()
  const [entry] = entries.values()
  const day = book.today()
  const made = new Map<string, Uint8Array>()
  const scopes: readonly (readonly [string, TrailScope | null])[] = [
    ['whole', { ...nothing, kind: 'whole' }],
    ['entry', entry ? { ...nothing, kind: 'entry', ref: entry.ref, id: entry.id } : null],
    ['decision', decision ? { ...nothing, kind: 'decision', ref: decision.ref, id: decision.id } : null],
    ['period', { ...nothing, kind: 'period', from: day, to: day }],
    ['as-at', { ...nothing, kind: 'whole', asAt: day }],
  ]
  for (const [name, scope] of scopes) if (scope) made.set(`trail-${name}`, await auditTrailPdf(inputOf(trailIn(book, scope))))
  made.set('schedule', await registerSchedulePdf(inputOf(trailIn(book, { ...nothing, kind: 'whole' }))))
  if (decision) made.set('record', await decisionRecordPdf(inputOf(trailIn(book, { ...nothing, kind: 'decision', ref: decision.ref, id: decision.id }))))
  if (entry) {
    const envelope = {
      sender: { address: '1 Example Street, Exampletown, EX1 1EX', contact: 'Data protection lead, 01632 960 000' },
      addressee: ['The Information Governance Lead', 'Demo Integrated Care Board (QZZ)'], on: day, yourReference: null, sentBy: 'Email',
      signedBy: { name: 'Partner A', capacity: 'for the partners of Demo Surgery' }, copies: ['data protection officer'], enclosures: [],
    }
    const letter = draftLetter('request', requestFacts({ name: 'Demo Surgery', ods: 'A99999' }, [entry], envelope, texts), texts)
    made.set('letter', letterPdf({ letter, madeAt: `${day}T09:00:00.000Z`, app: '1.0.0' }))
  }
  return made
}

export const documentsOfTheDemo = (): Promise<Map<string, Uint8Array>> => documentsOf(demoStory())

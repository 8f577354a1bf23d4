import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { activeEvidence, evidenceName, type EvidenceRecord } from '../../shared/domain/evidence-record.ts'
import { letterRef } from '../../shared/domain/kind.ts'
import type { Asked } from '../../shared/domain/letters/asked.ts'
import type { LetterRecord } from '../../shared/domain/letters/letter-record.ts'
import { dateInWords, sentHowInWords } from '../../shared/domain/words.ts'
import type { EventData, NewEvent } from '../../shared/trail/event.ts'
import { decisionOf } from './decision-commands.ts'
import type { Acting, Decided, Reading } from './desk.ts'
import { entryOf } from './entry-of.ts'
import { askedDates, letterMatter, letterOf, openStep, type LetterMatter } from './letter-draft.ts'
import { recordStep } from './step-commands.ts'

type Sent = CallParsed<'letter.record-sent'>

/** Puts a letter that went out on the log, and with it, where that is wished, the step of the decision it carries out. */
export function recordSent(acting: Acting, input: Sent): Decided<{ id: string; ref: string }> {
  const matter = letterMatter(acting, input.about)
  refuseNotExported(acting, input)
  refuseSentDays(acting, input, matter)
  const allowed = new Map(matter.entries.map((entry) => [entry.id, entry]))
  const entries = input.entries.map((id) => allowed.get(id) ?? entryOf(acting, id))
  if (matter.kind !== 'request' && entries.some(({ id }) => !allowed.has(id))) throw refuse('invalid-input', { fields: { entries: ['The letter is about other entries'] } })
  const id = acting.newId()
  const ref = nextLetterRef(acting)
  const data: EventData<'letter.sent'> = {
    ref, kind: matter.kind === 'request' || matter.kind === 'reminder' ? matter.kind : 'notice',
    decision: matter.decision?.id ?? null, remindsOf: matter.reminds?.id ?? null,
    entries: entries.map((entry) => ({ id: entry.id, ref: entry.ref, title: entry.title })),
    recipient: input.recipient, subject: input.subject, how: input.how, sentOn: input.on, sha256: input.sha256, replyDueOn: input.replyDueOn,
    // A reminder asks for what the letter before it asked for; the answer is recorded there.
    asked: matter.kind === 'reminder' || input.replyDueOn === null ? [] : input.asked.map((what) => ({ what, dueOn: dueOn(matter, what, input.replyDueOn ?? '') })),
  }
  const sent: NewEvent = { type: 'letter.sent', subject: { kind: 'letter', id }, data }
  return { events: [sent, ...stepOf(acting, input, matter, ref)], result: { id, ref } }
}

function dueOn(matter: LetterMatter, what: Asked, replyDueOn: string): string {
  const dates = askedDates(matter, replyDueOn)
  return what === 'stopping' || what === 'destruction' ? dates[what] : replyDueOn
}

function stepOf(acting: Acting, { step, how, on, recipient, subject }: Sent, { decision }: LetterMatter, ref: string): readonly NewEvent[] {
  if (!step || !decision) return []
  if (openStep(decision) === null) throw refuse('not-in-this-state', { happened: `That ${decision.ref} was told to the other party is recorded already.`, todo: 'Record the letter without it.' })
  const said = `Letter ${ref} to ${recipient} by ${sentHowInWords(how)}: “${subject}”`
  return recordStep(acting, { id: decision.id, step: 'instructed', on, how: said, evidence: [], receivedOn: null }).events
}

/** The hash has to be of a letter that this register made, so that whoever has the paper can be shown which one it is. */
function refuseNotExported({ store: { db, statements } }: Acting, { sha256 }: Sent): void {
  const made = statements.all(db.selectFrom('export').select('doc').where('sha256', '=', sha256)).some(({ doc }) => (JSON.parse(doc) as { report: string }).report === 'letter')
  if (!made) throw refuse('invalid-input', { fields: { sha256: ['Save the letter as a PDF first'] } })
  const earlier = statements.all(db.selectFrom('letter').select(['ref', 'doc'])).find(({ doc }) => (JSON.parse(doc) as { sha256: string }).sha256 === sha256)
  if (earlier) throw refuse('not-in-this-state', { happened: `This very letter is on the log already, as ${earlier.ref}.`, safe: 'It was not recorded again.' })
}

function refuseSentDays({ today }: Acting, { on, replyDueOn, asked }: Sent, { kind, reminds }: LetterMatter): void {
  const fields: Record<string, string[]> = {}
  if (on > today) fields['on'] = ['Enter the day it was sent. It cannot be in the future']
  else if (reminds && on < reminds.sentOn) fields['on'] = [`Enter a day on or after ${dateInWords(reminds.sentOn)}, when ${reminds.ref} was sent`]
  if (replyDueOn !== null && replyDueOn <= on) fields['replyDueOn'] = ['Enter a day after the letter was sent']
  if (replyDueOn === null && (kind === 'reminder' || asked.length > 0)) fields['replyDueOn'] = ['Enter the day by which they are to answer']
  if (Object.keys(fields).length > 0) throw refuse('invalid-input', { fields })
}

function nextLetterRef({ store: { db, statements } }: Acting): string {
  const found = statements.first(db.selectFrom('letter').select(({ fn }) => fn.countAll<number>().as('count')))
  return letterRef((found?.count ?? 0) + 1)
}

/** What came back of what was asked for, and what did not. A later record of the same thing takes the place of the earlier. */
export function recordReply(acting: Acting, { id, on, items, note, evidence }: CallParsed<'letter.record-reply'>): Decided<{ done: true }> {
  const letter = letterOf(acting, id)
  if (letter.asked.length === 0) throw refuse('not-in-this-state', { happened: letter.remindsOf === null ? 'This letter asked for nothing.' : 'A reminder asks for nothing of its own.', todo: letter.remindsOf === null ? 'Attach what came to the entry.' : 'Record the reply at the letter it reminds of.' })
  if (on > acting.today) throw refuse('invalid-input', { fields: { on: ['Enter the day it came. It cannot be in the future'] } })
  if (on < letter.sentOn) throw refuse('invalid-input', { fields: { on: [`Enter a day on or after ${dateInWords(letter.sentOn)}, when the letter was sent`] } })
  const known = items.every(({ ref, what }) => letter.entries.some((entry) => entry.ref === ref) && letter.asked.some((one) => one.what === what))
  const once = new Set(items.map(({ ref, what }) => `${ref} ${what}`)).size === items.length
  if (!known || !once) throw refuse('invalid-input', { fields: { items: ['Choose from what the letter asked for'] } })
  const files = new Set(letterFiles(acting, letter).map((file) => file.id))
  if (evidence.some((one) => !files.has(one))) throw refuse('invalid-input', { fields: { evidence: ['Choose files that are attached to the letter’s entries or its decision'] } })
  return { events: [{ type: 'letter.reply-recorded', subject: { kind: 'letter', id }, data: { on, items, note, evidence } }], result: { done: true } }
}

/** Files that can show what came: those of the entries the letter is about and of the decision it carries out. */
export function letterFiles(reading: Pick<Reading, 'store'>, letter: LetterRecord): { id: string; name: string; category: EvidenceRecord['category']; where: string; evidenceOn: string }[] {
  const subjects = [...letter.entries.map(({ id }) => entryOf(reading, id)), ...(letter.decision === null ? [] : [decisionOf(reading, letter.decision)])]
  return subjects.flatMap(({ ref, evidence }) => activeEvidence(evidence).map((one) => ({ id: one.id, name: evidenceName(one), category: one.category, where: ref, evidenceOn: one.evidenceOn })))
}

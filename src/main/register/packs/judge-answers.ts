import type { BroughtAnswer } from '../../../shared/contract/packs.ts'
import { refuse, type Refused } from '../../../shared/contract/refused.ts'
import { dayInEngland, type IsoInstant } from '../../../shared/domain/date.ts'
import { findNhsNumbers } from '../../../shared/domain/nhs-number.ts'
import { isInOffice, partnersInOffice, type PersonRecord } from '../../../shared/domain/person-record.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { sealedAnswer, sealOf, type AnswersFile, type SealedAnswer } from '../../../shared/pack/answers-file.ts'
import { signedText } from '../../../shared/trail/canonical.ts'
import type { NewEvent } from '../../../shared/trail/event.ts'
import { isRecordable } from '../../../shared/trail/json.ts'
import { nodeCrypto } from '../../identity/node-crypto.ts'
import type { Reading } from '../desk.ts'
import { settlesAction, settlesDecision } from '../settling.ts'
import { findStatement, type Found } from './find-statement.ts'

/** One answer of a file with what the preview says of it, and the events it would be recorded as; none where it is not taken. */
export type Judged = Readonly<{ shown: BroughtAnswer; events: readonly NewEvent[] }>
type Pack = PersonRecord['packs'][number]

/**
 * Looks at each answer of a file by itself. Nothing is recorded here; what would be is told event by event.
 * @throws Refused could-not-read where the file as a whole is not one for this register now
 */
export function judgeAnswers(reading: Reading, file: AnswersFile): Readonly<{ signatory: PersonRecord; judged: readonly Judged[] }> {
  const { signatory, pack } = senderOf(reading, file)
  const seen = new Set<string>()
  const judged = file.answers.map((value): Judged => {
    const parsed = sealedAnswer.safeParse(value)
    if (!parsed.success || !isRecordable(value)) return { shown: { ref: null, title: 'An answer that cannot be read', answer: null, comment: null, signedAt: null, taken: false, says: 'It was damaged or changed after it was saved. It will not be recorded.' }, events: [] }
    const found = findStatement(reading, parsed.data.decision, parsed.data.statementHash)
    const why = fault(reading, parsed.data, found, { file, signatory, pack, again: seen.has(parsed.data.decision) })
    seen.add(parsed.data.decision)
    return why === null ? taken(reading, parsed.data, found, signatory, file.pack) : { shown: { ...shownOf(parsed.data, found), taken: false, says: `${why} It will not be recorded.` }, events: [] }
  })
  return { signatory, judged }
}

/** Whose file it is, and by which pack it was asked for. */
function senderOf({ store, head, today }: Reading, file: AnswersFile): { signatory: PersonRecord; pack: Pack } {
  if (file.register.id !== head.id) throw no(`These answers are for another register (${file.register.practice.name}, ${file.register.practice.ods}).`, 'Bring them back where the pack was made.')
  const signatory = store.records.person(file.signatory.id)
  if (!signatory) throw no('These answers are from somebody who is not in this register.')
  if (signatory.role !== 'partner' || !isInOffice(signatory, today)) throw no(`${signatory.name} is not a partner in office now, so no answer of theirs can be taken.`)
  const pack = signatory.packs.find(({ sha256 }) => sha256 === file.pack)
  if (!pack) throw no(`These answers name a pack that was never made here for ${signatory.name}.`, 'Make a new pack, and answer that one.')
  if (signatory.keys.at(-1)?.publicKey !== pack.publicKey) throw no(`${signatory.name} has had a new key since this pack was made, so answers under the old one are not taken.`, 'Make a new pack, and answer that one.')
  return { signatory, pack }
}

const no = (happened: string, todo = 'Ask the partner which pack they answered.'): Refused => refuse('could-not-read', { happened, safe: 'Nothing was recorded.', todo })

type Sent = Readonly<{ file: AnswersFile; signatory: PersonRecord; pack: Pack; again: boolean }>

/** Why an answer is not taken, in a sentence; null where it is. */
function fault({ now }: Reading, answer: SealedAnswer, found: Found, { file, signatory, pack, again }: Sent): string | null {
  if (answer.signatory !== signatory.id) return `It was signed in the name of somebody else than ${signatory.name}.`
  if (answer.publicKey !== pack.publicKey) return `It was not signed with ${signatory.name}’s key.`
  if (!nodeCrypto.verifyEd25519(answer.publicKey, signedText(answer), answer.signature)) return 'Its signature does not fit what it says: it was changed after it was signed.'
  if (sealOf(file.register.id, file.pack, answer, nodeCrypto) !== answer.seal) return 'It was changed after it was saved.'
  if (again) return 'The same statement is answered twice in this file; only the first counts.'
  if (found.kind === 'closed') return found.why
  if (!pack.statements.includes(answer.statementHash)) return 'The pack did not ask about this statement.'
  const [fixedAt, answers] = found.kind === 'decision' ? [found.fixed.fixed.at, found.fixed.answers] : [found.proposal.proposed.at, found.proposal.answers]
  if (answers.some((given) => given.signatory === signatory.id)) return `${signatory.name} has answered this statement already, and the first answer stands.`
  if (answer.signedAt > now) return `It says that it was signed on ${momentInWords(answer.signedAt)}, which has not come yet. The clock of the other computer was ahead: bring the file back after that time.`
  if (answer.signedAt < fixedAt) return `It says that it was signed on ${momentInWords(answer.signedAt)}, before the statement was fixed. The clock of the other computer was behind.`
  if (answer.shownAt > answer.signedAt) return 'It says that the effects were shown only after it was signed.'
  if (answer.answer === 'disagree' && (answer.comment ?? '').trim() === '') return 'It disagrees and does not say why.'
  if (answer.comment !== null && findNhsNumbers(answer.comment).length > 0) return 'Its comment holds something that looks like an NHS number. Ask the partner to answer again without it.'
  return null
}

function taken(reading: Reading, { seal: _seal, shownAt, ...signed }: SealedAnswer, found: Found, signatory: PersonRecord, pack: string): Judged {
  const data = { ...signed, via: { pack, shownAt } }
  const partners = partnersInOffice(reading.store.records.people(), reading.today)
  const says = (settled: readonly NewEvent[]): string => `${past[signed.answer]} on ${momentInWords(signed.signedAt)}. It will be recorded as ${signatory.name}’s answer${outcomeOf(settled)}.`
  if (found.kind === 'decision') {
    const { decision, fixed } = found
    const subject = { kind: 'decision', id: decision.id } as const
    const settled = settlesDecision(reading, decision, fixed, [...fixed.answers, signed], partners)
    const shown: NewEvent[] = fixed.shownTo.some(({ id }) => id === signatory.id) ? [] : [{ type: 'decision.effects-shown', subject, data: { statementHash: fixed.hash, elsewhere: { id: signatory.id, name: signatory.name, shownAt, pack } } }]
    return { shown: { ...shownOf(signed, found), taken: true, says: says(settled) }, events: [...shown, { type: 'decision.answered', subject, data }, ...settled] }
  }
  if (found.kind === 'closed') throw new TypeError('A closed statement takes no answer')
  const settled = settlesAction(reading, found.proposal, [...found.proposal.answers, signed], partners)
  return { shown: { ...shownOf(signed, found), taken: true, says: says(settled) }, events: [{ type: 'action.answered', subject: { kind: 'register', id: reading.head.id }, data }, ...settled] }
}

const past = Object.freeze({ agree: 'Agreed', disagree: 'Disagreed', 'stand-aside': 'Stood aside' } as const)

/** What else happens with it: others are still asked, or this answer settles the matter. */
function outcomeOf(settled: readonly NewEvent[]): string {
  const outcome = settled.map((event) => (event.type === 'decision.made' || (event.type === 'action.settled' && event.data.outcome === 'made') ? 'made' : event.type === 'decision.refused' || event.type === 'action.settled' ? 'refused' : null)).find((one) => one !== null)
  return outcome === 'made' ? ', and with it the decision is made' : outcome === 'refused' ? ', and with it the decision is not made' : '; other partners are still asked'
}

const shownOf = ({ answer, comment, signedAt }: Pick<SealedAnswer, 'answer' | 'comment' | 'signedAt'>, { ref, title }: Found): Omit<BroughtAnswer, 'taken' | 'says'> => ({ ref, title, answer, comment, signedAt })

const momentInWords = (instant: IsoInstant): string => `${dateInWords(dayInEngland(instant))} at ${clock.format(new Date(instant))}`
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })

import type { IsoInstant } from '../shared/domain/date.ts'
import type { TrailCheck } from '../shared/trail/check-trail.ts'
import { dateInWords } from '../shared/domain/words/date.ts'
import { parseEvent, type TrailEvent } from '../shared/trail/event.ts'
import { answerInWords } from './words.ts'

export type SignedAnswer = Readonly<{ seq: number; about: string; title: string; who: string; answer: string; comment: string | null; at: IsoInstant; good: boolean
  /** Signed in ink: there is no signature to check, only what was recorded about the page. */
  onPaper: boolean
  /** How it came in, where that was not at the register itself. */
  note: string | null
}>

const ofInterest = new Set<unknown>(['decision.answered', 'decision.answered-on-paper', 'action.answered', 'action.proposed'])
const typeOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined)

/** Who signed what, in order, with whether the signature and all that belongs to it held. */
export function signedAnswers({ trail, register, parts }: TrailCheck): SignedAnswer[] {
  const bad = new Set([...parts.signatures.bad, ...parts.paper.bad])
  const found: SignedAnswer[] = []
  const asked = new Map<string, string>()
  for (const value of trail?.events ?? []) {
    if (!ofInterest.has(typeOf(value))) continue
    const parsed = parseEvent(value)
    if (!parsed.ok) continue
    const { event } = parsed
    if (event.type === 'action.proposed') asked.set(event.data.proposal, event.data.statement.title)
    if (event.type !== 'decision.answered' && event.type !== 'decision.answered-on-paper' && event.type !== 'action.answered') continue
    const { data } = event
    const decision = register.decisions.get(data.decision)
    const statement = decision?.statements.find(({ hash }) => hash === data.statementHash)?.statement
    found.push({
      seq: event.seq, about: decision?.ref ?? '', title: statement?.title ?? asked.get(data.decision) ?? 'A decision that is not in this file',
      who: register.people.get(data.signatory)?.name ?? event.actor.name, answer: answerInWords(data.answer), comment: data.comment,
      ...cameIn(event), good: !bad.has(event.seq),
    })
  }
  return found
}

type AnswerEvent = TrailEvent<'decision.answered' | 'decision.answered-on-paper' | 'action.answered'>

function cameIn(event: AnswerEvent): Pick<SignedAnswer, 'at' | 'onPaper' | 'note'> {
  const { actor } = event
  if (event.type === 'decision.answered-on-paper') return { at: event.at, onPaper: true, note: `On paper, ${dateInWords(event.data.signedOn)}; recorded by ${actor.name}` }
  return { at: event.data.signedAt, onPaper: false, note: event.data.via ? `On another computer; brought back by ${actor.name}` : null }
}

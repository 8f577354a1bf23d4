import type { IsoInstant } from '../shared/domain/date.ts'
import type { TrailCheck } from '../shared/trail/check-trail.ts'
import { parseEvent } from '../shared/trail/event.ts'
import { answerInWords } from './words.ts'

export type SignedAnswer = Readonly<{ seq: number; about: string; title: string; who: string; answer: string; comment: string | null; at: IsoInstant; good: boolean }>

const ofInterest = new Set<unknown>(['decision.answered', 'action.answered', 'action.proposed'])
const typeOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined)

/** Who signed what, in order, with whether the signature and all that belongs to it held. */
export function signedAnswers({ trail, register, parts }: TrailCheck): SignedAnswer[] {
  const bad = new Set(parts.signatures.bad)
  const found: SignedAnswer[] = []
  const asked = new Map<string, string>()
  for (const value of trail?.events ?? []) {
    if (!ofInterest.has(typeOf(value))) continue
    const parsed = parseEvent(value)
    if (!parsed.ok) continue
    const { event } = parsed
    if (event.type === 'action.proposed') asked.set(event.data.proposal, event.data.statement.title)
    if (event.type !== 'decision.answered' && event.type !== 'action.answered') continue
    const { data } = event
    const decision = register.decisions.get(data.decision)
    const statement = decision?.statements.find(({ hash }) => hash === data.statementHash)?.statement
    found.push({
      seq: event.seq, about: decision?.ref ?? '', title: statement?.title ?? asked.get(data.decision) ?? 'A decision that is not in this file',
      who: register.people.get(data.signatory)?.name ?? event.actor.name, answer: answerInWords(data.answer), comment: data.comment,
      at: data.signedAt, good: !bad.has(event.seq),
    })
  }
  return found
}

import type { IsoDate } from '../date.ts'
import type { GateAnswer, GateReason, GateSubject, Offer, Requirement } from '../gate-answer.ts'
import type { Position, PositionCode, PositionSubject } from '../position.ts'
import type { Verb } from '../verb.ts'

/** What a practice's own papers say that national positions cannot know. */
export type GatePolicy = Readonly<{
  /** The day from which a contract variation binds this practice; null where the national date is all that is known. */
  contractBindsFrom: IsoDate | null
}>

/** One question to the gate, with the position already looked up. */
export type GateCase = Readonly<{
  entry: GateSubject
  verb: Verb
  effectiveDate: IsoDate
  policy: GatePolicy
  /** The subject the verb touches; null where no position could speak. */
  subject: PositionSubject | null
  /** The position that counts on the effective date. */
  position: Position | null
  /** That position, and behind it the one for all entries where the first is for this legal force alone. */
  holding: readonly Position[]
  /** There are positions about the subject, whether or not one covers the date. */
  subjectIsKnown: boolean
}>

/** What one rule says. `open` means that it stands against nothing, though it may ask for a field. */
export type Finding = Readonly<{
  answer: GateAnswer
  reasons: readonly GateReason[]
  requires?: readonly Requirement[]
  offers?: readonly Offer[]
}>

/** @returns null where the rule has nothing to say about this case. */
export type Rule = (gateCase: GateCase) => Finding | null

export function reason(code: string, text: string, source: string | null = null): GateReason {
  return { code, text, source }
}

/** The verbs that end or hold back a flow; law and contract stand against these and no others. */
const stopping: ReadonlySet<Verb> = new Set(['withdraw', 'freeze', 'switch-off', 'defer'])

export function stopsTheFlow(verb: Verb): boolean {
  return stopping.has(verb)
}

/** A duty that holds for all entries is not lifted by a row for one legal force, so both are looked at. */
export function holdingWith({ holding }: GateCase, code: PositionCode): Position | null {
  return holding.find((position) => position.code === code) ?? null
}

/** The address a position rests on: an official page before any other. */
export function mainSource(position: Position): string | null {
  return (position.sources.find((source) => source.grade === 'A') ?? position.sources[0])?.address ?? null
}

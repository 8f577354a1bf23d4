import { evidenceName } from '../evidence-record.ts'
import type { EntryKind } from '../kind.ts'
import type { RegisterRecord } from '../register-record.ts'
import type { Verb } from '../verb.ts'

/** What an event only points to, by the names people know it by. An identity that nobody knows stays as it is. */
export type EventNames = Readonly<{
  person: (id: string) => string | undefined
  entry: (id: string) => Readonly<{ ref: string; title: string; kind: EntryKind }> | undefined
  decision: (id: string) => Readonly<{ ref: string; verb: Verb; entry: string }> | undefined
  letter: (id: string) => Readonly<{ ref: string; recipient: string; subject: string }> | undefined
  /** The text of a purpose, of any entry. */
  purpose: (id: string) => string | undefined
  /** The name a file of evidence is shown under; not its own where that had to go. */
  evidence: (id: string) => string | undefined
}>

export const noNames: EventNames = Object.freeze({
  person: () => undefined, entry: () => undefined, decision: () => undefined, letter: () => undefined, purpose: () => undefined, evidence: () => undefined,
})

/** Names as the register has them; a title that changed later is told by its newest wording. */
export function namesIn(register: RegisterRecord): EventNames {
  const purposes = new Map([...register.entries.values()].flatMap(({ purposes }) => purposes.map(({ id, text }) => [id, text] as const)))
  const subjects = [...register.entries.values(), ...register.decisions.values()]
  const evidence = new Map(subjects.flatMap((subject) => subject.evidence.map((one) => [one.id, evidenceName(one)] as const)))
  return {
    person: (id) => register.people.get(id)?.name,
    entry: (id) => register.entries.get(id),
    decision: (id) => register.decisions.get(id),
    letter: (id) => register.letters.get(id),
    purpose: (id) => purposes.get(id),
    evidence: (id) => evidence.get(id),
  }
}

import { entryClass, type EntryClass } from './class.ts'
import { catalogueClauseOf } from './catalogue-draft.ts'
import type { DecisionRecord } from './decision-record.ts'
import { stageOf, type DecisionStage } from './decision-stage.ts'
import { purposeClassOf, type EntryRecord, type PurposeRecord } from './entry-record.ts'
import type { EntryKind } from './kind.ts'
import type { Clause } from './purpose.ts'
import type { EntryState } from './state.ts'
import { kindWords } from './words/kind.ts'

/** What can be of several themes. A setting is one switch and a declaration one signature, whatever they serve. */
const splittable: ReadonlySet<EntryKind> = new Set(['sharing-agreement', 'medicines-tool'])
const over: ReadonlySet<EntryState> = new Set(['withdrawn', 'closed'])

/** @returns why an entry cannot be split as it is, or null. */
export function whyNotSplit({ kind, state, purposes }: Pick<EntryRecord, 'kind' | 'state' | 'purposes'>): string | null {
  if (!splittable.has(kind)) return `A ${kindWords[kind].one} is decided about as a whole, so it is not split.`
  if (over.has(state)) return 'It has ended, so there is nothing left to decide about either part.'
  if (purposes.length < 2) return 'It takes two purposes to split an entry: one that stays and one that moves.'
  return null
}

/** Why a decision at this stage keeps an entry whole: it speaks of all of it, and what still comes would reach one half only. */
const inTheWay: Readonly<Partial<Record<DecisionStage, string>>> = Object.freeze({
  draft: 'is still open, and it speaks of the whole entry', fixed: 'is still open, and it speaks of the whole entry',
  'under-way': 'is made and still being carried out', 'to-check': 'is carried out and waits to be checked', 'on-hold': 'still holds the whole entry back',
})

/** @returns the decision that has to end before the entry can be split, and how it stands. */
export function splitWaitsFor(decisions: readonly DecisionRecord[]): Readonly<{ id: string; ref: string; why: string }> | null {
  const found = decisions.flatMap((decision) => {
    const why = inTheWay[stageOf(decision)]
    return why === undefined ? [] : [{ id: decision.id, ref: decision.ref, why }]
  })
  return found[0] ?? null
}

export type Half = Readonly<{ purposes: readonly PurposeRecord[]; class: EntryClass }>

/** What each entry would be: the class of a half follows from its own purposes alone. */
export function halvesOf(purposes: readonly PurposeRecord[], moved: readonly string[]): { stays: Half; moves: Half } {
  return { stays: half(purposes.filter(({ id }) => !moved.includes(id))), moves: half(purposes.filter(({ id }) => moved.includes(id))) }
}

const half = (purposes: readonly PurposeRecord[]): Half => ({ purposes, class: entryClass(purposes.map(purposeClassOf)) })

/** The clauses that purposes are quoted from, the catalogue's text for those that it named among them. */
export function clausesFor(entry: Pick<EntryRecord, 'clauses'>, purposes: readonly PurposeRecord[]): Clause[] {
  const wanted = new Set(purposes.map((purpose) => purpose.clause ?? catalogueClauseOf(entry, purpose)?.id))
  return entry.clauses.filter(({ id }) => wanted.has(id))
}

import { addPeriod, type IsoDate } from './date.ts'
import type { DecisionDraft } from './decision-draft.ts'
import type { EntryKind } from './kind.ts'
import { stateFromStanding, type EntryState, type Standing } from './state.ts'
import type { Verb } from './verb.ts'

/**
 * What has to happen after the partners have decided. A signed decision is not a stopped flow: each step is
 * recorded with its day and its proof, and the last one by somebody who did none of the others.
 */
export const steps = ['instructed', 'acknowledged', 'carried-out', 'data-ended', 'checked'] as const
export type Step = (typeof steps)[number]

const toldAndChecked = ['instructed', 'acknowledged', 'checked'] as const
const all = ['instructed', 'acknowledged', 'carried-out', 'data-ended', 'checked'] as const

/** The steps of each verb, in their order. To continue or keep something as it is takes no step. */
export const stepsOfVerb = Object.freeze({
  freeze: toldAndChecked,
  withdraw: all,
  restrict: all,
  continue: [],
  'continue-under-protest': toldAndChecked,
  resume: ['instructed', 'acknowledged', 'carried-out', 'checked'],
  'switch-off': ['instructed', 'acknowledged', 'carried-out', 'checked'],
  'switch-on': ['instructed', 'carried-out', 'checked'],
  'keep-with-controls': ['instructed', 'carried-out', 'checked'],
  'keep-under-protest': toldAndChecked,
  'ignore-prompts': ['instructed', 'checked'],
  keep: [],
  defer: toldAndChecked,
  sign: ['carried-out', 'checked'],
  'sign-under-protest': ['instructed', 'carried-out', 'checked'],
} as const satisfies Record<Verb, readonly Step[]>)

/** Steps whose order matters: nobody confirms what was not sent, and no data is destroyed that still flows. */
export const stepBefore: Readonly<Partial<Record<Step, Step>>> = Object.freeze({ acknowledged: 'instructed', 'carried-out': 'instructed', 'data-ended': 'carried-out' })

/** Verbs that hold something back for a time: somebody has to watch the day and the condition that end it. */
export const isWatched = (verb: Verb): boolean => verb === 'freeze' || verb === 'defer'

/** Days allowed for a step where nothing else sets its day. The practice's own habit; each can be changed. */
export const usualDays = Object.freeze({ instructed: 7, acknowledged: 14, 'carried-out': 7, 'data-ended': 30, checked: 14, condition: 30 } as const)

export type PlannedTask = Readonly<{ step: Step; owner: string | null; due: IsoDate }>

export type PlanFacts = Readonly<{
  verb: Verb
  draft: Pick<DecisionDraft, 'noticeSentOn' | 'dataEnding' | 'dataEndingBy'>
  madeOn: IsoDate
  takesEffectOn: IsoDate | null
  owner: string | null
}>

/** Who does what by when, as it follows from the decision itself. */
export function planOf({ verb, draft, madeOn, takesEffectOn, owner }: PlanFacts): PlannedTask[] {
  const due = {} as Record<Step, IsoDate>
  const told = notBefore(draft.noticeSentOn ?? after(madeOn, usualDays.instructed), madeOn)
  due.instructed = told
  due.acknowledged = after(told, usualDays.acknowledged)
  due['carried-out'] = notBefore(takesEffectOn ?? after(told, usualDays['carried-out']), madeOn)
  due['data-ended'] = notBefore(draft.dataEndingBy ?? after(due['carried-out'], usualDays['data-ended']), due['carried-out'])
  const own = stepsOfVerb[verb].filter((step) => step !== 'data-ended' || draft.dataEnding !== 'keep-as-agreed')
  const last = own.filter((step) => step !== 'checked').map((step) => due[step]).toSorted().at(-1)
  due.checked = after(last ?? madeOn, usualDays.checked)
  return own.map((step) => ({ step, owner, due: due[step] }))
}

const after = (day: IsoDate, days: number): IsoDate => addPeriod(day, `P${days}D`)
const notBefore = (day: IsoDate, earliest: IsoDate): IsoDate => (day < earliest ? earliest : day)

/** How an entry stands once a step is done, where the step changes it. */
export function stateAfterStep(entry: Readonly<{ kind: EntryKind; standing: Readonly<{ standing: Standing }> }>, verb: Verb, step: Step): EntryState | null {
  if (verb === 'withdraw' && step === 'instructed') return 'notice-given'
  if (step !== 'carried-out') return null
  switch (verb) {
    case 'withdraw': return 'withdrawn'
    case 'restrict': return 'restricted'
    case 'switch-off': return 'off'
    case 'switch-on': return 'active'
    case 'keep-with-controls': return 'on-with-controls'
    case 'sign': return 'signed'
    case 'sign-under-protest': return 'under-protest'
    case 'resume': return stateFromStanding(entry.kind, entry.standing.standing)
    default: return null
  }
}

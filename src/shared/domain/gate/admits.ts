import type { EntryKind } from '../kind.ts'
import type { EntryState } from '../state.ts'
import type { Verb } from '../verb.ts'
import { verbsOfKind } from '../verb.ts'

type States = readonly EntryState[]

const running: States = ['active', 'under-protest', 'restricted', 'signed', 'unknown']
const on: States = ['active', 'on-with-controls', 'under-protest', 'unknown']
// A declaration that is called active is one that is asked for and waits.
const waiting: States = ['offered', 'active', 'deferred', 'unknown']

const admitted: Readonly<Record<EntryKind, Readonly<Partial<Record<Verb, States>>>>> = Object.freeze({
  'sharing-agreement': {
    // A renewal that is due stands as offered, so it can be frozen.
    freeze: ['offered', 'unknown'],
    withdraw: running,
    restrict: [...running, 'offered', 'notice-given'],
    continue: [...running, 'offered'],
    'continue-under-protest': [...running, 'offered', 'frozen', 'notice-given'],
    resume: ['frozen', 'restricted', 'notice-given', 'withdrawn'],
  },
  'gp-connect-setting': {
    'switch-off': on,
    'switch-on': ['off', 'unknown'],
    'keep-with-controls': on,
    'keep-under-protest': on,
  },
  'medicines-tool': {
    'switch-off': [...on, 'prompts-ignored'],
    'ignore-prompts': on,
    keep: [...on, 'prompts-ignored'],
    'switch-on': ['off', 'prompts-ignored', 'unknown'],
  },
  declaration: {
    defer: waiting,
    sign: waiting,
    'sign-under-protest': waiting,
  },
})

export function isVerbOfKind(kind: EntryKind, verb: Verb): boolean {
  const own: readonly Verb[] = verbsOfKind[kind]
  return own.includes(verb)
}

/** Whether an entry of a kind that stands in a state can be the object of a verb at all. */
export function stateAdmits(kind: EntryKind, verb: Verb, state: EntryState): boolean {
  return admitted[kind][verb]?.includes(state) ?? false
}

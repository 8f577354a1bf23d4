import type { EntryKind } from './kind.ts'
import type { Verb } from './verb.ts'

/** Where an entry stands. One word each; derived from events, never typed in. */
export const entryStates = [
  'offered', 'active', 'under-protest', 'frozen', 'restricted', 'notice-given', 'withdrawn',
  'on-with-controls', 'prompts-ignored', 'off',
  'deferred', 'signed', 'unknown', 'closed',
] as const
export type EntryState = (typeof entryStates)[number]

/** What somebody saw to be so: the only facts about standing that a person records. */
export const standings = ['offered', 'in-use', 'signed', 'on', 'on-with-controls', 'off', 'unknown', 'ended'] as const
export type Standing = (typeof standings)[number]

export const standingsOfKind = Object.freeze({
  'sharing-agreement': ['offered', 'in-use', 'signed', 'ended'],
  'gp-connect-setting': ['on', 'on-with-controls', 'off', 'unknown'],
  'medicines-tool': ['on', 'off', 'unknown', 'ended'],
  declaration: ['offered', 'signed', 'ended'],
} as const satisfies Record<EntryKind, readonly Standing[]>)

export function stateFromStanding(kind: EntryKind, standing: Standing): EntryState {
  switch (standing) {
    case 'offered': return 'offered'
    case 'in-use': return 'active'
    case 'signed': return kind === 'declaration' ? 'signed' : 'active'
    case 'on': return 'active'
    case 'on-with-controls': return 'on-with-controls'
    case 'off': return 'off'
    case 'unknown': return 'unknown'
    case 'ended': return 'closed'
  }
}

/**
 * The state right after the partners have made a decision. A signed decision is not a stopped flow:
 * a verb that somebody still has to carry out (withdraw, switch off or on, restrict, resume, sign) leaves
 * the state as it was until the step that changes it is recorded; a verb that consists of not acting
 * (freeze, defer, continue, keep) changes it at once.
 */
export function stateWhenMade(state: EntryState, verb: Verb): EntryState {
  switch (verb) {
    case 'freeze': return 'frozen'
    case 'defer': return 'deferred'
    case 'ignore-prompts': return 'prompts-ignored'
    case 'continue-under-protest':
    case 'keep-under-protest': return 'under-protest'
    default: return state
  }
}

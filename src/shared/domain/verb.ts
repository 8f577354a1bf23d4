import type { EntryKind } from './kind.ts'

/** Everything a practice can decide. Which of them an entry admits depends on its kind, its state and the gate. */
export const verbs = [
  'freeze', 'withdraw', 'restrict', 'continue', 'continue-under-protest', 'resume',
  'switch-off', 'switch-on', 'keep-with-controls', 'keep-under-protest',
  'ignore-prompts', 'keep',
  'defer', 'sign', 'sign-under-protest',
] as const
export type Verb = (typeof verbs)[number]

export const verbsOfKind = Object.freeze({
  'sharing-agreement': ['freeze', 'withdraw', 'restrict', 'continue', 'continue-under-protest', 'resume'],
  'gp-connect-setting': ['switch-off', 'switch-on', 'keep-with-controls', 'keep-under-protest'],
  'medicines-tool': ['switch-off', 'ignore-prompts', 'keep', 'switch-on'],
  declaration: ['defer', 'sign', 'sign-under-protest'],
} as const satisfies Record<EntryKind, readonly Verb[]>)

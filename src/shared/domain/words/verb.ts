import type { EntryKind } from '../kind.ts'
import type { Verb } from '../verb.ts'

/**
 * `imperative` heads a card or a button ("Withdraw"), `past` follows "was" or "is" ("withdrawn"),
 * `doing` follows "by" or stands as a noun ("withdrawing").
 */
export const verbWords = Object.freeze({
  freeze: { imperative: 'Freeze', past: 'frozen', doing: 'freezing' },
  withdraw: { imperative: 'Withdraw', past: 'withdrawn', doing: 'withdrawing' },
  restrict: { imperative: 'Restrict', past: 'restricted', doing: 'restricting' },
  continue: { imperative: 'Continue', past: 'continued', doing: 'continuing' },
  'continue-under-protest': { imperative: 'Continue under protest', past: 'continued under protest', doing: 'continuing under protest' },
  resume: { imperative: 'Resume', past: 'resumed', doing: 'resuming' },
  'switch-off': { imperative: 'Switch off', past: 'switched off', doing: 'switching off' },
  'switch-on': { imperative: 'Switch on', past: 'switched on', doing: 'switching on' },
  'keep-with-controls': { imperative: 'Keep, with controls', past: 'kept with controls', doing: 'keeping it with controls' },
  'keep-under-protest': { imperative: 'Keep under protest', past: 'kept under protest', doing: 'keeping it under protest' },
  'ignore-prompts': { imperative: 'Ignore prompts', past: 'kept on with its prompts ignored', doing: 'ignoring the prompts' },
  keep: { imperative: 'Keep', past: 'kept', doing: 'keeping' },
  defer: { imperative: 'Defer', past: 'deferred', doing: 'deferring' },
  sign: { imperative: 'Sign', past: 'signed', doing: 'signing' },
  'sign-under-protest': { imperative: 'Sign under protest', past: 'signed under protest', doing: 'signing under protest' },
} as const satisfies Record<Verb, { imperative: string; past: string; doing: string }>)

const lines = Object.freeze({
  freeze: 'Do not sign for now. It has an end date and a condition that lifts it.',
  withdraw: 'End the whole agreement, with the notice it asks for.',
  restrict: 'Keep the agreement and stop part of it.',
  continue: 'Leave it as it is until a review date.',
  'continue-under-protest': 'Go on with it, and put the objection on record.',
  resume: 'Start again what was frozen, restricted or stopped.',
  'switch-off': 'Stop others from using this route.',
  'switch-on': 'Let it work again.',
  'keep-with-controls': 'Leave it on, with checks: review each message, choose what is filed.',
  'keep-under-protest': 'Leave it on, and put the objection on record.',
  'ignore-prompts': 'Leave it installed and prescribe without following its prompts.',
  keep: 'Leave the tool on as it is.',
  defer: 'Do not sign for now.',
  sign: 'Sign what is asked.',
  'sign-under-protest': 'Sign what is asked, and put the objection on record.',
} as const satisfies Record<Verb, string>)

/** One line for the verb's card. */
export function verbLine(kind: EntryKind, verb: Verb): string {
  return kind === 'medicines-tool' && verb === 'switch-off' ? 'Stop the tool and its prompts.' : lines[verb]
}

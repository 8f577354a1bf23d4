import type { LetterKind } from './letter.ts'

/** What a letter asks the other side for. Each is asked about each entry that the letter names. */
export const askedThings = ['receipt', 'agreement-copy', 'dpia', 'lawful-basis', 'processors', 'stopping', 'destruction'] as const
export type Asked = (typeof askedThings)[number]

/** `not-held` is an answer too: they say that they do not have it. */
export const replyOutcomes = ['came', 'did-not-come', 'not-held'] as const
export type ReplyOutcome = (typeof replyOutcomes)[number]

export const sendingWays = ['email', 'post', 'portal'] as const
export type SendingWay = (typeof sendingWays)[number]

/** What the shipped texts ask for. Whoever sends the letter says what it really asks for. */
export const usuallyAsked = Object.freeze({
  freeze: ['receipt', 'dpia', 'lawful-basis', 'processors'],
  withdraw: ['receipt', 'dpia', 'lawful-basis', 'stopping', 'destruction'],
  restrict: ['receipt', 'stopping', 'destruction'],
  'switch-off': ['receipt'],
  protest: ['receipt', 'dpia', 'lawful-basis', 'processors'],
  request: ['agreement-copy', 'dpia', 'lawful-basis', 'processors'],
  reminder: [],
} as const satisfies Record<LetterKind, readonly Asked[]>)

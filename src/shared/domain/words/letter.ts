import type { Asked, ReplyOutcome, SendingWay } from '../letters/asked.ts'
import type { LetterRecord } from '../letters/letter-record.ts'
import type { LetterKind } from '../letters/letter.ts'

export const letterKindWords = Object.freeze({
  notice: 'Notice', request: 'Request', reminder: 'Reminder',
} as const satisfies Record<LetterRecord['kind'], string>)

export const draftedLetterWords = Object.freeze({
  freeze: 'Notice that it is not signed for now', withdraw: 'Notice of withdrawal', restrict: 'Notice that a part ends', 'switch-off': 'Notice of switching off',
  protest: 'Objection', request: 'Request for documents', reminder: 'Reminder',
} as const satisfies Record<LetterKind, string>)

export const askedWords = Object.freeze({
  receipt: 'Confirmation that they have the letter', 'agreement-copy': 'Copy of the agreement', dpia: 'DPIA', 'lawful-basis': 'Lawful basis',
  processors: 'Names of the processors', stopping: 'Confirmation that it has stopped', destruction: 'Certificate of return or destruction',
} as const satisfies Record<Asked, string>)

export const replyOutcomeWords = Object.freeze({
  came: 'Came', 'did-not-come': 'Did not come', 'not-held': 'They do not hold it',
} as const satisfies Record<ReplyOutcome, string>)

export const sendingWayWords = Object.freeze({ email: 'Email', post: 'Post', portal: 'Portal' } as const satisfies Record<SendingWay, string>)

/** "email and post", for the middle of a sentence. */
export const sentHowInWords = (how: readonly SendingWay[]): string => how.map((way) => sendingWayWords[way].toLowerCase()).join(' and ')

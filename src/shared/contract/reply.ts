import type { ErrorCode } from './error-code.ts'

/** What a person is told when something did not work: what happened, what is safe, what to do. */
export type Refusal = Readonly<{
  code: ErrorCode
  /** What happened, in one sentence. */
  happened: string
  /** What was saved and what was not. */
  safe: string
  /** What to do now. */
  todo: string
  /** Field path to sentences, for a form. */
  fields?: Readonly<Record<string, readonly string[]>>
}>

/** Every answer over the bridge. Errors travel as data: thrown ones lose all but their text on the way. */
export type Reply<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; error: Refusal }>

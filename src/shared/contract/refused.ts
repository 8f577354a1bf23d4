import type { ErrorCode } from './error-code.ts'
import { refusalWords } from './refusal-words.ts'
import type { Refusal } from './reply.ts'

/** A refusal on its way to whoever asked. Thrown by commands and queries, turned into a reply at the border. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, cause?: unknown) {
    super(`${refusal.code}: ${refusal.happened}`, { cause })
    this.refusal = refusal
  }
}

export type Detail = Readonly<{ happened?: string; safe?: string; todo?: string; fields?: Refusal['fields'] }>

/** The usual sentences for a code, with what is particular to this case laid over them. */
export function refusal(code: ErrorCode, detail: Detail = {}): Refusal {
  const words = refusalWords[code]
  const { fields, ...sentences } = detail
  return { code, ...words, ...sentences, ...(fields ? { fields } : {}) }
}

export const refuse = (code: ErrorCode, detail: Detail = {}, cause?: unknown): Refused => new Refused(refusal(code, detail), cause)

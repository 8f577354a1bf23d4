import { dateInWords } from '../shared/domain/words/date.ts'
import { answerWords, changedFieldWord } from '../shared/domain/words/event-values.ts'
import type { TrailScope } from '../shared/trail/trail-json.ts'

export const numberInWords = (value: number): string => value.toLocaleString('en-GB')
export const count = (value: number, one: string, many = `${one}s`): string => `${numberInWords(value)} ${value === 1 ? one : many}`
/** A hash in groups of four, as it is printed. */
export const groups = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? ''
/** "30 November 2026, 16:48 UTC"; an impossible time stays as it is written. */
export function instantInWords(instant: string): string {
  try {
    return `${dateInWords(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`
  } catch (error) {
    if (error instanceof RangeError) return instant
    throw error
  }
}

/** "30 Nov 2026, 16:48 UTC", for tables. */
export const shortInstant = (instant: string): string => instantInWords(instant).replace(/(?<= [A-Z][a-z]{2})[a-z]+/, '')

/** 1234567 as "1.2 MB". */
export const sizeInWords = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`)

export const answerInWords = (answer: string): string => (Object.hasOwn(answerWords, answer) ? answerWords[answer as keyof typeof answerWords] : answer)

export function scopeInWords({ kind, ref, from, to, asAt }: TrailScope): string {
  const part = {
    whole: 'The whole trail', entry: `The entry ${ref ?? ''}`, decision: `The decision ${ref ?? ''}`,
    period: `From ${from === null ? 'the beginning' : dateInWords(from)} to ${to === null ? 'the end' : dateInWords(to)}`,
  }[kind].trim()
  return asAt === undefined ? part : `${part}, as at ${dateInWords(asAt)}`
}

const envelopeWords: Readonly<Record<string, string>> = Object.freeze({
  at: 'Time', type: 'Kind', prev: 'Follows', app: 'Version of the app', seq: 'Number', register: 'Register', signature: 'Signature', publicKey: 'Public key',
  statementHash: 'Hash of the statement', answer: 'Answer', comment: 'Comment', signedAt: 'Signed at', signatory: 'Signatory', decision: 'Decision',
})

/** `data.statement.title` as "Statement: title"; places in a list count from 1. */
export function fieldInWords(path: string): string {
  const words = path.split('.').filter((part, at) => at > 0 || part !== 'data').map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (envelopeWords[part] ?? spaced(changedFieldWord(part)))))
  const [first = '', ...rest] = words
  return rest.length === 0 ? capital(first) : `${capital(first)}: ${rest.join(', ').toLowerCase()}`
}

const spaced = (word: string): string => word.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

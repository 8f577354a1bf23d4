import { typedHead, type TypedHead } from './compare-heads.ts'

/** How many digits of a hash people write down: more than anybody can find a second text for by trying. */
export const digitsWritten = 16

/** A head as it is read out and put into the minutes of a meeting: "event 1,293, 2c1b 3a69 9d0e 11f2". */
export function headInWords({ seq, hash }: Readonly<{ seq: number; hash: string }>): string {
  const number = String(seq).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `event ${number}, ${hash.slice(0, digitsWritten).match(/.{4}/g)?.join(' ') ?? ''}`
}

/**
 * A head out of what somebody copied from a page or from minutes, over as many lines as it took: "Head 1,293", "event
 * 1 293:" or the bare number, then the digits in groups of four or at one go. Null for anything else: a digit too
 * few must not become another head.
 */
export function headIn(text: string): TypedHead | null {
  const [, number, digits] = line.exec(text.trim()) ?? []
  return number === undefined || digits === undefined ? null : typedHead(Number(number.replaceAll(/\D/g, '')), digits)
}
// A comma or a space in the number has three digits after it and no fourth; groups of the hash have four.
const line = /^(?:[^]*\b(?:event|head|number)[\s:]+)?(\d{1,3}(?:[, \u00a0\u202f]\d{3}(?![\da-f]))+|\d{1,15})[\s,;:.]+((?:[\da-f]{4}[\s,;:.·–-]*){4,16})[.…]*$/iu

/** What stands in the two fields of a form, or the whole line in one of them. */
export function headTyped(seq: string, digits: string): TypedHead | null {
  const whole = headIn(`${seq}\n${digits}`)
  if (whole) return whole
  const number = seq.trim()
  return /^[1-9][\d, ]{0,18}$/.test(number) ? typedHead(Number(number.replaceAll(/[, ]/g, '')), digits) : null
}

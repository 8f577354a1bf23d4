/** What an event may hold: no floating point, no undefined, so that every reader writes the same bytes. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * Returns the value with all text in NFC, ready to be recorded.
 * @throws RangeError when a number is not a safe integer or a value is not JSON: such a value could be
 * written differently by different programs, and its hash would prove nothing.
 */
export function recordable(value: unknown): Json {
  switch (typeof value) {
    case 'string': return value.normalize('NFC').toWellFormed()
    case 'boolean': return value
    case 'number':
      if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${value}`)
      return Object.is(value, -0) ? 0 : value
    case 'object':
      if (value === null) return null
      if (Array.isArray(value)) return value.map(recordable)
      return Object.fromEntries(
        Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => [key.normalize('NFC').toWellFormed(), recordable(item)]),
      )
    default: throw new RangeError(`Not a value that can be recorded: ${typeof value}`)
  }
}

/** A value as somebody sent it, with all text in the form in which it would be recorded; what is not JSON stays as it is. */
export function inRecordedForm(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').toWellFormed()
  if (Array.isArray(value)) return value.map(inRecordedForm)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize('NFC').toWellFormed(), inRecordedForm(item)]))
}

/** Most text: nothing in it has a second form. */
const plainText = /^[ -~\n]*$/

/** True when text everywhere is NFC and well formed and every number is a safe integer, as `recordable` leaves it. */
export function isRecordable(value: unknown): boolean {
  switch (typeof value) {
    case 'string': return plainText.test(value) || (value.isWellFormed() && value.normalize('NFC') === value)
    case 'boolean': return true
    case 'number': return Number.isSafeInteger(value) && !Object.is(value, -0)
    case 'object':
      if (value === null) return true
      if (Array.isArray(value)) return value.every(isRecordable)
      return Object.keys(value).every((key) => isRecordable(key) && isRecordable((value as Readonly<Record<string, unknown>>)[key]))
    default: return false
  }
}

/** Whether a value nests deeper than so many levels; asked before anything that calls itself for each level. */
export function isDeeper(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value]
  for (let level = 0; level <= levels; level += 1) {
    layer = layer.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
    if (layer.length === 0) return false
  }
  return true
}

/**
 * The same JSON value with the keys of every object in the order of RFC 8785, by UTF-16 code units; the very same
 * object where they are in that order already.
 * @returns undefined for what JSON alone does not settle and the canonical writer has to judge: keys that JavaScript
 * orders by itself, values with a wording of their own, numbers that are none.
 */
export function inOrder(value: unknown): unknown {
  switch (typeof value) {
    case 'string': case 'boolean': return value
    case 'number': return Number.isFinite(value) ? value : undefined
    case 'object':
      if (value === null) return value
      return Array.isArray(value) ? arrayInOrder(value) : objectInOrder(value as Record<string, unknown>)
    default: return undefined
  }
}

function arrayInOrder(array: readonly unknown[]): unknown {
  let copy: unknown[] | undefined
  for (let at = 0; at < array.length; at += 1) {
    const item = array[at]
    const ordered = inOrder(item)
    if (ordered === undefined) return undefined
    if (ordered !== item) (copy ??= [...array])[at] = ordered
  }
  return copy ?? array
}

function objectInOrder(object: Readonly<Record<string, unknown>>): unknown {
  if (Object.getPrototypeOf(object) !== Object.prototype) return undefined
  const keys = Object.keys(object)
  const same = isSorted(keys)
  if (!same) keys.sort()
  let copy: Record<string, unknown> | undefined = same ? undefined : {}
  for (const key of keys) {
    if (startsWithDigit(key) || key === '__proto__') return undefined
    const item = object[key]
    // Left out of JSON, here as everywhere.
    if (item === undefined && !same) continue
    const ordered = inOrder(item)
    if (ordered === undefined) return undefined
    if (copy) copy[key] = ordered
    else if (ordered !== item) (copy = { ...object })[key] = ordered
  }
  return copy ?? object
}

/** `sort` without a comparator orders by code units, and so does `<`. */
function isSorted(keys: readonly string[]): boolean {
  for (let at = 1; at < keys.length; at += 1) if ((keys[at - 1] ?? '') > (keys[at] ?? '')) return false
  return true
}

const startsWithDigit = (key: string): boolean => { const code = key.charCodeAt(0); return code >= 48 && code <= 57 }

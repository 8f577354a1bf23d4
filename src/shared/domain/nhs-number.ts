/** What stands between digits that belong together: one space, dot or dash, or more where they stand in groups of 3, 3 and 4. */
const between = '[ \\t\\u2009.\\u2010-\\u2015-]'
const grouped = `\\d{3}${between}{1,3}\\d{3}${between}{1,3}\\d{4}`
const spaced = `\\d(?:${between}?\\d){9}`
/** Looked for from every place: a number that stands before an NHS number must not hide it. */
const tenDigits = new RegExp(`(?<!\\d)(?=(${grouped}|${spaced})(?!\\d))`, 'g')
/** A date with something after it is ten digits too, and people write many of those. */
const date = /^(?:\d{4}[.-](?:0\d|1[0-2])[.-][0-3]\d|[0-3]\d[. -](?:0\d|1[0-2])[. -](?:19|20)\d\d)\D/
/** Marks that cannot be seen, as texts copied from a page hold them between digits. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

type Place = { start: number; end: number }

/**
 * Places in a text that look like an NHS number: ten digits whose last is the modulus-11 check digit, not all the same.
 * A right check digit does not prove that the number was ever issued; a register of sharing has no use for one either way.
 * @returns places in the text as `plainForNumbers` gives it, in order, none inside another
 */
export function findNhsNumbers(text: string): Place[] {
  const found: Place[] = []
  for (const { index, 1: written } of plainForNumbers(text).matchAll(tenDigits)) {
    if (written === undefined || date.test(written) || !isNhsNumber(written.replaceAll(/\D/g, ''))) continue
    const last = found.at(-1)
    if (last && index < last.end) last.end = Math.max(last.end, index + written.length)
    else found.push({ start: index, end: index + written.length })
  }
  return found
}

/** A text in which every digit and space is the plain one. */
export const plainForNumbers = (text: string): string => text.normalize('NFKC').replaceAll(unseen, '')

/** @param digits exactly the ten digits */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  const sum = Array.from({ length: 9 }, (_, index) => Number(digits[index]) * (10 - index)).reduce((total, part) => total + part, 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

/** Identities and hashes are digits by chance, never text that somebody typed; a draft's key names its form before one. */
const machineMade = /^(?:(?:[a-z-]+:)?(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64})|[a-z-]+:[0-9a-f]{32})$/

/** Paths of the texts in a value that hold one, for instance `fields.summary`. */
export function pathsWithNhsNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return !machineMade.test(value) && findNhsNumbers(value).length > 0 ? [path] : []
  if (typeof value === 'number') return isNhsNumber(String(value)) ? [path] : []
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsWithNhsNumbers(item, path === '' ? String(index) : `${path}.${index}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [
    ...(findNhsNumbers(key).length > 0 ? [path] : []),
    ...pathsWithNhsNumbers(item, path === '' ? key : `${path}.${key}`),
  ])
}

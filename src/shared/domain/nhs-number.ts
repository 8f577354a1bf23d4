/** Ten digits, with spaces, dashes or dots between them, that do not belong to a longer number. */
const tenDigits = /(?<![\d])\d(?:[ \u00a0\u2009.\u2010-\u2015-]?\d){9}(?![\d])/g

/**
 * Places in a text that look like an NHS number: ten digits whose last is the modulus-11 check digit, not all the same.
 * A right check digit does not prove that the number was ever issued; a register of sharing has no use for one either way.
 */
export function findNhsNumbers(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const match of text.normalize('NFKC').matchAll(tenDigits)) {
    if (isNhsNumber(match[0].replaceAll(/\D/g, ''))) found.push({ start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** @param digits exactly the ten digits */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

/** Identities and hashes are digits by chance, never text that somebody typed. */
const machineMade = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64})$/

/** Paths of the texts in a value that hold one, for instance `fields.summary`. */
export function pathsWithNhsNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return !machineMade.test(value) && findNhsNumbers(value).length > 0 ? [path] : []
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsWithNhsNumbers(item, path === '' ? String(index) : `${path}.${index}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [
    ...(findNhsNumbers(key).length > 0 ? [path] : []),
    ...pathsWithNhsNumbers(item, path === '' ? key : `${path}.${key}`),
  ])
}

/**
 * Refuses what the wire between page and app is not meant to carry: dates, maps and bytes travel as text. Electron
 * itself would copy some of them, so this finds a habit before a test on another host does.
 */
export function requirePlain(value: unknown): void {
  if (value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value)) return
  const kind = Object.prototype.toString.call(value)
  if (kind !== '[object Object]' && kind !== '[object Array]') throw new Error(`an answer held ${kind}; only plain values travel`)
  for (const inner of Object.values(value)) requirePlain(inner)
}

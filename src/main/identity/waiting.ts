import { Temporal } from 'temporal-polyfill/implementation'
import type { IsoInstant } from '../../shared/domain/date.ts'

/** Wrong passphrases allowed before a wait. */
export const freeTries = 4
const longestMinutes = 60

/** Until when a person has to wait after wrong passphrases: from the fifth on 1, 2, 4 … minutes, at most an hour. Null: no wait. */
export function waitUntil(tries: number, lastFailedAt: IsoInstant | null, now: IsoInstant): IsoInstant | null {
  if (tries <= freeTries || lastFailedAt === null) return null
  const minutes = Math.min(2 ** Math.min(tries - freeTries - 1, 10), longestMinutes)
  const until = Temporal.Instant.from(lastFailedAt).add({ minutes }).toString({ smallestUnit: 'millisecond' })
  return until > now ? until : null
}

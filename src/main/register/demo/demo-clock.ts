import { Temporal } from 'temporal-polyfill/implementation'
import type { IsoDate, IsoInstant } from '../../../shared/domain/date.ts'

/** A clock on the practice's wall that only goes forward, and only when it is told to. */
export type DemoClock = Readonly<{
  now: () => IsoInstant
  /** To a time of a day in England, or a little after now where that has passed already. */
  moveTo: (day: IsoDate, time: string) => void
  /** As long as a person takes for one thing: half a minute to three. */
  pass: () => void
}>

/** @param end the real time, which the demo clock never passes */
export function createDemoClock(start: IsoInstant, end: IsoInstant): DemoClock {
  let now = Temporal.Instant.from(start)
  const last = Temporal.Instant.from(end)
  let turns = 0
  const set = (to: Temporal.Instant): void => {
    const forward = Temporal.Instant.compare(to, now) > 0 ? to : now
    now = Temporal.Instant.compare(forward, last) > 0 ? last : forward
  }
  const someSeconds = (): number => {
    turns += 1
    // Uneven, and the same in each demo made at the same time.
    return 31 + ((turns * 7919) % 149)
  }
  return {
    now: () => now.toString({ smallestUnit: 'millisecond' }),
    moveTo: (day, time) => {
      const wanted = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant()
      const soon = now.add({ seconds: 60 + someSeconds() })
      set(Temporal.Instant.compare(wanted, soon) > 0 ? wanted.add({ milliseconds: someSeconds() * 311 }) : soon)
    },
    pass: () => { set(now.add({ milliseconds: someSeconds() * 1013 })) },
  }
}

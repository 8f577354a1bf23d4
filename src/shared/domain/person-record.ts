import { z } from 'zod'
import type { TrailEvent } from '../trail/event.ts'
import { withChanges } from '../trail/change.ts'
import { packEvents } from '../trail/events/pack-events.ts'
import { isoDate, isoInstant } from './date.ts'
import { roles } from './role.ts'

export const personKey = z.strictObject({ publicKey: z.string(), addedAt: isoInstant, because: z.string(), vouchedBy: z.uuid().nullable() })

/** A sign-off pack that left with this person's wrapped key. */
export const packMade = packEvents['pack.made'].pick({ sha256: true, statements: true, publicKey: true }).extend({ at: isoInstant, by: z.string() })

/** A person as the trail tells it. Old keys stay: what they signed stays valid. */
export const personRecord = z.strictObject({
  id: z.uuid(), name: z.string(), role: z.enum(roles), startedOn: isoDate, leftOn: isoDate.nullable(),
  keys: z.array(personKey), packs: z.array(packMade),
  /** Wrong passphrases since the last right one; the wait grows with them. */
  failedTries: z.int(), lastFailedAt: isoInstant.nullable(), lastSignedInAt: isoInstant.nullable(),
})
export type PersonRecord = z.infer<typeof personRecord>

export const isInOffice = (person: PersonRecord, on: string): boolean => person.startedOn <= on && (person.leftOn === null || on < person.leftOn)
export const partnersInOffice = (people: Iterable<PersonRecord>, on: string): PersonRecord[] =>
  [...people].filter((person) => person.role === 'partner' && isInOffice(person, on))

export function applyToPerson(person: PersonRecord | undefined, event: TrailEvent): PersonRecord | undefined {
  if (event.type === 'person.added') {
    return { id: event.subject.id, ...event.data, leftOn: null, keys: [], packs: [], failedTries: 0, lastFailedAt: null, lastSignedInAt: null }
  }
  if (!person) return undefined
  switch (event.type) {
    case 'person.changed': return withChanges(person, event.data.changes)
    // An answer that was brought back says nothing about whether the passphrase is known here.
    case 'decision.answered': case 'action.answered': return event.data.signatory === person.id && event.data.via === undefined ? { ...person, failedTries: 0, lastFailedAt: null } : person
    case 'person.key-added': return event.subject.id !== person.id ? { ...person, failedTries: 0, lastFailedAt: null } : { ...person, failedTries: 0, lastFailedAt: null, keys: [...person.keys, { publicKey: event.data.publicKey, addedAt: event.at, because: event.data.because, vouchedBy: event.data.vouchedBy }] }
    case 'pack.made': {
      const { sha256, statements, publicKey } = event.data
      return { ...person, packs: [...person.packs, { sha256, statements, publicKey, at: event.at, by: event.actor.name }] }
    }
    case 'person.left': return { ...person, leftOn: event.data.on }
    case 'session.signed-in': return { ...person, failedTries: 0, lastFailedAt: null, lastSignedInAt: event.at }
    case 'session.refused': return { ...person, failedTries: event.data.tries, lastFailedAt: event.at }
    default: return person
  }
}

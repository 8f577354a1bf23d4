import type { KeyObject } from 'node:crypto'
import { refuse } from '../../shared/contract/refused.ts'
import type { IsoInstant } from '../../shared/domain/date.ts'
import type { PersonRecord } from '../../shared/domain/person-record.ts'
import { systemActor, type Actor, type EventData } from '../../shared/trail/event.ts'
import { parseWrappedKey, unwrapKey, wrapKey, type Cost } from '../identity/passphrase.ts'
import { newSigningKey, privateKeyBytes, privateKeyFrom } from '../identity/signing-key.ts'
import { waitUntil } from '../identity/waiting.ts'
import type { RegisterStore } from '../store/register-store.ts'

type Place = EventData<'session.refused'>['at']

/**
 * Opens a person's key with their passphrase. Every failure is an event, and the wait grows with each.
 * @returns the private key, for as long as the caller needs it and no longer
 * @throws Refused wait, wrong-passphrase, not-found when the person has no key yet
 */
export async function openKey(store: RegisterStore, id: string, passphrase: string, place: Place, clock: () => IsoInstant): Promise<{ publicKey: string; privateKey: KeyObject }> {
  const person = store.records.person(id)
  const publicKey = person?.keys.at(-1)?.publicKey
  const lock = publicKey === undefined ? null : store.notes.secret(id, publicKey)
  if (!person || publicKey === undefined || lock === null) throw refuse('not-found', { happened: 'This person has no passphrase on this register yet.', todo: 'Choose one first.' })
  refuseWhileWaiting(person, clock())
  const bytes = await unwrapKey(parseWrappedKey(lock), passphrase)
  if (bytes) {
    try {
      return { publicKey, privateKey: privateKeyFrom(bytes) }
    } finally {
      bytes.fill(0)
    }
  }
  // Read again: another try may have failed while this one was being worked out.
  const tries = (store.records.person(id)?.failedTries ?? 0) + 1
  store.record(systemActor, () => ({ events: [{ type: 'session.refused', subject: { kind: 'person', id }, data: { tries, at: place } }], result: null }))
  const wait = waitUntil(tries, clock(), clock())
  throw refuse('wrong-passphrase', wait ? { todo: `That was wrong ${tries} times. The next try is possible from ${clockTime(wait)}.` } : {})
}

export function refuseWhileWaiting(person: PersonRecord, now: IsoInstant): void {
  const wait = waitUntil(person.failedTries, person.lastFailedAt, now)
  if (wait) throw refuse('wait', { todo: `The next try is possible from ${clockTime(wait)}.` })
}

/** Makes a key for a person and records its public half; the private half is kept wrapped, outside the trail. */
export async function addKey(
  store: RegisterStore, person: string, passphrase: string, author: Actor,
  why: Pick<EventData<'person.key-added'>, 'because' | 'vouchedBy'>, cost?: Cost,
): Promise<void> {
  const { publicKey, privateKey } = newSigningKey()
  const lock = await wrapKey(privateKeyBytes(privateKey), passphrase, cost)
  store.record(author, () => {
    const known = store.records.person(person)
    if (!known) throw refuse('not-found')
    if (why.because === 'first-use' && known.keys.length > 0) throw refuse('not-in-this-state', { happened: `${known.name} already has a passphrase.`, todo: 'Sign in with it. If it is lost, another partner can vouch for a new one.' })
    store.notes.saveSecret(person, publicKey, JSON.stringify(lock))
    return { events: [{ type: 'person.key-added', subject: { kind: 'person', id: person }, data: { publicKey, ...why } }], result: null }
  })
}

const clockTime = (instant: IsoInstant): string => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }).format(new Date(instant))

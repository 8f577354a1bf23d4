import type { CallOutput } from '../../shared/contract/contract.ts'
import { callNames } from '../../shared/contract/call-names.ts'
import { permissions, rolesFor } from '../../shared/domain/permissions.ts'
import { isInOffice, partnersInOffice } from '../../shared/domain/person-record.ts'
import { keyFingerprint } from '../identity/key-fingerprint.ts'
import { waitUntil } from '../identity/waiting.ts'
import type { RegisterStore } from '../store/register-store.ts'
import type { Reading } from './desk.ts'
import { everythingAsked } from './sign-off-queue.ts'

/** Everybody in office, for the sign-in screen; asked before anybody has signed in. */
export function signInPeople(store: RegisterStore, now: string, today: string): CallOutput<'session.people'> {
  return store.records.people().filter((person) => isInOffice(person, today)).map((person) => ({
    id: person.id, name: person.name, role: person.role, hasKey: person.keys.length > 0,
    waitUntil: waitUntil(person.failedTries, person.lastFailedAt, now),
  }))
}

export function listPeople(reading: Reading): CallOutput<'people.list'> {
  const { store, today } = reading
  const people = store.records.people()
  const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.name ?? null
  const owned = store.statements.all(store.db.selectFrom('entry').select(['owner', ({ fn }) => fn.countAll<number>().as('count')]).where('state', 'not in', ['closed', 'withdrawn']).groupBy('owner'))
  const asked = everythingAsked(reading)
  return people.map((person) => ({
    id: person.id, name: person.name, role: person.role, startedOn: person.startedOn, leftOn: person.leftOn, lastSignedInAt: person.lastSignedInAt,
    keys: person.keys.map((key) => ({ fingerprint: keyFingerprint(key.publicKey), addedAt: key.addedAt, because: key.because, vouchedBy: nameOf(key.vouchedBy) })),
    owns: owned.find(({ owner }) => owner === person.id)?.count ?? 0,
    waits: person.role === 'partner' && isInOffice(person, today) ? asked.filter(({ answers }) => !answers.some(({ signatory }) => signatory === person.id)).length : 0,
  }))
}

export function practicePage({ head, store, today }: Reading): CallOutput<'practice.get'> {
  const acts = callNames.filter((name) => permissions[name] !== 'public' && permissions[name] !== 'signed-in')
  return {
    practice: head.practice, policy: head.policy, createdAt: head.createdAt, partnersInOffice: partnersInOffice(store.records.people(), today).length,
    permissions: acts.map((act) => ({ act, roles: [...rolesFor(act)] })),
  }
}

import type { TrailEvent } from '../../shared/trail/event.ts'
import type { TrailJson, TrailScope } from '../../shared/trail/trail-json.ts'
import type { RegisterStore } from '../store/register-store.ts'
import { readEvent } from './history.ts'

type Made = TrailJson['generated']

/** The trail as a document that stands alone: the events in scope whole, and the hash of every event there is. */
export function exportTrail(store: RegisterStore, scope: TrailScope, generated: Made): { trail: TrailJson; events: TrailEvent[] } {
  const head = store.records.head()
  if (!head) throw new Error('A register without its first event cannot be exported')
  const within = inScope(store, scope)
  const hashes: string[] = []
  const events: TrailEvent[] = []
  for (const { hash, body } of store.trail.rows()) {
    hashes.push(hash)
    const event = readEvent(body)
    if (within(event)) events.push(event)
  }
  const { seq, hash } = store.trail.head()
  return {
    trail: { format: 'psr-trail/1', register: { id: head.id, practice: head.practice.name, ods: head.practice.ods }, generated, scope, head: { seq, hash }, hashes, events },
    events,
  }
}

/** Whose keys and names a filtered document needs to stand alone: the practice, its policy and its people are always in it. */
const alwaysNeeded = new Set<TrailEvent['type']>(['register.created', 'practice.changed', 'policy.changed', 'person.added', 'person.changed', 'person.key-added', 'person.left'])

function inScope(store: RegisterStore, scope: TrailScope): (event: TrailEvent) => boolean {
  switch (scope.kind) {
    case 'whole': return () => true
    case 'entry': {
      const subjects = new Set([scope.id, ...store.records.decisionsOf(scope.id ?? '').map(({ id }) => id)])
      return (event) => alwaysNeeded.has(event.type) || subjects.has(event.subject.id)
    }
    case 'decision': {
      const subjects = new Set([scope.id, store.records.decision(scope.id ?? '')?.entry])
      return (event) => alwaysNeeded.has(event.type) || subjects.has(event.subject.id)
    }
    case 'period': return (event) => alwaysNeeded.has(event.type) || ((scope.from === null || event.at.slice(0, 10) >= scope.from) && (scope.to === null || event.at.slice(0, 10) <= scope.to))
  }
}

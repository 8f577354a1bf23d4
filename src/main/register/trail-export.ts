import type { TrailEvent } from '../../shared/trail/event.ts'
import { selectEvents } from '../../shared/trail/select-events.ts'
import type { TrailJson, TrailScope } from '../../shared/trail/trail-json.ts'
import type { RegisterStore } from '../store/register-store.ts'
import { readEvent } from './history.ts'

type Made = TrailJson['generated']

/** The trail as a document that stands alone: the events in scope whole, and the hash of every event there is. */
export function exportTrail(store: RegisterStore, scope: TrailScope, generated: Made): { trail: TrailJson; events: TrailEvent[] } {
  const head = store.records.head()
  if (!head) throw new Error('A register without its first event cannot be exported')
  const hashes: string[] = []
  const all: TrailEvent[] = []
  for (const { hash, body } of store.trail.rows()) {
    hashes.push(hash)
    all.push(readEvent(body))
  }
  const events = selectEvents(all, scope)
  const { seq, hash } = store.trail.head()
  return {
    trail: { format: 'psr-trail/1', register: { id: head.id, practice: head.practice.name, ods: head.practice.ods }, generated, scope, head: { seq, hash }, hashes, events },
    events,
  }
}

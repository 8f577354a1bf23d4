import type { EventType, TrailEvent } from '../../shared/trail/event.ts'
import type { Reading } from './desk.ts'
import { readEvent } from './history.ts'

/** Events of these types about the register itself, oldest first. They are few: the index on the subject finds them. */
export function registerEventsOf<T extends EventType>({ store, head }: Pick<Reading, 'store' | 'head'>, types: readonly T[]): Extract<TrailEvent, { type: T }>[] {
  const rows = store.statements.all(store.db.selectFrom('trail').select('body').where('subject', '=', head.id).where('type', 'in', types).orderBy('seq'))
  return rows.map(({ body }) => readEvent(body)).filter((event): event is Extract<TrailEvent, { type: T }> => (types as readonly EventType[]).includes(event.type))
}

import type { z } from 'zod'
import { entryCalls } from '../../../shared/contract/entries.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import { emptyFields } from '../../../shared/domain/entry-fields.ts'
import type { EntryKind } from '../../../shared/domain/kind.ts'
import { standingsOfKind } from '../../../shared/domain/state.ts'
import { recordedForce } from '../../../shared/trail/events/entry-events.ts'

/** What a form for a new entry holds, its clause and purposes aside. The force is always there; `unknown` counts as not recorded. */
export const newEntry = entryCalls['entry.add'].input.omit({ clause: true, purposes: true }).extend({ force: recordedForce })
export type NewEntry = z.infer<typeof newEntry>

export function emptyEntry(kind: EntryKind, today: IsoDate): NewEntry {
  return {
    title: '', summary: '', owner: null, tags: [], what: emptyFields(kind),
    standing: { standing: standingsOfKind[kind][0], on: today, note: null },
    force: { force: 'unknown', reference: null, checkedOn: today, note: null },
  }
}

/** Nobody has found out yet: then there is nothing to record, and the quality check asks for it. */
export const forceToRecord = (force: NewEntry['force']): NewEntry['force'] | null =>
  (force.force === 'unknown' && !force.reference && !force.note ? null : force)

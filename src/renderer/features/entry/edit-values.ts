import type { z } from 'zod'
import { entryCalls } from '../../../shared/contract/entries.ts'
import type { KindAndFields } from '../../../shared/domain/entry-fields.ts'
import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import { pathOf } from './fields/layout.ts'

export const editSchema = entryCalls['entry.change'].input.omit({ id: true })
export type EditValues = z.input<typeof editSchema>

/** What the form holds for an entry as it is saved. */
export function editValuesOf({ kind, fields, title, summary, owner, tags, changedAt }: EntryRecord): EditValues {
  return { seen: changedAt, title, summary, owner, tags: [...tags], what: { kind, fields } as KindAndFields }
}

/** A field in which somebody else saved something while this form was open. */
export type Conflict = Readonly<{ field: string; theirs: unknown; mine: unknown }>

/**
 * Brings an edit together with what somebody else saved meanwhile. Fields that only one side touched take that side;
 * fields that both changed keep mine and are named.
 */
export function mergeEdits(base: EditValues, mine: EditValues, theirs: EditValues): { merged: EditValues; conflicts: Conflict[] } {
  const [from, ours, other] = [flat(base), flat(mine), flat(theirs)]
  const merged: Record<string, unknown> = {}
  const conflicts: Conflict[] = []
  for (const field of Object.keys(other)) {
    const iChanged = differs(from[field], ours[field])
    const theyChanged = differs(from[field], other[field])
    merged[field] = iChanged ? ours[field] : other[field]
    if (iChanged && theyChanged && differs(ours[field], other[field])) conflicts.push({ field, theirs: other[field], mine: ours[field] })
  }
  const { title, summary, owner, tags, ...fields } = merged
  return { merged: { seen: theirs.seen, title, summary, owner, tags, what: { kind: theirs.what.kind, fields } } as EditValues, conflicts }
}

const flat = ({ title, summary, owner, tags, what }: EditValues): Record<string, unknown> => ({ title, summary, owner, tags, ...what.fields })
const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)

const common = new Set(['title', 'summary', 'owner', 'tags'])
export const formNameOf = (field: string): string => (common.has(field) ? field : pathOf(field))

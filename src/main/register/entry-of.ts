import type { EntryRecord } from '../../shared/domain/entry-record.ts'
import type { Reading } from './desk.ts'
import { notFound } from './refusals.ts'

/** @throws Refused not-found */
export function entryOf({ store }: Pick<Reading, 'store'>, id: string): EntryRecord {
  const entry = store.records.entry(id)
  if (!entry) throw notFound('entry')
  return entry
}

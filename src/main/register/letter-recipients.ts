import { sql } from 'kysely'
import { otherParties, type EntryRecord } from '../../shared/domain/entry-record.ts'
import type { Reading } from './desk.ts'

const over = ['closed', 'withdrawn'] as const

/** Every entry that is not over and names this organisation, by reference. */
export function entriesWith({ store: { db, statements, records } }: Pick<Reading, 'store'>, name: string): EntryRecord[] {
  const wanted = name.trim().toLowerCase()
  const rows = statements.all(db.selectFrom('entry').select('id').where('state', 'not in', [...over]).where('kind', '!=', 'gp-connect-setting')
    .where(sql<boolean>`instr(lower(party), ${wanted}) > 0`).orderBy('ref'))
  return rows.flatMap(({ id }) => records.entry(id) ?? []).filter((entry) => otherParties(entry).some((party) => party.toLowerCase() === wanted))
}

/** Organisations that entries name, with how many. Who may use a setting is told in words and is nobody to write to. */
export function recipients({ store: { db, statements }, head }: Pick<Reading, 'store' | 'head'>): { name: string; entries: number }[] {
  const rows = statements.all(db.selectFrom('entry')
    .innerJoin(sql<{ value: string }>`json_each(
        case kind when 'sharing-agreement' then (select json_group_array(json_extract(p.value, '$.name')) from json_each(entry.doc, '$.fields.parties') p)
          when 'medicines-tool' then json_array(json_extract(entry.doc, '$.fields.supplier'), json_extract(entry.doc, '$.fields.commissioner'))
          when 'declaration' then json_array(json_extract(entry.doc, '$.fields.asker')) else '[]' end)`.as('named'), (join) => join.on(sql<boolean>`named.value is not null and named.value <> ''`))
    .select([sql<string>`named.value`.as('name'), sql<number>`count(distinct entry.id)`.as('entries')])
    .where('entry.state', 'not in', [...over]).groupBy(sql`lower(named.value)`).orderBy(sql`lower(named.value)`))
  return rows.filter(({ name }) => name.toLowerCase() !== head.practice.name.toLowerCase())
}

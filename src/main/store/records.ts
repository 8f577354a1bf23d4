import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { decisionRecord, type DecisionRecord } from '../../shared/domain/decision-record.ts'
import { entryRecord, type EntryRecord } from '../../shared/domain/entry-record.ts'
import { letterRecord, type LetterRecord } from '../../shared/domain/letters/letter-record.ts'
import { personRecord, type PersonRecord } from '../../shared/domain/person-record.ts'
import { exportRecord, registerHead, type ExportRecord, type RegisterHead } from '../../shared/domain/register-record.ts'
import type { Row, Statements } from './statements.ts'
import { StoreFailure } from './store-failure.ts'
import type { Tables } from './tables.ts'

/** Reads whole records. What does not parse was not written by this app. */
export type Records = Readonly<{
  head: () => RegisterHead | undefined
  person: (id: string) => PersonRecord | undefined
  people: () => PersonRecord[]
  entry: (id: string) => EntryRecord | undefined
  entries: () => EntryRecord[]
  decision: (id: string) => DecisionRecord | undefined
  decisionsOf: (entry: string) => DecisionRecord[]
  decisions: () => DecisionRecord[]
  letter: (id: string) => LetterRecord | undefined
  /** Newest first. */
  letters: () => LetterRecord[]
  lettersOf: (entry: string) => LetterRecord[]
  exports: () => ExportRecord[]
}>

export function createRecords(db: Kysely<Tables>, statements: Statements): Records {
  return {
    head: () => parsed(registerHead, statements.get('select doc from register')),
    person: (id) => parsed(personRecord, statements.get('select doc from person where id = ?', id)),
    people: () => each(personRecord, statements.all(db.selectFrom('person').select('doc').orderBy('name').orderBy('id'))),
    entry: (id) => parsed(entryRecord, statements.get('select doc from entry where id = ?', id)),
    entries: () => each(entryRecord, statements.all(db.selectFrom('entry').select('doc').orderBy('ref'))),
    decision: (id) => parsed(decisionRecord, statements.get('select doc from decision where id = ?', id)),
    decisionsOf: (entry) => each(decisionRecord, statements.all(db.selectFrom('decision').select('doc').where('entry', '=', entry).orderBy('ref'))),
    decisions: () => each(decisionRecord, statements.all(db.selectFrom('decision').select('doc').orderBy('ref'))),
    letter: (id) => parsed(letterRecord, statements.first(db.selectFrom('letter').select('doc').where('id', '=', id))),
    letters: () => each(letterRecord, statements.all(db.selectFrom('letter').select('doc').orderBy('sent_on', 'desc').orderBy('ref', 'desc'))),
    lettersOf: (entry) => each(letterRecord, statements.all(db.selectFrom('letter').innerJoin('letter_entry', 'letter_entry.letter', 'letter.id').select('letter.doc').where('letter_entry.entry', '=', entry).orderBy('letter.sent_on').orderBy('letter.ref'))),
    exports: () => each(exportRecord, statements.all(db.selectFrom('export').select('doc').orderBy('seq'))),
  }
}

const parsed = <S extends z.ZodType>(schema: S, row: Row | undefined): z.output<S> | undefined => (row ? parseDoc(schema, String(row['doc'])) : undefined)
const each = <S extends z.ZodType>(schema: S, rows: readonly { doc: string }[]): z.output<S>[] => rows.map(({ doc }) => parseDoc(schema, doc))

function parseDoc<S extends z.ZodType>(schema: S, doc: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(doc))
  } catch (error) {
    throw new StoreFailure('register-damaged', 'A record in the register does not read as one.', error)
  }
}

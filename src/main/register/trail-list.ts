import { sql } from 'kysely'
import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { addPeriod, startOfDayInEngland } from '../../shared/domain/date.ts'
import type { TrailEvent } from '../../shared/trail/event.ts'
import type { Reading } from './desk.ts'
import { historyLine, namesOf, readEvent } from './history.ts'

export function listTrail(reading: Reading, { words, types, people, from, to, offset, limit }: CallParsed<'trail.list'>): CallOutput<'trail.list'> {
  const { db, statements, trail } = reading.store
  let chosen = db.selectFrom('trail')
  if (types.length > 0) chosen = chosen.where('type', 'in', types)
  // A wrong passphrase is recorded by the app itself, about the person it was tried for.
  if (people.length > 0) chosen = chosen.where((eb) => eb.or([eb('actor', 'in', people), eb('subject', 'in', people)]))
  if (from !== null) chosen = chosen.where('at', '>=', startOfDayInEngland(from))
  if (to !== null) chosen = chosen.where('at', '<', startOfDayInEngland(addPeriod(to, 'P1D')))
  for (const word of words.trim().split(/\s+/).filter((one) => one !== '')) chosen = chosen.where(sql<boolean>`instr(lower(body), ${word.toLowerCase()}) > 0`)

  const rows = statements.all(chosen.select(['seq', 'hash', 'body']).orderBy('seq', 'desc').limit(limit).offset(offset))
  const first = statements.first(db.selectFrom('trail').select('at').orderBy('seq').limit(1))
  const head = trail.head()
  const names = namesOf(reading.store)
  return {
    rows: rows.map(({ hash, body }) => {
      const event = readEvent(body)
      return { ...historyLine(event, names), hash, about: about(reading, event), role: event.actor.role, who: whoActed(reading, event) }
    }),
    found: statements.first(chosen.select(({ fn }) => fn.countAll<number>().as('count')))?.count ?? 0,
    total: head.seq, since: first?.at ?? null, head,
    people: reading.store.records.people().map(({ id, name }) => ({ id, name })),
    types: statements.all(db.selectFrom('trail').select('type').distinct().orderBy('type')).map(({ type }) => type),
  }
}

function about({ store: { db, statements } }: Reading, { subject }: TrailEvent): CallOutput<'trail.list'>['rows'][number]['about'] {
  if (subject.kind !== 'entry' && subject.kind !== 'decision' && subject.kind !== 'letter') return null
  const row = statements.first(db.selectFrom(subject.kind).select('ref').where('id', '=', subject.id))
  return row ? { text: row.ref, link: `/${subject.kind}/${subject.id}` } : null
}

function whoActed({ store: { records } }: Reading, event: TrailEvent): string {
  if (event.type !== 'session.refused') return event.actor.name
  return records.person(event.subject.id)?.name ?? event.actor.name
}


import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'
import type { CallOutput, CallParsed } from '../../shared/contract/contract.ts'
import { entryViews, type EntryFilter, type EntryRow } from '../../shared/contract/entries.ts'
import type { IsoDate } from '../../shared/domain/date.ts'
import { dueWords, type DueKind } from '../../shared/domain/due-dates.ts'
import type { EntryClass } from '../../shared/domain/class.ts'
import type { EntryKind } from '../../shared/domain/kind.ts'
import type { LegalForce } from '../../shared/domain/legal-force.ts'
import type { EntryState } from '../../shared/domain/state.ts'
import type { Tables } from '../store/tables.ts'
import type { Reading } from './desk.ts'
import type { RegisterStore } from '../store/register-store.ts'
import { matchesOf, searchQuery, searchWords } from './search.ts'

type View = EntryFilter['view']

const overStates = ['closed', 'withdrawn']
const writeMechanisms = ['update-record', 'send-document', 'appointment-management', 'other-write']

/** How many gaps an entry has today. */
const gapsOn = (today: IsoDate) => sql<number>`(select gaps from entry_gaps where entry_gaps.entry = entry.id and from_day <= ${today} order by from_day desc limit 1)`

export function listEntries({ store, today }: Reading, input: CallParsed<'entry.list'>): CallOutput<'entry.list'> {
  const { db, statements } = store
  const words = searchWords(input.filter.search)
  const page = entryPage(db, input, today)
  const match = words.length === 0 ? () => null : matchesOf(store, words)
  return {
    rows: statements.all(page.rows).map((row): EntryRow => ({
      id: row.id, ref: row.ref, title: row.title, party: row.party,
      kind: row.kind as EntryKind, class: row.class as EntryClass, force: row.force as LegalForce, state: row.state as EntryState,
      gaps: row.gap_count, owner: row.owner_name,
      next: row.next_on && row.next_what ? { on: row.next_on, what: dueWords[row.next_what as DueKind] } : null,
      match: match(row.id),
    })),
    found: statements.first(page.found)?.count ?? 0,
    ...store.sinceLastAct(`entries ${today}`, () => aroundThePage(store, today)),
  }
}

/** The same beside every page, whatever its filter. */
function aroundThePage({ db, statements }: RegisterStore, today: IsoDate): Pick<CallOutput<'entry.list'>, 'total' | 'views' | 'owners' | 'tags'> {
  const count = (view: View): number => statements.first(withView(db.selectFrom('entry'), view, today).select(({ fn }) => fn.countAll<number>().as('count')))?.count ?? 0
  const views = Object.fromEntries(entryViews.map((view) => [view, count(view)])) as Record<View, number>
  return {
    total: views.all, views,
    owners: statements.all(db.selectFrom('person').select(['id', 'name']).where('id', 'in', db.selectFrom('entry').select('owner').distinct().where('owner', 'is not', null).$castTo<{ owner: string }>()).orderBy('name')),
    tags: statements.all(db.selectFrom('entry_tag').select('tag').distinct().orderBy('tag')).map(({ tag }) => tag),
  }
}

/** The rows of one page, and how many there are on all pages. */
export function entryPage(db: Kysely<Tables>, { filter, sort, descending, offset, limit }: CallParsed<'entry.list'>, today: IsoDate) {
  const words = searchWords(filter.search)
  const chosen = () => withFilter(db.selectFrom('entry'), filter, words, today)
  const rows = chosen().leftJoin('person', 'person.id', 'entry.owner').select([
    'entry.id', 'entry.ref', 'entry.kind', 'entry.title', 'entry.party', 'entry.class', 'entry.force', 'entry.state',
    'entry.next_on', 'entry.next_what', 'person.name as owner_name', gapsOn(today).as('gap_count'),
  ])
  return { rows: ordered(rows, sort, descending).limit(limit).offset(offset), found: chosen().select(({ fn }) => fn.countAll<number>().as('count')) }
}

type Entries<O> = SelectQueryBuilder<Tables, 'entry', O>

function withFilter<O>(query: Entries<O>, filter: EntryFilter, words: readonly string[], today: IsoDate): Entries<O> {
  let chosen = withView(query, filter.view, today)
  if (filter.kinds.length > 0) chosen = chosen.where('entry.kind', 'in', filter.kinds)
  if (filter.classes.length > 0) chosen = chosen.where('entry.class', 'in', filter.classes)
  if (filter.forces.length > 0) chosen = chosen.where('entry.force', 'in', filter.forces)
  if (filter.states.length > 0) chosen = chosen.where('entry.state', 'in', filter.states)
  else if (!filter.closedToo) chosen = chosen.where('entry.state', 'not in', overStates)
  if (filter.owners.length > 0) chosen = chosen.where('entry.owner', 'in', filter.owners)
  if (filter.tags.length > 0) chosen = chosen.where('entry.id', 'in', (eb) => eb.selectFrom('entry_tag').select('entry').where('tag', 'in', filter.tags))
  // The plus keeps SQLite from fetching the document of each entry that is found: short words are in nearly all of them.
  if (words.length > 0) chosen = chosen.where(sql<boolean>`+entry.rowid in (select rowid from entry_text where entry_text match ${searchQuery(words)})`)
  return chosen
}

function withView<O>(query: Entries<O>, view: View, today: IsoDate): Entries<O> {
  const open = () => query.where('entry.state', 'not in', overStates)
  switch (view) {
    case 'all': return query
    case 'secondary-voluntary-undecided': return open().where('entry.class', '=', 'secondary-use').where('entry.force', '=', 'voluntary')
      .where((eb) => eb.not(eb.exists(eb.selectFrom('decision').select('decision.id').whereRef('decision.entry', '=', 'entry.id').where('decision.status', 'in', ['draft', 'fixed', 'made']))))
    case 'can-write': return open().where('entry.mechanism', 'in', writeMechanisms).where('entry.state', '!=', 'off')
    case 'with-gaps': return open().where(gapsOn(today), '>', 0)
    case 'review-due': return open().where((eb) => eb.exists(eb.selectFrom('entry_due').select('entry_due.entry').whereRef('entry_due.entry', '=', 'entry.id').where('what', '=', 'review').where('on_day', '<=', today)))
    case 'undetermined': return open().where('entry.class', '=', 'undetermined')
  }
}

const columns = { ref: 'entry.ref', title: 'entry.title', class: 'entry.class', force: 'entry.force', state: 'entry.state', gaps: 'gap_count', owner: 'owner_name', 'next-date': 'entry.next_on' } as const

/** Empty dates and owners come last whichever way the column is sorted; the reference settles ties, so that pages never overlap. */
function ordered<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>, sort: keyof typeof columns, descending: boolean): SelectQueryBuilder<DB, TB, O> {
  const column = sql.ref(columns[sort])
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const nullable = sort === 'next-date' || sort === 'owner'
  const byValue = sort === 'title' || sort === 'owner' ? sql`${column} collate nocase ${direction}` : sql`${column} ${direction}`
  const sorted = nullable ? query.orderBy(sql`${column} is null`) : query
  return sorted.orderBy(byValue).orderBy(sql`entry.ref`)
}

import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import type { CallParsed } from '../../../shared/contract/contract.ts'
import { dispatchTo } from '../../register/dispatch.ts'
import { createOffice } from '../../register/app.ts'
import { entryPage } from '../../register/entry-list.ts'
import { createHandlers } from '../../register/handlers.ts'
import { headlessPorts } from '../host-ports.ts'
import type { Part, Turns } from './child.ts'
import { percentile95, timed, timedAsync } from './row.ts'

type ListInput = CallParsed<'entry.list'>
const pagesInTurn = 60

/** What somebody at the screen waits for: a page of the register, a search as they type, the first page after the start. */
export const screenParts: Readonly<Record<string, Part>> = Object.freeze({
  list: (file) => asked(file, pageAsked),
  'list-against': (file) => bare(file, pageAsked),
  search: (file) => asked(file, searchAsked),
  'search-against': (file) => bare(file, searchAsked),
  start: (file) => ({ turn: () => timedAsync(async () => { await (await signedIn(file)).list(pageAsked(0)) }) }),
})

/** Filtered, and sorted each time by something else. */
const pageAsked = (k: number): ListInput => ({
  filter: { view: 'all', search: '', kinds: [], classes: ['direct-care', 'secondary-use'], forces: [], states: [], owners: [], tags: [], closedToo: false },
  sort: (['next-date', 'title', 'ref'] as const)[k % 3] ?? 'ref', descending: k % 2 === 0, offset: (k % 5) * 25, limit: 25,
})

const typed = 'shared care rec'
const searchAsked = (k: number): ListInput => {
  const page = pageAsked(0)
  return { ...page, sort: 'title', offset: 0, filter: { ...page.filter, search: typed.slice(0, 3 + (k % (typed.length - 2))), classes: [] } }
}

/** The app as a page sees it: every call in by its schema, every answer out by its schema. */
async function signedIn(file: string) {
  const office = createOffice(headlessPorts(mkdtempSync(path.join(path.dirname(file), 'settings-'))), () => {})
  await office.open(file)
  const handlers = createHandlers(office)
  const reader = office.reading().store.records.people()[0]
  if (!reader) throw new Error('There is always a lead')
  office.session.begin(reader.id, office.ports.clock())
  const list = async (input: ListInput): Promise<void> => {
    const reply = await dispatchTo(office, handlers, 'entry.list', input)
    if (!reply.ok) throw new Error(reply.error.happened)
  }
  return { list, reading: office.reading }
}

async function asked(file: string, input: (k: number) => ListInput): Promise<Turns> {
  const { list } = await signedIn(file)
  return { turn: async () => {
    const times: number[] = []
    for (let k = 0; k < pagesInTurn; k += 1) times.push(await timedAsync(() => list(input(k))))
    return percentile95(times)
  } }
}

/** The queries for the rows of the same pages and for how many there are, prepared once and run without anything around them. */
async function bare(file: string, input: (k: number) => ListInput): Promise<Turns> {
  const { store, today } = (await signedIn(file)).reading()
  const queries = Array.from({ length: pagesInTurn }, (_, k) => Object.values(entryPage(store.db, input(k), today)).map((query) => {
    const { sql, parameters } = query.compile()
    return { statement: store.connection.sqlite.prepare(sql), parameters }
  }))
  return { turn: () => percentile95(queries.map((page) => timed(() => { for (const { statement, parameters } of page) statement.all(...parameters) }))) }
}

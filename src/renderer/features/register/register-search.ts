import { z } from 'zod'
import { entryFilter, entrySorts, entryViews, type EntryFilter } from '../../../shared/contract/entries.ts'

export type EntrySort = (typeof entrySorts)[number]
export const rowChoices = ['fit', '25', '50', '100'] as const
export type RowChoice = (typeof rowChoices)[number]

/** What the register screen shows, all of it in its address: a link or the back button brings the same list. */
export type RegisterSearch = Readonly<{ filter: EntryFilter; sort: EntrySort; descending: boolean; page: number }>

export const usual: RegisterSearch = {
  filter: { view: 'all', search: '', kinds: [], classes: [], forces: [], states: [], owners: [], tags: [], closedToo: false },
  sort: 'next-date', descending: false, page: 1,
}

const lists = { kinds: 'kind', classes: 'class', forces: 'force', states: 'state', owners: 'owner', tags: 'tag' } as const satisfies Partial<Record<keyof EntryFilter, string>>
const listNames = ['kinds', 'classes', 'forces', 'states', 'owners', 'tags'] as const

/** Reads an address; what it does not know or cannot use is left at the usual. */
export function searchFromAddress(params: URLSearchParams): RegisterSearch {
  const { shape } = entryFilter
  const filter = {
    view: z.enum(entryViews).catch('all').parse(params.get('view')),
    search: (params.get('q') ?? '').slice(0, 200),
    kinds: each(params, lists.kinds, shape.kinds.element), classes: each(params, lists.classes, shape.classes.element),
    forces: each(params, lists.forces, shape.forces.element), states: each(params, lists.states, shape.states.element),
    owners: each(params, lists.owners, shape.owners.element), tags: each(params, lists.tags, shape.tags.element),
    closedToo: params.get('closed') === 'too',
  }
  return {
    filter,
    sort: z.enum(entrySorts).catch(usual.sort).parse(params.get('sort')),
    descending: params.get('order') === 'down',
    page: z.coerce.number().int().min(1).max(100_000).catch(1).parse(params.get('page') ?? 1),
  }
}

function each<T>(params: URLSearchParams, name: string, one: z.ZodType<T>): T[] {
  return params.getAll(name).flatMap((value) => {
    const parsed = one.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })
}

export function addressOf({ filter, sort, descending, page }: RegisterSearch): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.view !== 'all') params.set('view', filter.view)
  if (filter.search !== '') params.set('q', filter.search)
  for (const name of listNames) for (const value of filter[name]) params.append(lists[name], value)
  if (filter.closedToo) params.set('closed', 'too')
  if (sort !== usual.sort) params.set('sort', sort)
  if (descending) params.set('order', 'down')
  if (page > 1) params.set('page', String(page))
  return params
}

/** Whether anything but the view narrows the list. */
export function isNarrowed({ search, closedToo, ...filter }: EntryFilter): boolean {
  return search !== '' || closedToo || listNames.some((name) => filter[name].length > 0)
}

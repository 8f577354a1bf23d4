import { z } from 'zod'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { isoDate, type IsoDate } from '../../../shared/domain/date.ts'
import { eventGroups, typesOf } from './event-groups.ts'
import { periodNames, spanOf, type PeriodName, type Span } from './periods.ts'

/** What the trail screen shows, all of it in its address. */
export type TrailSearch = Readonly<{
  words: string
  groups: readonly string[]
  people: readonly string[]
  period: PeriodName | null
  /** Only with the period `dates`. */
  chosen: Span
  page: number
}>

export const everything: TrailSearch = { words: '', groups: [], people: [], period: null, chosen: { from: null, to: null }, page: 1 }
export const rowsAPage = 50

/** Reads an address; what it does not know is left out. */
export function trailSearchFrom(params: URLSearchParams): TrailSearch {
  const day = (name: string): IsoDate | null => isoDate.nullable().catch(null).parse(params.get(name))
  return {
    words: (params.get('q') ?? '').slice(0, 200),
    groups: params.getAll('kind').filter((group) => Object.hasOwn(eventGroups, group)),
    people: params.getAll('who'),
    period: z.enum(periodNames).nullable().catch(null).parse(params.get('when')),
    chosen: { from: day('from'), to: day('to') },
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1).parse(params.get('page') ?? 1),
  }
}

export function addressOfTrail({ words, groups, people, period, chosen, page }: TrailSearch): URLSearchParams {
  const params = new URLSearchParams()
  if (words !== '') params.set('q', words)
  for (const group of groups) params.append('kind', group)
  for (const person of people) params.append('who', person)
  if (period) params.set('when', period)
  if (period === 'dates' && chosen.from) params.set('from', chosen.from)
  if (period === 'dates' && chosen.to) params.set('to', chosen.to)
  if (page > 1) params.set('page', String(page))
  return params
}

export function askFor({ words, groups, people, period, chosen, page }: TrailSearch, today: IsoDate): CallInput<'trail.list'> {
  const span = period === null ? { from: null, to: null } : period === 'dates' ? chosen : spanOf(period, today)
  return { words, types: typesOf(groups), people: [...people], ...span, offset: (page - 1) * rowsAPage, limit: rowsAPage }
}

export const isFiltered = ({ words, groups, people, period }: TrailSearch): boolean => words !== '' || groups.length > 0 || people.length > 0 || period !== null

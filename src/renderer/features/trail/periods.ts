import type { IsoDate } from '../../../shared/domain/date.ts'
import { Temporal } from 'temporal-polyfill/implementation'

export const periodNames = ['today', 'week', 'month', 'last-month', 'year', 'dates'] as const
export type PeriodName = (typeof periodNames)[number]

export const periodWords = {
  today: 'Today', week: 'Last 7 days', month: 'This month', 'last-month': 'Last month', year: 'This year', dates: 'From and to…',
} as const satisfies Record<PeriodName, string>

export type Span = Readonly<{ from: IsoDate | null; to: IsoDate | null }>

/** First and last day of a period, both included. Chosen dates are the caller's own. */
export function spanOf(name: Exclude<PeriodName, 'dates'>, today: IsoDate): Span {
  const firstOfMonth = `${today.slice(0, 8)}01`
  switch (name) {
    case 'today': return { from: today, to: today }
    case 'week': return { from: dayBefore(today, 6), to: today }
    case 'month': return { from: firstOfMonth, to: today }
    case 'last-month': return { from: dayBefore(firstOfMonth, 1).slice(0, 8) + '01', to: dayBefore(firstOfMonth, 1) }
    case 'year': return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}

const dayBefore = (day: IsoDate, days: number): IsoDate => Temporal.PlainDate.from(day).subtract({ days }).toString()

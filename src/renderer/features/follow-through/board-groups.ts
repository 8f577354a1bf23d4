import type { BoardRow } from '../../../shared/contract/follow-through.ts'

/** The way of a decision from the partners' answers to its last check, as the board shows it. */
export const boardGroups = {
  tell: { title: 'To tell', what: ['instructed'] },
  confirm: { title: 'Waiting for confirmation', what: ['acknowledged'] },
  'carry-out': { title: 'To carry out', what: ['carried-out'] },
  'end-data': { title: 'Data to end', what: ['data-ended'] },
  check: { title: 'To check', what: ['checked'] },
  watch: { title: 'Held for a time', what: ['condition', 'ends'] },
} as const satisfies Record<string, { title: string; what: readonly BoardRow['what'][] }>
export type BoardGroup = keyof typeof boardGroups

export const groupNames = Object.keys(boardGroups) as BoardGroup[]

/** What can be done now, by its place on the way, and what another step has to come before. Each list keeps the order it came in. */
export function groupedRows(rows: readonly BoardRow[]): Readonly<{ now: readonly (readonly [BoardGroup, readonly BoardRow[]])[]; later: readonly BoardRow[] }> {
  const ready = rows.filter(({ waits }) => !waits)
  const now = groupNames.map((name) => {
    const { what }: { what: readonly BoardRow['what'][] } = boardGroups[name]
    return [name, ready.filter((row) => what.includes(row.what))] as const
  })
  return { now, later: rows.filter(({ waits }) => waits) }
}

/** Ready-made filters; which one is on stands in the address. */
export const boardViews = ['all', 'mine', 'late', 'nobody'] as const
export type BoardView = (typeof boardViews)[number]

export function rowsOfView(rows: readonly BoardRow[], view: BoardView, me: string): BoardRow[] {
  switch (view) {
    case 'all': return [...rows]
    case 'mine': return rows.filter(({ owner }) => owner?.id === me)
    case 'late': return rows.filter(({ late }) => late)
    case 'nobody': return rows.filter(({ owner }) => owner?.active !== true)
  }
}

export const viewFrom = (params: URLSearchParams): BoardView => boardViews.find((view) => view === params.get('view')) ?? 'all'

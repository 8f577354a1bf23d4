import { refuse } from '../../shared/contract/refused.ts'
import type { CallParsed } from '../../shared/contract/contract.ts'
import { positionProblems } from '../../shared/domain/position-check.ts'
import { newPositionId, saysTheSame, withPosition } from '../../shared/domain/position-edit.ts'
import type { Position } from '../../shared/domain/position.ts'
import { dateInWords, positionCodeWords } from '../../shared/domain/words.ts'
import { lowerFirst } from '../../shared/domain/words/event-values.ts'
import type { NewEvent } from '../../shared/trail/event.ts'
import type { Acting, Decided } from './desk.ts'
import { notFound } from './refusals.ts'

const nothing = { done: true } as const
type Done = Decided<typeof nothing>
const mostRows = 500

/**
 * Records a row as the practice knows it: a new one, or one that takes the place of an earlier. Statements that are
 * fixed keep the row they quote.
 */
export function recordPosition(acting: Acting, { replaces, position: written, reason }: CallParsed<'position.record'>): Decided<{ id: string }> {
  const rows = acting.head.positions
  const before = replaces === null ? undefined : rowOf(rows, replaces)
  if (written.checkedOn > acting.today) throw refuse('invalid-input', { fields: { 'position.checkedOn': ['Enter the day you looked it up. It cannot be in the future'] } })
  if (before && before.subject !== written.subject) throw refuse('invalid-input', { fields: { 'position.subject': ['A position stays with what it is about. Add a new one instead'] } })
  if (!before && rows.length >= mostRows) throw refuse('not-in-this-state', { happened: `There are ${mostRows} positions already.`, todo: 'Take out those that no date needs any more.' })
  const position: Position = { id: before?.id ?? newPositionId(written, rows.map(({ id }) => id)), ...written }
  if (before && saysTheSame(before, position) && before.checkedOn === position.checkedOn) return { events: [], result: { id: position.id } }
  refuseProblems(withPosition(rows, { position, replaces }), position)
  return { events: [recorded(acting, position, replaces, reason)], result: { id: position.id } }
}

/** The same words, looked up again today. */
export function checkPosition(acting: Acting, { id }: CallParsed<'position.check'>): Done {
  const row = rowOf(acting.head.positions, id)
  if (row.checkedOn >= acting.today) return { events: [], result: nothing }
  return { events: [recorded(acting, { ...row, checkedOn: acting.today }, id, 'Looked up again: it still says so.')], result: nothing }
}

export function retirePosition(acting: Acting, { id, reason }: CallParsed<'position.retire'>): Done {
  rowOf(acting.head.positions, id)
  return { events: [{ type: 'position.retired', subject: { kind: 'register', id: acting.head.id }, data: { id, reason } }], result: nothing }
}

export function recorded({ head }: Pick<Acting, 'head'>, position: Position, replaces: string | null, reason: string): NewEvent {
  return { type: 'position.recorded', subject: { kind: 'register', id: head.id }, data: { position, replaces, reason } }
}

/** What would give one day two answers, said beside the dates. Problems between other rows are not this form's. */
function refuseProblems(rows: readonly Position[], row: Position): void {
  const fields: Record<string, string[]> = {}
  for (const { code, ids, text } of positionProblems(rows)) {
    if (!ids.includes(row.id)) continue
    const other = rows.find(({ id }) => id !== row.id && ids.includes(id))
    const field = code === 'end-before-start' ? 'position.to' : code === 'overlap' ? 'position.from' : 'position.subject'
    const said = code === 'overlap' && other ? `This covers the same days as “${rowInWords(other)}”. End the earlier one before the later one starts` : text
    ;(fields[field] ??= []).push(said)
  }
  if (Object.keys(fields).length > 0) throw refuse('invalid-input', { fields })
}

/** "Permitted, from 1 May 2026 on", as a person would point at it. */
export function rowInWords({ code, from, to }: Position): string {
  const days = from && to ? `${dateInWords(from)} to ${dateInWords(to)}` : from ? `from ${dateInWords(from)} on` : to ? `until ${dateInWords(to)}` : 'for all days'
  return `${positionCodeWords[code]}, ${lowerFirst(days)}`
}

function rowOf(rows: readonly Position[], id: string): Position {
  const row = rows.find((one) => one.id === id)
  if (!row) throw notFound('position')
  return row
}

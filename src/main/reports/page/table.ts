import { bodyHeight, hairline, mm, paper, rule, styles } from './measures.ts'
import type { TextStyle } from './measures.ts'
import { ruleLine } from './shapes.ts'
import { decorate, draw, element, inside, linesAt, newPage, roomLeft } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { closeElement } from './structure.ts'
import type { Element } from './structure.ts'
import { wrap } from './typeset.ts'
import type { Line, Rich } from './typeset.ts'

export type Column = Readonly<{
  head: string
  /** Points; a column without a width takes an equal share of what is left. */
  width?: number
  align?: 'right'
  /** The cells of this column name their row. */
  namesRow?: boolean
}>
export type Passage = Readonly<{ text: Rich; style?: TextStyle; before?: number }>
export type Cell = string | Passage | readonly Passage[]
/** The cells of one row, and what is set over its whole width beneath them, for text too long for a column. */
export type Row = Readonly<{ cells: readonly Cell[]; beneath?: Readonly<{ from: number; passages: readonly Passage[] }> }>

export type TableLook = Readonly<{ style: TextStyle; headed: boolean; gap: number; padding: number }>
const usual: TableLook = { style: styles.table, headed: true, gap: mm(2.5), padding: mm(1.35) }

type Laid = Readonly<{ line: Line; style: TextStyle; before: number }>
type Place = Readonly<{ x: number; width: number; align: 'left' | 'right'; namesRow: boolean }>
/** Lines of one cell, and how many of them are already on paper. */
type Pending = { readonly lines: readonly Laid[]; readonly place: Place; readonly owner: Element; at: number }

/**
 * A table with its own measured lines. The head is repeated on each page, for the eye only. A row stays whole
 * where it fits on a page; a longer one goes on over the next.
 */
export function table(sheet: Sheet, columns: readonly Column[], rows: Iterable<Row>, look: Partial<TableLook> = {}): void {
  const { style, headed, gap, padding } = { ...usual, ...look }
  const places = placesOf(sheet, columns, gap)
  const heads = columns.map(({ head }, index) => wrap(sheet.faces, head, styles.columnHead, places[index]?.width ?? 0))
  const headHeight = headed ? Math.max(...heads.map((lines) => lines.length)) * styles.columnHead.leading + mm(1.2) : 0

  inside(sheet, 'Table', () => {
    if (headed) {
      if (roomLeft(sheet) < headHeight + 30) newPage(sheet)
      inside(sheet, 'THead', () => inside(sheet, 'TR', () => {
        heads.forEach((lines, index) => inside(sheet, 'TH', (owner) => draw(sheet, owner, headLines(sheet, lines, places[index])), { scope: 'Column' }))
      }))
      underHead(sheet, headHeight)
    }
    inside(sheet, 'TBody', () => {
      for (const row of rows) tableRow(sheet, row, places, style, padding, headHeight, () => {
        newPage(sheet)
        if (!headed) return
        decorate(sheet, heads.map((lines, index) => headLines(sheet, lines, places[index])).join(''))
        underHead(sheet, headHeight)
      })
    })
  })
}

function placesOf(sheet: Sheet, columns: readonly Column[], gap: number): Place[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
  const open = columns.filter((column) => column.width === undefined).length
  const share = open > 0 ? (sheet.width - fixed) / open : 0
  let x = sheet.left
  return columns.map((column, index) => {
    const width = column.width ?? share
    const place = { x, width: width - (index < columns.length - 1 ? gap : 0), align: column.align ?? 'left', namesRow: column.namesRow ?? false } as const
    x += width
    return place
  })
}

function headLines(sheet: Sheet, lines: readonly Line[], place: Place | undefined): string {
  return place ? linesAt(sheet, lines, styles.columnHead, place.x, sheet.y, place.align, place.width) : ''
}

function underHead(sheet: Sheet, height: number): void {
  sheet.y += height
  decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, rule, 'ink'))
}

function tableRow(sheet: Sheet, row: Row, places: readonly Place[], style: TextStyle, padding: number, headHeight: number, turnPage: () => void): void {
  const laid = row.cells.map((cell, index) => lay(sheet, cell, style, places[index]?.width ?? 0))
  const beneath = row.beneath ? layBeneath(sheet, row.beneath, places, style) : null
  const height = heightOf(laid) + (beneath ? heightOf([beneath.lines]) : 0) + 2 * padding
  if (height > roomLeft(sheet) && (height <= bodyHeight - headHeight || roomLeft(sheet) < 80)) turnPage()
  inside(sheet, 'TR', () => {
    sheet.y += padding
    const cells = laid.map((lines, index): Pending | null => {
      const place = places[index]
      if (!place) return null
      return { lines, place, at: 0, owner: element(sheet, place.namesRow ? 'TH' : 'TD', place.namesRow ? { scope: 'Row' } : {}) }
    }).filter((cell) => cell !== null)
    drawAcross(sheet, cells, padding, turnPage)
    if (beneath) {
      // Part of the last cell for the ear: its text goes on there, over the width of the row.
      const last = cells[beneath.owner]
      if (last) drawAcross(sheet, [{ lines: beneath.lines, place: beneath.place, owner: last.owner, at: 0 }], padding, turnPage)
    }
    if (!sheet.dry) for (const cell of cells) closeElement(cell.owner)
    sheet.y += padding
    decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, hairline, 'hair'))
  })
}

/** Draws the cells of a row beside each other, going on over the page while any has lines left. */
function drawAcross(sheet: Sheet, cells: readonly Pending[], padding: number, turnPage: () => void): void {
  for (;;) {
    const top = sheet.y
    const bottom = sheet.dry ? Number.POSITIVE_INFINITY : paper.bodyBottom - padding
    for (const cell of cells) sheet.y = Math.max(sheet.y, drawCell(sheet, cell, top, bottom))
    if (cells.every((cell) => cell.at >= cell.lines.length)) return
    turnPage()
    sheet.y += padding
  }
}

function drawCell(sheet: Sheet, cell: Pending, top: number, bottom: number): number {
  const { lines, place, owner } = cell
  let y = top
  let operators = ''
  while (cell.at < lines.length) {
    const laid = lines[cell.at]
    if (!laid) break
    const before = cell.at === 0 || y > top ? laid.before : 0
    if (y + before + laid.style.leading > bottom) break
    y += before
    operators += linesAt(sheet, [laid.line], laid.style, place.x, y, place.align, place.width)
    y += laid.style.leading
    cell.at += 1
  }
  if (operators) draw(sheet, owner, operators)
  return y
}

function lay(sheet: Sheet, cell: Cell, style: TextStyle, width: number): Laid[] {
  const passages: readonly Passage[] = typeof cell === 'string' ? [{ text: cell }] : Array.isArray(cell) ? (cell as readonly Passage[]) : [cell as Passage]
  return passages.flatMap((passage) => {
    const own = passage.style ?? style
    return wrap(sheet.faces, passage.text, own, width).map((line, index) => ({ line, style: own, before: index === 0 ? (passage.before ?? 0) : 0 }))
  })
}

function layBeneath(sheet: Sheet, beneath: NonNullable<Row['beneath']>, places: readonly Place[], style: TextStyle) {
  const first = places[beneath.from]
  const last = places.at(-1)
  if (!first || !last) return null
  const width = last.x + last.width - first.x
  const place: Place = { x: first.x, width, align: 'left', namesRow: false }
  return { lines: lay(sheet, beneath.passages, style, width), place, owner: beneath.from }
}

function heightOf(cells: readonly (readonly Laid[])[]): number {
  return Math.max(0, ...cells.map((lines) => lines.reduce((sum, { style, before }) => sum + style.leading + before, 0)))
}

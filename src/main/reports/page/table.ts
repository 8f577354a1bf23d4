import { bodyHeight, hairline, mm, paper, rule, styles } from './measures.ts'
import type { TextStyle } from './measures.ts'
import { flow } from './blocks.ts'
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
export type Row = Readonly<{
  cells: readonly Cell[]
  beneath?: Readonly<{ from: number; passages: readonly Passage[] }>
  /** The next row belongs to this one: no line between them. */
  goesOn?: boolean
}>

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
  const open = openTable(sheet, columns, look)
  for (const row of rows) open.row(row)
  open.end()
}

/** How high a table begins: its head and its first row, which stand on one page where they fit on one. */
export function startHeight(sheet: Sheet, columns: readonly Column[], first: Row, look: Partial<TableLook> = {}): number {
  const { style, headed, gap, padding } = { ...usual, ...look }
  const places = placesOf(sheet, columns, gap)
  const heads = columns.map(({ head }, index) => wrap(sheet.faces, head, styles.columnHead, places[index]?.width ?? 0))
  return (headed ? headHeightOf(heads) : 0) + layRow(sheet, first, places, style, padding).height
}

/** A table row by row, for tables so long that the writer pauses in between. */
export function openTable(sheet: Sheet, columns: readonly Column[], look: Partial<TableLook> = {}) {
  const { style, headed, gap, padding } = { ...usual, ...look }
  const places = placesOf(sheet, columns, gap)
  const heads = columns.map(({ head }, index) => wrap(sheet.faces, head, styles.columnHead, places[index]?.width ?? 0))
  const headHeight = headed ? headHeightOf(heads) : 0
  const around = sheet.within
  const whole = element(sheet, 'Table')
  let body: Element | null = null
  /** The first cell of a row that the next ones belong to. */
  let lead: LaidCell | undefined
  const columnHeads = () => {
    decorate(sheet, heads.map((lines, index) => headLines(sheet, lines, places[index])).join(''))
    underHead(sheet, headHeight)
  }
  const turnPage = () => {
    newPage(sheet)
    if (headed) columnHeads()
  }
  /** The head waits for the first row, so that it never stands alone at the foot of a page. */
  const begin = (firstHeight: number): void => {
    if (body) return
    const both = headHeight + firstHeight
    if (both > roomLeft(sheet) && (both <= bodyHeight || roomLeft(sheet) < headHeight + 80)) newPage(sheet)
    sheet.within = whole
    if (headed) {
      inside(sheet, 'THead', () => inside(sheet, 'TR', () => {
        heads.forEach((lines, index) => inside(sheet, 'TH', (owner) => draw(sheet, owner, headLines(sheet, lines, places[index])), { scope: 'Column' }))
      }))
      underHead(sheet, headHeight)
    }
    body = element(sheet, 'TBody')
    sheet.within = body
  }
  return {
    row: (row: Row): void => {
      const laid = layRow(sheet, row, places, style, padding)
      begin(laid.height)
      drawRow(sheet, laid, { padding, headHeight, turnPage, lead })
      lead = laid.goesOn ? (lead ?? laid.cells[0]) : undefined
    },
    /** A line over the whole width that names the rows after it; it does not stay alone at the foot of a page. */
    band: (text: Rich): void => {
      begin(60)
      bandRow(sheet, text, columns.length, turnPage)
    },
    end: (): void => {
      if (!sheet.dry) {
        if (body) closeElement(body)
        closeElement(whole)
      }
      sheet.within = around
    },
  }
}

const headHeightOf = (heads: readonly (readonly Line[])[]): number => Math.max(...heads.map((lines) => lines.length)) * styles.columnHead.leading + mm(1.2)

function bandRow(sheet: Sheet, text: Rich, columns: number, turnPage: () => void): void {
  const lines = wrap(sheet.faces, text, styles.tableStrong, sheet.width)
  if (roomLeft(sheet) < 60) turnPage()
  inside(sheet, 'TR', () => {
    sheet.y += mm(3)
    inside(sheet, 'TH', (owner) => flow(sheet, owner, lines, styles.tableStrong), { scope: 'Row', columns })
    sheet.y += mm(1)
    decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, hairline, 'ink'))
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

type LaidRow = Readonly<{ cells: readonly LaidCell[]; beneath: Readonly<{ lines: readonly Laid[]; place: Place; owner: number }> | null; height: number; goesOn: boolean }>
type LaidCell = Readonly<{ lines: readonly Laid[]; place: Place }>
type RowSetting = Readonly<{ padding: number; headHeight: number; turnPage: () => void; lead: LaidCell | undefined }>

function layRow(sheet: Sheet, row: Row, places: readonly Place[], style: TextStyle, padding: number): LaidRow {
  const cells = places.map((place, index): LaidCell => ({ place, lines: lay(sheet, row.cells[index] ?? '', style, place.width) }))
  const beneath = row.beneath ? layBeneath(sheet, row.beneath, places, style) : null
  const height = heightOf(cells.map(({ lines }) => lines)) + (beneath ? heightOf([beneath.lines]) : 0) + 2 * padding
  return { cells, beneath, height, goesOn: row.goesOn ?? false }
}

function drawRow(sheet: Sheet, row: LaidRow, { padding, headHeight, turnPage, lead }: RowSetting): void {
  const turns = row.height > roomLeft(sheet) && (row.height <= bodyHeight - headHeight || roomLeft(sheet) < 80)
  if (turns) turnPage()
  inside(sheet, 'TR', () => {
    sheet.y += padding
    if (turns) nameAgain(sheet, lead)
    const cells = row.cells.map(({ lines, place }): Pending => ({
      lines, place, at: 0, owner: element(sheet, place.namesRow ? 'TH' : 'TD', place.namesRow ? { scope: 'Row' } : {}),
    }))
    const goOver = () => {
      turnPage()
      sheet.y += padding
      nameAgain(sheet, lead ?? row.cells[0])
    }
    drawAcross(sheet, cells, padding, goOver)
    if (row.beneath) {
      // For the ear it is part of the cell under which it begins: its text goes on there, over the width of the row.
      const owner = cells[row.beneath.owner]?.owner
      if (owner) drawAcross(sheet, [{ lines: row.beneath.lines, place: row.beneath.place, owner, at: 0 }], padding, goOver)
    }
    if (!sheet.dry) for (const cell of cells) closeElement(cell.owner)
    sheet.y += row.goesOn ? 0 : padding
    if (!row.goesOn) decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, hairline, 'hair'))
  })
}

/** A row that goes over the page says once more, for the eye, which one it is. */
function nameAgain(sheet: Sheet, first: LaidCell | undefined): void {
  const name = first?.lines[0]
  if (first && name) decorate(sheet, linesAt(sheet, [name.line], name.style, first.place.x, sheet.y, first.place.align, first.place.width))
}

/** Draws the cells of a row beside each other, going on over the page while any has lines left. */
function drawAcross(sheet: Sheet, cells: readonly Pending[], padding: number, goOver: () => void): void {
  for (;;) {
    const top = sheet.y
    const bottom = sheet.dry ? Number.POSITIVE_INFINITY : paper.bodyBottom - padding
    for (const cell of cells) sheet.y = Math.max(sheet.y, drawCell(sheet, cell, top, bottom))
    if (cells.every((cell) => cell.at >= cell.lines.length)) return
    goOver()
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

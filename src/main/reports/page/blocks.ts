import { bodyHeight, mm, paper, styles } from './measures.ts'
import type { TextStyle } from './measures.ts'
import type { Element, Tag } from './structure.ts'
import { decorateBeneath, draw, inside, linesAt, measured, need, newPage, roomLeft, space } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { fill, rectangle } from './shapes.ts'
import { wrap } from './typeset.ts'
import type { Line, Rich } from './typeset.ts'

const looks = Object.freeze({
  subject: { style: styles.subject, before: 0, after: mm(3), keep: 60 },
  section: { style: styles.section, before: mm(7), after: mm(2), keep: 44 },
  minor: { style: styles.strong, before: mm(3.5), after: mm(0.6), keep: 28 },
} as const)
export type HeadingLook = keyof typeof looks

/**
 * A heading stays with at least the first lines of what follows it. Its level is its place in the outline, not its size.
 * @param follows how high the beginning of what follows is, where that stays whole
 */
export function heading(sheet: Sheet, level: 'H1' | 'H2' | 'H3', text: string, look: HeadingLook, follows = 0): void {
  const { style, before, after, keep } = looks[look]
  const lines = wrap(sheet.faces, text, style, sheet.width)
  if (!sheet.dry) need(sheet, Math.min(before + lines.length * style.leading + after + Math.max(keep, follows), bodyHeight))
  space(sheet, before)
  inside(sheet, level === 'H3' ? sheet.deepest : level, (owner) => flow(sheet, owner, lines, style))
  sheet.y += after
}

/** A bookmark to the place where the next block starts; `part` ones stand beneath the last section. */
export function bookmark(sheet: Sheet, title: string, rank: 'section' | 'part' = 'section'): void {
  if (sheet.dry) return
  const options = { top: Math.max(0, sheet.y - 12), left: paper.width, zoom: 0, fit: false, pageNumber: null, expanded: false }
  const above = rank === 'part' && sheet.bookmarks.section ? sheet.bookmarks.section : sheet.kit.outline
  const item = above.addItem(title, options)
  if (rank === 'section') sheet.bookmarks.section = item
}

export function paragraph(sheet: Sheet, text: Rich, style: TextStyle = styles.body, tag: Tag = 'P'): void {
  const lines = wrap(sheet.faces, text, style, sheet.width)
  inside(sheet, tag, (owner) => flow(sheet, owner, lines, style))
}

/** Sets lines from here on, over as many pages as they take. Never leaves a single line behind or ahead. */
export function flow(sheet: Sheet, owner: Element, lines: readonly Line[], style: TextStyle, left = sheet.left): void {
  let from = 0
  while (from < lines.length) {
    const fits = Math.floor((roomLeft(sheet) + 0.01) / style.leading)
    const rest = lines.length - from
    let take = Math.min(rest, fits)
    if (take < rest && (take < 2 || rest - take === 1)) take = take > 2 ? take - 1 : 0
    if (take === 0 && roomLeft(sheet) < bodyHeight) {
      newPage(sheet)
      continue
    }
    take = Math.max(1, take)
    draw(sheet, owner, linesAt(sheet, lines.slice(from, from + take), style, left, sheet.y))
    sheet.y += take * style.leading
    from += take
  }
}

export type Fact = readonly [label: string, value: Rich, style?: TextStyle]

/** Labels in grey with their values beside them, read out as a list of pairs. */
export function facts(sheet: Sheet, pairs: readonly Fact[], labelWidth = mm(38), styleOfLabel: TextStyle = styles.quiet): void {
  inside(sheet, 'L', () => {
    for (const [label, value, style = styles.body] of pairs) {
      const labels = wrap(sheet.faces, label, styleOfLabel, labelWidth - mm(4))
      const values = wrap(sheet.faces, value, style, sheet.width - labelWidth)
      need(sheet, Math.min(Math.max(labels.length, Math.min(values.length, 3)) * styleOfLabel.leading, bodyHeight))
      inside(sheet, 'LI', () => {
        const top = sheet.y
        const page = sheet.page
        inside(sheet, 'Lbl', (owner) => draw(sheet, owner, linesAt(sheet, labels, styleOfLabel, sheet.left, top)))
        inside(sheet, 'LBody', (owner) => flow(sheet, owner, values, style, sheet.left + labelWidth))
        if (page === sheet.page) sheet.y = Math.max(sheet.y, top + labels.length * styleOfLabel.leading)
      })
      sheet.y += mm(1.1)
    }
  })
}

/** "1. …", with the text hanging beside the number. */
export function numberedList(sheet: Sheet, items: readonly Rich[], style: TextStyle = styles.body, gap = mm(1.6)): void {
  const hang = mm(5)
  inside(sheet, 'L', () => {
    items.forEach((item, index) => {
      const number = wrap(sheet.faces, `${index + 1}.`, style, hang)
      const lines = wrap(sheet.faces, item, style, sheet.width - hang)
      need(sheet, Math.min(lines.length, 3) * style.leading)
      inside(sheet, 'LI', () => {
        inside(sheet, 'Lbl', (owner) => draw(sheet, owner, linesAt(sheet, number, style, sheet.left - mm(1.4), sheet.y, 'right', hang)))
        inside(sheet, 'LBody', (owner) => flow(sheet, owner, lines, style, sheet.left + hang))
      })
      sheet.y += gap
    })
  })
}

/** The one pale box of the documents, around what `fillIn` draws. It stands whole on one page. */
export function tintBox(sheet: Sheet, fillIn: (sheet: Sheet) => void, padding: readonly [number, number] = [mm(5), mm(4)]): void {
  const [across, down] = padding
  const height = measured(sheet, sheet.width - 2 * across, fillIn) + 2 * down
  if (sheet.dry) {
    sheet.y += height
    return
  }
  need(sheet, height)
  const { left, width, y } = sheet
  decorateBeneath(sheet, `${fill('tint')}${rectangle(left, y, width, height)}f\n`)
  Object.assign(sheet, { left: left + across, width: width - 2 * across, y: y + down })
  fillIn(sheet)
  Object.assign(sheet, { left, width, y: y + height })
}

/**
 * Columns beside each other where all fit on the page, else one under the other so that they can flow over it.
 * A page that is mostly full is left for a fresh one.
 * @param shares how the width is divided; `gap` points stand between two columns.
 */
export function sideBySide(sheet: Sheet, columns: readonly ((sheet: Sheet) => void)[], shares: readonly number[] = columns.map(() => 1), gap = mm(10)): void {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const free = sheet.width - gap * (columns.length - 1)
  const widths = shares.map((share) => (free * share) / whole)
  const heights = columns.map((column, index) => measured(sheet, widths[index] ?? free, column))
  const tallest = Math.max(...heights)
  const { left, width } = sheet
  const room = sheet.dry ? bodyHeight : roomLeft(sheet)
  if (tallest > bodyHeight || (tallest > room && room > bodyHeight * 0.35)) {
    for (const column of columns) column(sheet)
    return
  }
  need(sheet, tallest)
  const top = sheet.y
  columns.forEach((column, index) => {
    const columnWidth = widths[index] ?? free
    const before = widths.slice(0, index).reduce((sum, item) => sum + item + gap, 0)
    Object.assign(sheet, { left: left + before, width: columnWidth, y: top })
    column(sheet)
  })
  Object.assign(sheet, { left, width, y: top + tallest })
}

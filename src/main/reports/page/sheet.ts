import type { Faces } from './faces.ts'
import { firstFont, fontsFolder, openFaces } from './faces.ts'
import type { DocumentTitles, Kit, KitFont, KitOutline, KitPage } from './kit.ts'
import { openKit } from './kit.ts'
import { bodyWidth, paper } from './measures.ts'
import type { TextStyle } from './measures.ts'
import { claimContent, closeElement, nowhere, openElement, openRoot } from './structure.ts'
import type { Element, Tag, TagOptions } from './structure.ts'
import { drawLine } from './typeset.ts'
import type { Line } from './typeset.ts'

export type OpenPage = { readonly kit: KitPage; readonly fonts: Set<KitFont>; content: string[]; readonly artifacts: string[] }

/**
 * The document while it is being written: where the next block goes, and under which heading it is tagged.
 * One mutable object, because a page is filled from top to bottom and nothing else describes it better.
 */
export type Sheet = {
  readonly kit: Kit
  readonly finish: () => Uint8Array
  readonly faces: Faces
  readonly pages: OpenPage[]
  page: OpenPage
  /** Where the next block starts, in points from the top of the page. */
  y: number
  left: number
  width: number
  /** What new blocks are tagged into. */
  within: Element
  /** Measuring only: nothing is written, and no page ends. */
  dry: boolean
  readonly bookmarks: { section: KitOutline | null }
  /** Where parts stand one level higher than where they were written for, so that no level of headings is left out. */
  deepest: 'H2' | 'H3'
}

export function openSheet(titles: DocumentTitles, folder: string = fontsFolder()): Sheet {
  const { kit, finish } = openKit(titles, firstFont(folder))
  const faces = openFaces(kit, folder)
  const root = openRoot(kit)
  const page = openPage(kit)
  return {
    kit, finish, faces, pages: [page], page, y: paper.bodyTop, left: paper.left, width: bodyWidth,
    within: root, dry: false, bookmarks: { section: null }, deepest: 'H3',
  }
}

function openPage(kit: Kit): OpenPage {
  kit.addPage()
  return { kit: kit.page, fonts: new Set(), content: [], artifacts: [] }
}

export const pageNumber = (sheet: Sheet): number => sheet.pages.length

export function newPage(sheet: Sheet): void {
  if (sheet.dry) return
  sheet.page.content = [sheet.page.content.join('')]
  sheet.page = openPage(sheet.kit)
  sheet.pages.push(sheet.page)
  sheet.y = paper.bodyTop
}

/** Starts a new page unless `height` points are left on this one. */
export function need(sheet: Sheet, height: number): void {
  if (sheet.y + height > paper.bodyBottom && sheet.y > paper.bodyTop) newPage(sheet)
}

export const roomLeft = (sheet: Sheet): number => (sheet.dry ? Number.POSITIVE_INFINITY : paper.bodyBottom - sheet.y)

/** Space above a block; none at the top of a page. */
export function space(sheet: Sheet, height: number): void {
  if (sheet.dry || sheet.y > paper.bodyTop) sheet.y += height
}

export function element(sheet: Sheet, tag: Tag, options: TagOptions = {}): Element {
  return sheet.dry ? nowhere() : openElement(sheet.kit, sheet.within, tag, options)
}

/** Opens an element, lets `draw` fill it, and closes it. */
export function inside<T>(sheet: Sheet, tag: Tag, draw: (element: Element) => T, options: TagOptions = {}): T {
  const outer = sheet.within
  const inner = element(sheet, tag, options)
  sheet.within = inner
  const result = draw(inner)
  sheet.within = outer
  if (!sheet.dry) closeElement(inner)
  return result
}

/** Puts operators on the current page as content of an element. */
export function draw(sheet: Sheet, owner: Element, operators: string): void {
  if (!sheet.dry) drawOn(sheet, sheet.page, owner, operators)
}

export function drawOn(sheet: Sheet, page: OpenPage, owner: Element, operators: string): void {
  const number = claimContent(sheet.kit, page.kit, owner)
  page.content.push(`/${owner.tag} <</MCID ${number}>> BDC\n${operators}EMC\n`)
}

/** Lines, fills and page furniture: seen, but not read out. */
export function decorate(sheet: Sheet, operators: string): void {
  if (!sheet.dry) sheet.page.artifacts.push(operators)
}

/** Fills that lie beneath what is drawn after them. */
export function decorateBeneath(sheet: Sheet, operators: string): void {
  if (!sheet.dry) sheet.page.content.push(`/Artifact BMC\n${operators}EMC\n`)
}

/** Operators for lines set one under the other, the first one's box starting at `top`. */
export function linesAt(sheet: Sheet, lines: readonly Line[], style: TextStyle, x: number, top: number, align: 'left' | 'right' = 'left', width = 0): string {
  if (sheet.dry) return ''
  let out = ''
  lines.forEach((line, index) => {
    const start = align === 'right' ? x + width - line.width : x
    out += drawLine(line, start, baseline(style, top + index * style.leading), sheet.page.fonts)
  })
  return out
}

/** Arial's rise and fall, centred in the line's height as a browser would. */
export function baseline(style: TextStyle, top: number): number {
  return top + (style.leading - (0.905 + 0.212) * style.size) / 2 + 0.905 * style.size
}

/** How high the blocks come out that `draw` would write at the given width. */
export function measured(sheet: Sheet, width: number, draw: (trial: Sheet) => void): number {
  const trial: Sheet = { ...sheet, dry: true, y: 0, width, within: nowhere() }
  draw(trial)
  return trial.y
}

/** Closes every page and the tree, and gives the file. `furnish` draws head and foot of each page first. */
export function closeSheet(sheet: Sheet, furnish: (page: OpenPage, number: number, of: number) => string): Uint8Array {
  const { pages } = sheet
  pages.forEach((page, index) => {
    const furniture = furnish(page, index + 1, pages.length)
    const artifacts = page.artifacts.length > 0 ? `/Artifact BMC\n${page.artifacts.join('')}EMC\n` : ''
    page.kit.content.write(Buffer.from([...page.content, artifacts, furniture].join(''), 'latin1'))
    page.content = []
    for (const font of page.fonts) page.kit.fonts[font.id] ??= font.ref()
  })
  closeElement(sheet.within)
  return sheet.finish()
}

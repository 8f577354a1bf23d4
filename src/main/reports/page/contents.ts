import { hairline, mm, styles } from './measures.ts'
import type { KitRef } from './kit.ts'
import { counted } from './numbers.ts'
import { ruleLine } from './shapes.ts'
import { baseline, decorate, draw, drawOn, element, linesAt } from './sheet.ts'
import type { OpenPage, Sheet } from './sheet.ts'
import { closeElement, openElement } from './structure.ts'
import type { Element } from './structure.ts'
import { drawLine, wrap } from './typeset.ts'

type Slot = Readonly<{ title: string; item: Element; reference: Element; link: Element; page: OpenPage; left: number; width: number; top: number }>
export type Contents = Readonly<{
  /** Says that a section starts here; its page number is written into the list at the end. */
  reached: (title: string) => void
  /** Writes the page numbers and closes the list. */
  complete: () => void
}>

const rowHeight = styles.table.leading + 2 * mm(1.35)

/** The list of what is in the document. It stands before the pages it tells of, so the numbers come last. */
export function contents(sheet: Sheet, titles: readonly string[]): Contents {
  if (sheet.dry) {
    sheet.y += titles.length * rowHeight
    return { reached: () => {}, complete: () => {} }
  }
  const around = sheet.within
  const list = element(sheet, 'TOC')
  sheet.within = list
  const slots = titles.map((title): Slot => {
    const item = element(sheet, 'TOCI')
    const reference = openElement(sheet.kit, item, 'Reference')
    const link = openElement(sheet.kit, reference, 'Link')
    const top = sheet.y + mm(1.35)
    draw(sheet, link, linesAt(sheet, wrap(sheet.faces, title, styles.table, sheet.width - 40), styles.table, sheet.left, top))
    sheet.y += rowHeight
    decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, hairline, 'hair'))
    return { title, item, reference, link, page: sheet.page, left: sheet.left, width: sheet.width, top }
  })
  sheet.within = around
  const starts = new Map<string, { page: KitRef; number: number }>()
  return {
    reached: (title) => { starts.set(title, { page: sheet.page.kit.dictionary, number: sheet.pages.length }) },
    complete: () => {
      for (const slot of slots) {
        const start = starts.get(slot.title)
        if (!start) throw new Error(`The section "${slot.title}" was announced and never written`)
        writeNumber(sheet, slot, start.number)
        linkTo(sheet, slot, start.page)
        closeElement(slot.link)
        closeElement(slot.reference)
        closeElement(slot.item)
      }
      closeElement(list)
    },
  }
}

function writeNumber(sheet: Sheet, slot: Slot, number: number): void {
  const [line] = wrap(sheet.faces, counted(number), styles.table, 40)
  if (line) drawOn(sheet, slot.page, slot.link, drawLine(line, slot.left + slot.width - line.width, baseline(styles.table, slot.top), slot.page.fonts))
}

function linkTo(sheet: Sheet, slot: Slot, target: KitRef): void {
  const { kit } = sheet
  const key = kit.createStructParentTreeNextKey()
  kit.getStructParentTree().add(key, slot.link.ref)
  const bottom = 841.89 - slot.top - styles.table.leading
  const annotation = kit.ref({
    Type: 'Annot', Subtype: 'Link', Rect: [slot.left, bottom, slot.left + slot.width, bottom + styles.table.leading],
    Border: [0, 0, 0], F: 4, Dest: [target, 'Fit'], StructParent: key, Contents: Object(`Go to ${slot.title}`) as unknown,
  })
  annotation.end()
  slot.page.kit.annotations.push(annotation)
  slot.link.kids.push({ Type: 'OBJR', Obj: annotation, Pg: slot.page.kit.dictionary })
}

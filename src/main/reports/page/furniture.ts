import { drawLine, wrap } from './typeset.ts'
import type { Rich } from './typeset.ts'
import { counted, grouped } from './numbers.ts'
import { bodyWidth, hairline, paper, styles } from './measures.ts'
import { baseline } from './sheet.ts'
import type { OpenPage, Sheet } from './sheet.ts'
import { ruleLine } from './shapes.ts'

export type Furniture = Readonly<{
  practice: string
  ods: string
  /** Name of the document and the time it speaks of, at the right of the head. */
  running: string
  /** The same on the first page, where the title stands below. */
  runningOnCover: string
  head: Readonly<{ seq: number; hash: string }>
  /** Who the pages are for, in bold, and what follows it. */
  confidentiality: string
  noPatientData: string
}>

export const notLegalAdvice = 'Information with dated sources, not legal advice.'

/** Head and foot of every page: seen on each, read out on none. */
export function pageFurniture(sheet: Sheet, furniture: Furniture) {
  const { practice, ods, head } = furniture
  const style = styles.small
  return (page: OpenPage, number: number, of: number): string => {
    const put = (text: Rich, top: number, align: 'left' | 'centre' | 'right'): string => {
      const [line] = wrap(sheet.faces, text, style, bodyWidth)
      if (!line) return ''
      const start = { left: paper.left, centre: (paper.left + paper.width - paper.right - line.width) / 2, right: paper.width - paper.right - line.width }[align]
      return drawLine(line, start, baseline(style, top), page.fonts)
    }
    const second = paper.footTop + style.leading
    const above = ruleLine(paper.left, paper.headTop + 16.2, bodyWidth, hairline, 'hair')
      + put([{ text: practice, face: 'bold', colour: 'ink' }, { text: ` (${ods})` }], paper.headTop, 'left')
      + put(number === 1 ? furniture.runningOnCover : furniture.running, paper.headTop, 'right')
    const below = ruleLine(paper.left, paper.footTop - 6, bodyWidth, hairline, 'hair')
      + put([{ text: furniture.confidentiality, face: 'bold', colour: 'ink' }, { text: ` ${furniture.noPatientData}` }], paper.footTop, 'left')
      + put(notLegalAdvice, second, 'left')
      + put(`Head ${counted(head.seq)}`, paper.footTop, 'centre')
      + put([{ text: grouped(head.hash.slice(0, 16)), face: 'mono' }], second, 'centre')
      + put(`Page ${counted(number)} of ${counted(of)}`, second, 'right')
    return `/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n${above}EMC\n`
      + `/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n${below}EMC\n`
  }
}

import { notLegalAdvice } from '../page/furniture.ts'
import { bodyWidth, hairline, mm, paper, styles } from '../page/measures.ts'
import { counted, grouped } from '../page/numbers.ts'
import { ruleLine } from '../page/shapes.ts'
import { baseline, type OpenPage, type Sheet } from '../page/sheet.ts'
import { drawLine, wrap, type Rich } from '../page/typeset.ts'
import type { SigningPages } from './signing-pages.ts'

/** Head and foot of each page. The code stands on all of them, so that no page can be taken for one of another text. */
export function signingFurniture(sheet: Sheet, { statement, hash }: Pick<SigningPages, 'statement' | 'hash'>) {
  const style = styles.small
  return (page: OpenPage, number: number, of: number): string => {
    const put = (text: Rich, top: number, align: 'left' | 'centre' | 'right', room = bodyWidth): string => {
      const [line] = wrap(sheet.faces, text, style, room)
      if (!line) return ''
      const start = { left: paper.left, centre: paper.left + bodyWidth * 0.62 - line.width / 2, right: paper.left + bodyWidth - line.width }[align]
      return drawLine(line, start, baseline(style, top), page.fonts)
    }
    const second = paper.footTop + style.leading
    const above = ruleLine(paper.left, paper.headTop + 16.2, bodyWidth, hairline, 'hair')
      + put([{ text: statement.practice.name, face: 'bold', colour: 'ink' }, { text: ` (${statement.practice.ods})` }], paper.headTop, 'left', mm(90))
      + put(`Statement ${statement.decision.ref}, for signing on paper`, paper.headTop, 'right', mm(80))
    const below = ruleLine(paper.left, paper.footTop - 6, bodyWidth, hairline, 'hair')
      + put([{ text: 'Confidential: practice business.', face: 'bold', colour: 'ink' }, { text: ' No patient data.' }], paper.footTop, 'left')
      + put(notLegalAdvice, second, 'left')
      + put('Code of this text', paper.footTop, 'centre')
      + put([{ text: grouped(hash.slice(0, 16)), face: 'mono', colour: 'ink' }], second, 'centre')
      + put(`Page ${counted(number)} of ${counted(of)}`, second, 'right')
    return `/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n${above}EMC\n`
      + `/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n${below}EMC\n`
  }
}

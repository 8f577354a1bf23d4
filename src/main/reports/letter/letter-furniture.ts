import type { Letter } from '../../../shared/domain/letters/letter.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { notLegalAdvice } from '../page/furniture.ts'
import { hairline, mm, paper, styles } from '../page/measures.ts'
import { counted, grouped } from '../page/numbers.ts'
import { ruleLine } from '../page/shapes.ts'
import { baseline, type OpenPage, type Sheet } from '../page/sheet.ts'
import { drawLine, wrap, type Rich } from '../page/typeset.ts'

/** A letter has the same margin on both sides. */
export const letterLeft = mm(25)
export const letterWidth = paper.width - 2 * letterLeft

/** The foot of each page, and from the second on a head that says which letter it belongs to. Read out on none. */
export function letterFurniture(sheet: Sheet, { practice, subject, on, statementHash }: Letter) {
  const style = styles.small
  return (page: OpenPage, number: number, of: number): string => {
    const put = (text: Rich, top: number, align: 'left' | 'centre' | 'right', room = letterWidth): string => {
      const [line] = wrap(sheet.faces, text, style, room)
      if (!line) return ''
      const start = { left: letterLeft, centre: letterLeft + letterWidth * 0.66 + (mm(30) - line.width) / 2, right: letterLeft + letterWidth - line.width }[align]
      return drawLine(line, start, baseline(style, top), page.fonts)
    }
    const second = paper.footTop + style.leading
    const above = number === 1 ? '' : ruleLine(letterLeft, paper.headTop + 16.2, letterWidth, hairline, 'hair')
      + put([{ text: practice.name, face: 'bold', colour: 'ink' }, { text: ` (${practice.ods})` }], paper.headTop, 'left', mm(60))
      + put(subject, paper.headTop, 'right', mm(95))
    const below = ruleLine(letterLeft, paper.footTop - 6, letterWidth, hairline, 'hair')
      + put([{ text: 'Confidential: practice business.', face: 'bold', colour: 'ink' }, { text: ` No patient data. As at ${dateInWords(on)}.` }], paper.footTop, 'left')
      + put(notLegalAdvice, second, 'left')
      + (statementHash === null ? '' : put('Statement', paper.footTop, 'centre') + put([{ text: grouped(statementHash.slice(0, 16)), face: 'mono' }], second, 'centre'))
      + put(`Page ${counted(number)} of ${counted(of)}`, second, 'right')
    return `${above ? `/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n${above}EMC\n` : ''}/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n${below}EMC\n`
  }
}

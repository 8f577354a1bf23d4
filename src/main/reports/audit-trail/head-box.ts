import { tintBox } from '../page/blocks.ts'
import { mm, paper, styles } from '../page/measures.ts'
import { counted, grouped } from '../page/numbers.ts'
import { draw, inside, linesAt } from '../page/sheet.ts'
import type { Sheet } from '../page/sheet.ts'
import { instantInWords } from '../page/times.ts'
import { wrap } from '../page/typeset.ts'
import type { Rich } from '../page/typeset.ts'
import type { AuditTrail } from './input.ts'

const verdictWords = Object.freeze({
  matches: { text: 'Matches when made', glyph: 'verdict-matches', colour: 'good' },
  changed: { text: 'Changed when made', glyph: 'verdict-changed', colour: 'bad' },
  'cut-short': { text: 'Cut short when made', glyph: 'verdict-cut-short', colour: 'warning' },
  'could-not-check': { text: 'Could not be checked when made', glyph: 'verdict-could-not-check', colour: 'quiet' },
} as const)

const style = { ...styles.table, leading: 12 }
const hashStyle = { ...styles.tableHash, leading: 12 }
export const headBoxHeight = 3 * style.leading + 2 * mm(4)

/** The number and the whole hash that this document can be checked by, in the one pale box. */
export function headBox(sheet: Sheet, audit: AuditTrail, showVerdict: boolean): void {
  const { head } = audit.trail
  const last = audit.events.findLast((printed) => printed.known && printed.event.seq === head.seq)
  const when = last?.known ? instantInWords(last.event.at) : null
  const { text, glyph, colour } = verdictWords[audit.check.verdict]
  tintBox(sheet, (box) => {
    const top = box.y
    inside(box, 'P', (owner) => {
      const left: Rich = [{ text: 'Head of the trail', face: 'bold' }, { text: `\nEvent ${counted(head.seq)}${when ? `\n${when}` : ''}` }]
      draw(box, owner, linesAt(box, wrap(box.faces, left, style, mm(48)), style, box.left, top))
      const digits = grouped(head.hash)
      draw(box, owner, linesAt(box, wrap(box.faces, digits, hashStyle, mm(72)), hashStyle, box.left + mm(53), top))
      if (!showVerdict) return
      const verdict = wrap(box.faces, [{ glyph }, { text, face: 'bold', colour }], style, mm(60))
      const width = verdict[0]?.width ?? 0
      draw(box, owner, linesAt(box, verdict, style, box.left + box.width - width, top))
    })
    box.y = top + 3 * style.leading
  })
}

/** At the foot of the page if there is room, else where it falls. */
export function headBoxAtFoot(sheet: Sheet, audit: AuditTrail): void {
  const foot = paper.bodyBottom - headBoxHeight
  if (!sheet.dry && sheet.y + mm(5) <= foot) sheet.y = foot
  headBox(sheet, audit, true)
}

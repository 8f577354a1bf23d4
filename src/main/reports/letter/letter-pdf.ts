import type { Letter, LetterBlock } from '../../../shared/domain/letters/letter.ts'
import { dateInWords } from '../../../shared/domain/words/date.ts'
import { bookmark, facts, flow, numberedList, paragraph, sideBySide, type Fact } from '../page/blocks.ts'
import { hairline, mm, rule, styles, type TextStyle } from '../page/measures.ts'
import { ruleLine } from '../page/shapes.ts'
import { closeSheet, decorate, draw, inside, linesAt, measured, need, openSheet, space, type Sheet } from '../page/sheet.ts'
import { table } from '../page/table.ts'
import { wrap } from '../page/typeset.ts'
import { letterFurniture, letterLeft, letterWidth } from './letter-furniture.ts'

export type LetterInput = Readonly<{ letter: Letter; /** When the file is made. */ madeAt: string; app: string }>

const body: TextStyle = { ...styles.body, size: 10, leading: 13.6 }
const strong: TextStyle = { ...body, face: 'bold' }
const small: TextStyle = { ...styles.body, size: 9, leading: 13 }
const name: TextStyle = { ...styles.section, leading: 17 }
const subject: TextStyle = { ...styles.section, size: 14, leading: 18 }
const quiet = (style: TextStyle): TextStyle => ({ ...style, colour: 'quiet' })

/**
 * A letter to the other side, ready to be signed by hand. It carries nothing but itself: no trail, no data besides its
 * own words. The same letter made at the same time gives the same bytes.
 */
export function letterPdf({ letter, madeAt, app }: LetterInput): Uint8Array {
  const { practice } = letter
  const sheet = openSheet({
    title: letter.subject, author: practice.name, subject: `${practice.name} (${practice.ods}), ${letter.ourReference}, ${dateInWords(letter.on)}`,
    madeAt: new Date(madeAt), producer: `Practice Sharing Register ${app}`,
  })
  Object.assign(sheet, { left: letterLeft, width: letterWidth, y: mm(18) })
  letterHead(sheet, letter)
  sheet.y += mm(7.5)
  sideBySide(sheet, [(column) => address(column, letter), (column) => facts(column, references(letter), mm(26), quiet(small))], [84, 76], 0)
  sheet.y += mm(5)
  bookmark(sheet, letter.subject)
  paragraph(sheet, letter.subject, subject, 'H1')
  sheet.y += mm(3)
  paragraph(sheet, letter.salutation, body)
  letter.blocks.forEach((block, index) => {
    const write = (on: Sheet): void => writeBlock(on, block, letter.blocks[index - 1])
    // A name never stands alone on a page: the last words of the letter go with it.
    if (index === letter.blocks.length - 1) need(sheet, measured(sheet, sheet.width, write) + signatureHeight(sheet, letter))
    write(sheet)
  })
  signature(sheet, letter)
  return closeSheet(sheet, letterFurniture(sheet, letter))
}

function letterHead(sheet: Sheet, { practice, sender }: Letter): void {
  const top = sheet.y
  inside(sheet, 'P', (owner) => draw(sheet, owner, linesAt(sheet, wrap(sheet.faces, practice.name, name, mm(90)), name, sheet.left, top)))
  const names = wrap(sheet.faces, practice.name, name, mm(90)).length
  inside(sheet, 'P', (owner) => draw(sheet, owner, linesAt(sheet, wrap(sheet.faces, `ODS code ${practice.ods}`, quiet(small), mm(90)), quiet(small), sheet.left, top + names * name.leading)))
  const right = [sender.address, sender.contact].filter((line) => line !== null).flatMap((line) => wrap(sheet.faces, line, quiet(small), mm(66)))
  if (right.length > 0) inside(sheet, 'P', (owner) => draw(sheet, owner, linesAt(sheet, right, quiet(small), sheet.left, top, 'right', sheet.width)))
  sheet.y = top + Math.max(names * name.leading + small.leading, right.length * small.leading) + mm(3)
  decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, rule, 'ink'))
}

function address(sheet: Sheet, { addressee }: Letter): void {
  paragraph(sheet, addressee.join('\n'), body)
}

function references({ on, ourReference, yourReference, sentBy }: Letter): Fact[] {
  const all: readonly (readonly [string, string | null])[] = [['Date', dateInWords(on)], ['Our reference', ourReference], ['Your reference', yourReference], ['Sent by', sentBy]]
  return all.flatMap(([label, value]) => (value ? [[label, value, small] as const] : []))
}

function writeBlock(sheet: Sheet, block: LetterBlock, before: LetterBlock | undefined): void {
  switch (block.kind) {
    case 'heading': {
      const lines = wrap(sheet.faces, block.text, strong, sheet.width)
      need(sheet, mm(3) + (lines.length + 2) * strong.leading)
      space(sheet, mm(3))
      inside(sheet, 'H2', (owner) => flow(sheet, owner, lines, strong))
      sheet.y += mm(0.6)
      return
    }
    case 'paragraph':
      if (before?.kind !== 'heading') space(sheet, before?.kind === 'dates' ? mm(3) : mm(2))
      return paragraph(sheet, block.text, body)
    case 'list':
      if (before?.kind !== 'heading') space(sheet, mm(1.5))
      return numberedList(sheet, block.items, body, mm(0.5))
    case 'dates': return datesTable(sheet, block.rows)
  }
}

function datesTable(sheet: Sheet, rows: Extract<LetterBlock, { kind: 'dates' }>['rows']): void {
  const style: TextStyle = { ...styles.body, leading: 12 }
  space(sheet, mm(1))
  decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, hairline, 'hair'))
  table(sheet, [{ head: 'Step', width: mm(40), namesRow: true }, { head: 'Date', width: mm(37) }, { head: 'How it is reckoned' }],
    rows.map(({ label, date, note }) => ({ cells: [label, { text: dateInWords(date), style: { ...style, face: 'bold' } }, { text: note, style: quiet(style) }] })), { headed: false, style })
}

function beneathTheName({ copies, enclosures }: Letter): string[] {
  return [
    ...(copies.length > 0 ? [`${copies.length === 1 ? 'Copy' : 'Copies'}: ${copies.join('; ')}`] : []),
    ...(enclosures.length > 0 ? [`Enclosed: ${enclosures.join('; ')}`] : []),
  ]
}

function signatureHeight(sheet: Sheet, letter: Letter): number {
  const after = beneathTheName(letter).reduce((sum, text) => sum + wrap(sheet.faces, text, body, sheet.width).length * body.leading, 0)
  const signed = wrap(sheet.faces, `${letter.signedBy.name}, ${letter.signedBy.capacity}`, strong, sheet.width).length
  return mm(3.5) + body.leading + mm(12.2) + signed * body.leading + after
}

/** Room to sign above the name, all of it on one page with the closing words. */
function signature(sheet: Sheet, letter: Letter): void {
  const { closing, signedBy } = letter
  need(sheet, signatureHeight(sheet, letter))
  space(sheet, mm(3.5))
  paragraph(sheet, closing, body)
  sheet.y += mm(11)
  decorate(sheet, ruleLine(sheet.left, sheet.y, mm(62), hairline, 'ink'))
  sheet.y += mm(1.2)
  paragraph(sheet, [{ text: signedBy.name, face: 'bold' }, { text: signedBy.capacity ? `, ${signedBy.capacity}` : '' }], body)
  for (const text of beneathTheName(letter)) paragraph(sheet, text, quiet(body))
}

import { effectWords } from '../../../shared/domain/words/event-values.ts'
import { bookmark, heading, numberedList, paragraph, tintBox } from '../page/blocks.ts'
import { hairline, mm, styles, type TextStyle } from '../page/measures.ts'
import { grouped } from '../page/numbers.ts'
import { rectangle, ruleLine, stroke } from '../page/shapes.ts'
import { decorate, draw, inside, linesAt, need, space, type Sheet } from '../page/sheet.ts'
import { wrap } from '../page/typeset.ts'
import type { SigningPages } from './signing-pages.ts'

const code: TextStyle = { ...styles.hash, size: 20, leading: 26 }
const choices = [
  ['Agree', 'Carry it out as written.'], ['Disagree', 'Do not. Say why below; it is printed in full.'], ['Stand aside', 'Neither, and others may go ahead.'],
] as const
const box = mm(6)
const lines = 5
const lineGap = mm(9)

/** The page that is signed: what it is about, what changes in practice, and room for one partner's answer. */
export function answerPage(sheet: Sheet, { statement, hash, register }: SigningPages, name: string): void {
  bookmark(sheet, `Answer of ${name}`)
  paragraph(sheet, `Statement ${statement.decision.ref}, ${statement.practice.name} (${statement.practice.ods})`, styles.quiet)
  heading(sheet, 'H1', `Answer of ${name}`, 'subject')
  tintBox(sheet, (within) => {
    paragraph(within, 'Code of this text', styles.quiet)
    paragraph(within, grouped(hash.slice(0, 16)), code)
    paragraph(within, [{ text: 'Statement in full: ', colour: 'quiet' }, { text: grouped(hash), face: 'mono' }], { ...styles.small, leading: 11.5 })
    paragraph(within, [{ text: 'Register: ', colour: 'quiet' }, { text: register, face: 'mono' }], { ...styles.small, leading: 11.5 })
  })
  heading(sheet, 'H2', statement.title, 'section')
  paragraph(sheet, statement.summary)
  if (statement.whatChanges.length > 0) {
    heading(sheet, 'H3', 'What changes in practice', 'minor')
    numberedList(sheet, statement.whatChanges, styles.body, mm(0.5))
  }
  heading(sheet, 'H3', 'What it does', 'minor')
  for (const [part, label] of Object.entries(effectWords)) {
    const text = statement.effects[part as keyof typeof statement.effects]
    if (text !== '') paragraph(sheet, [{ text: `${label}: `, colour: 'quiet' }, { text }])
  }
  answerBlock(sheet, name)
}

/** Boxes, lines and signature stand together: half of them on another page could be signed without the other. */
function answerBlock(sheet: Sheet, name: string): void {
  need(sheet, mm(118))
  heading(sheet, 'H2', 'Your answer', 'section')
  paragraph(sheet, 'Put a cross in one box.', styles.quiet)
  space(sheet, mm(2))
  for (const [label, hint] of choices) choice(sheet, label, hint)
  space(sheet, mm(2))
  paragraph(sheet, 'Comment. Who disagrees has to say why.', styles.strong)
  for (let line = 0; line < lines; line += 1) {
    sheet.y += lineGap
    decorate(sheet, ruleLine(sheet.left, sheet.y, sheet.width, hairline, 'quiet'))
  }
  sheet.y += mm(7)
  signatureLine(sheet, name)
  space(sheet, mm(4))
  paragraph(sheet, 'Give the signed page back to the practice. Somebody else scans it, records your answer and types the code from the page. Your answer stays for good, as if you had signed at the computer.', styles.small)
}

function choice(sheet: Sheet, label: string, hint: string): void {
  const top = sheet.y
  decorate(sheet, `${stroke('ink', 1)}${rectangle(sheet.left, top, box, box)}S\n`)
  const style: TextStyle = { ...styles.body, size: 11, leading: box }
  const text = wrap(sheet.faces, [{ text: label, face: 'bold' }, { text: `   ${hint}`, colour: 'quiet' }], style, sheet.width - box - mm(4))
  inside(sheet, 'P', (owner) => draw(sheet, owner, linesAt(sheet, text, style, sheet.left + box + mm(4), top)))
  sheet.y = top + box + mm(2.4)
}

/** Name, day and signature, each over the line that is written on. */
function signatureLine(sheet: Sheet, name: string): void {
  const gap = mm(6)
  const widths = [mm(48), mm(34), sheet.width - mm(48) - mm(34) - 2 * gap]
  const top = sheet.y + mm(6)
  let left = sheet.left
  for (const [index, label] of ['Name', 'Day signed', 'Signature'].entries()) {
    const width = widths[index] ?? 0
    if (index === 0) inside(sheet, 'P', (owner) => draw(sheet, owner, linesAt(sheet, wrap(sheet.faces, name, styles.strong, width).slice(0, 1), styles.strong, left, top - styles.strong.leading)))
    decorate(sheet, ruleLine(left, top, width, hairline, 'ink'))
    inside(sheet, 'P', (owner) => draw(sheet, owner, linesAt(sheet, wrap(sheet.faces, label, styles.small, width), styles.small, left, top + mm(0.8))))
    left += width + gap
  }
  sheet.y = top + mm(0.8) + styles.small.leading
}

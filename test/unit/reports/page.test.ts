import { describe, expect, it } from 'vitest'
import { faceNames, mm, styles } from '../../../src/main/reports/page/measures.ts'
import { wordIn } from '../../../src/main/reports/page/faces.ts'
import { pageFurniture } from '../../../src/main/reports/page/furniture.ts'
import { heading, numberedList, paragraph, sideBySide, tintBox } from '../../../src/main/reports/page/blocks.ts'
import { counted, countOf, grouped } from '../../../src/main/reports/page/numbers.ts'
import { closeSheet, openSheet, type Sheet } from '../../../src/main/reports/page/sheet.ts'
import { table } from '../../../src/main/reports/page/table.ts'
import { dayInFull, instantInWords, shortInstant } from '../../../src/main/reports/page/times.ts'
import { wrap } from '../../../src/main/reports/page/typeset.ts'
import { readPdf, rolesOf, squeezed } from './read-pdf.ts'

const titles = { title: 'A page', author: 'Demo Surgery', subject: 'Trial', madeAt: new Date('2026-12-01T09:00:00Z'), producer: 'Test' }
async function made(write: (sheet: Sheet) => void) {
  const sheet = openSheet(titles)
  write(sheet)
  return readPdf(closeSheet(sheet, pageFurniture(sheet, {
    practice: 'Demo Surgery', ods: 'A99999', running: 'Running head', runningOnCover: 'Confidential', head: { seq: 1, hash: 'a'.repeat(64) },
    confidentiality: 'Confidential.', noPatientData: 'No patient data.',
  })))
}
const textOf = (lines: ReturnType<typeof wrap>): string[] => lines.map(({ atoms }) => `${atoms.length} in ${atoms.filter((atom) => atom.spaceBefore).length} gaps`)

describe('setting text', () => {
  const { faces } = openSheet(titles)

  it('breaks lines at spaces, and keeps every line within its width', () => {
    const lines = wrap(faces, 'The quick brown fox jumps over the lazy dog. '.repeat(20), styles.body, 120)
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.every(({ width }) => width <= 120.01)).toBe(true)
    expect(lines.reduce((sum, { atoms }) => sum + atoms.length, 0)).toBe(180)
  })

  it('breaks inside a word only where the word alone is too wide, best after a slash', () => {
    expect(textOf(wrap(faces, 'short', styles.body, 200))).toEqual(['1 in 0 gaps'])
    const address = wrap(faces, 'https://www.example.org/a-long-way/to-the-end-of-an-address-that-goes-on', styles.body, 120)
    expect(address.length).toBeGreaterThan(2)
    expect(address.every(({ width }) => width <= 120.01)).toBe(true)
    expect(wrap(faces, 'W'.repeat(100), styles.body, 50).every(({ width }) => width <= 50.01)).toBe(true)
    expect(wrap(faces, 'WWW', styles.body, 1)).toHaveLength(3)
  })

  it('keeps line ends and empty text', () => {
    expect(wrap(faces, 'one\n\ntwo\r\nthree', styles.body, 300)).toHaveLength(4)
    expect(wrap(faces, '', styles.body, 300)).toHaveLength(1)
  })

  it('measures as wide as it sets, in every face', () => {
    for (const name of faceNames) {
      const word = wordIn(faces, name, 'Quorum')
      expect(word.width).toBeGreaterThan(2000)
      expect(wordIn(faces, name, 'Quorum')).toBe(word)
    }
  })
})

describe('numbers and times on paper', () => {
  it('are written in one way whatever the computer is set to', () => {
    expect([0, 999, 1318, 1234567].map(counted)).toEqual(['0', '999', '1,318', '1,234,567'])
    expect([countOf(1, 'entry', 'entries'), countOf(0, 'entry', 'entries'), countOf(2000, 'entry', 'entries')]).toEqual(['1 entry', '0 entries', '2,000 entries'])
    expect(grouped('c8ccb9ff1362')).toBe('c8cc b9ff 1362')
    expect(instantInWords('2026-11-30T16:48:59.999Z')).toBe('30 November 2026, 16:48 UTC')
    expect(shortInstant('2026-11-03T09:05:00.000Z')).toBe('3 Nov 2026, 09:05')
    expect(dayInFull('2026-11-24T23:59:59.000Z')).toBe('Tuesday 24 November 2026')
  })
})

describe('tables', () => {
  it('repeat their head on every page for the eye, and read it out once', async () => {
    const read = await made((sheet) => table(sheet, [{ head: 'Number', width: 60, namesRow: true }, { head: 'Matter' }], Array.from({ length: 200 }, (_, index) => ({ cells: [`row${index}`, 'What it is about'] }))))
    expect(read.pages.length).toBeGreaterThan(3)
    for (const page of read.pages) expect(page).toContain('Matter')
    expect(read.body.match(/Matter/g)).toHaveLength(1)
    expect(read.body.match(/row\d+/g)).toEqual(Array.from({ length: 200 }, (_, index) => `row${index}`))
  })

  it('keep a row whole where it fits on a page', async () => {
    const read = await made((sheet) => table(sheet, [{ head: 'Number', width: 60 }, { head: 'Matter', width: 90 }], Array.from({ length: 60 }, (_, index) => ({ cells: [`row${index}`, `first${index} ${'and so on '.repeat(index % 12)}last${index}`] }))))
    for (let index = 0; index < 60; index += 1) {
      const on = read.bodies.findIndex((page) => squeezed(page).includes(`first${index}`))
      expect(squeezed(read.bodies[on] ?? ''), `row ${index}`).toContain(`last${index}`)
    }
  })

  it('let a row that is longer than a page go on, every line once, with its name again for the eye', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `w${index}`)
    const read = await made((sheet) => table(sheet, [{ head: 'Number', width: 60 }, { head: 'Matter' }], [
      { cells: ['before', 'short'] }, { cells: ['endless', ''], beneath: { from: 1, passages: [{ text: words.join(' ') }] } }, { cells: ['after', 'short'] },
    ]))
    expect(read.pages.length).toBeGreaterThan(3)
    expect(read.body.match(/w\d+/g)).toEqual(words)
    expect(read.body.match(/endless/g)).toHaveLength(1)
    const through = read.pages.filter((page) => page.includes('endless'))
    expect(through.length).toBe(read.pages.length)
  })

  it('never leave their head alone at the foot of a page', async () => {
    for (let above = 44; above < 50; above += 1) {
      const read = await made((sheet) => {
        for (let line = 0; line < above; line += 1) paragraph(sheet, 'A line')
        table(sheet, [{ head: 'HeadOfIt' }], [{ cells: ['first line\nsecond line\nthird line'] }])
      })
      expect(read.pages.findIndex((page) => page.includes('HeadOfIt')), String(above)).toBe(read.pages.findIndex((page) => page.includes('first line')))
    }
  })
})

describe('blocks', () => {
  it('keep a heading with what follows it', async () => {
    for (let above = 45; above < 51; above += 1) {
      const read = await made((sheet) => {
        for (let line = 0; line < above; line += 1) paragraph(sheet, 'A line')
        heading(sheet, 'H2', 'TheHeading', 'section')
        paragraph(sheet, 'TheText that follows')
      })
      expect(read.pages.findIndex((page) => page.includes('TheHeading')), String(above)).toBe(read.pages.findIndex((page) => page.includes('TheText')))
    }
  })

  it('stand beside each other, or one under the other where they are long, and lose nothing', async () => {
    const long = Array.from({ length: 1500 }, (_, index) => `long${index}`)
    const read = await made((sheet) => {
      sideBySide(sheet, [(column) => paragraph(column, 'left one'), (column) => paragraph(column, 'right one')])
      sideBySide(sheet, [(column) => paragraph(column, long.join(' ')), (column) => paragraph(column, 'right two')])
      tintBox(sheet, (box) => paragraph(box, 'in the box'))
      numberedList(sheet, ['alpha', 'beta'])
    })
    expect(read.body.match(/long\d+/g)).toEqual(long)
    for (const text of ['left one', 'right one', 'right two', 'in the box', '1.', 'alpha', '2.', 'beta']) expect(read.body).toContain(text)
  })

  it('are tagged with what they are', async () => {
    const read = await made((sheet) => {
      heading(sheet, 'H1', 'Title', 'subject')
      paragraph(sheet, [{ glyph: 'class-mixed' }, { text: 'Mixed', face: 'bold' }, { text: ' in one line', colour: 'quiet' }])
      table(sheet, [{ head: 'A', namesRow: true, width: mm(20) }, { head: 'B' }], [{ cells: ['x', 'y'] }])
    })
    const [tree] = read.trees
    expect(tree && rolesOf(tree)).toEqual(['Root', 'Document', 'H1', 'P', 'Table', 'THead', 'TR', 'TH', 'TH', 'TBody', 'TR', 'TH', 'TD'])
    expect(read.body).toContain('Mixed in one line')
  })
})

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/main/exchange/document-text.ts'
import { Refused } from '../../../src/shared/contract/refused.ts'
import { docxOf, pdfOf, withPassword } from '../../fixtures/documents.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'
import { secondaryAgreement } from '../../fixtures/forms.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'

const put = (name: string, bytes: Uint8Array | string): string => {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, bytes)
  return file
}
const sentenceOf = async (file: string): Promise<string> => {
  try {
    await readDocument(file)
  } catch (error) {
    if (error instanceof Refused) {
      expect(error.refusal.code).toBe('could-not-read')
      expect(error.refusal.todo).not.toBe('')
      return error.refusal.happened
    }
    throw error
  }
  throw new Error('It was read')
}

const parties = 'This agreement is made between Demo Surgery and the Demo Integrated Care Board. The parties review it every year.'
const purposes = '3. Purposes\n\n3.1 The data are shared so that clinicians can treat the patient they are seeing.\n\n3.2 The data are also used to plan and commission services for the population.\n\n4. Security\n\nThe parties keep the data safe.'

describe('a PDF', () => {
  it('gives the text of each page, and the hash of the file', async () => {
    const file = put('Agreement.pdf', await pdfOf([parties, purposes]))
    const read = await readDocument(file)
    expect(read).toMatchObject({ fileName: 'Agreement.pdf', kind: 'pdf', scanned: false, note: null, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') })
    expect(read.pages.map(({ number }) => number)).toEqual([1, 2])
    expect(read.pages[0]?.text.replaceAll('\n', ' ')).toBe(parties)
    expect(read.pages[1]?.text).toMatch(/^3\. Purposes\n\n3\.1 The data are shared/)
  })

  it('is known by what is in it and not by its name', async () => {
    expect((await readDocument(put('Agreement.docx', await pdfOf([parties])))).kind).toBe('pdf')
    expect((await readDocument(put('Agreement.pdf', docxOf([parties])))).kind).toBe('docx')
  })

  it('says which page is a picture, and when all are', async () => {
    const mixed = await readDocument(put('Mixed.pdf', await pdfOf([parties, null, purposes])))
    expect(mixed).toMatchObject({ scanned: false, note: 'Page 2 is a picture: its text cannot be read here.' })
    expect(mixed.pages.map(({ picture }) => picture)).toEqual([false, true, false])
    expect(await readDocument(put('Scan.pdf', await pdfOf([null, null])))).toMatchObject({ scanned: true, note: expect.stringMatching(/^Every page of this file is a picture: its text cannot be read here\./) })
    expect(await readDocument(put('Blank.pdf', await pdfOf([''])))).toMatchObject({ scanned: true, note: expect.stringMatching(/^There is no text in this file that can be read/) })
    expect((await readDocument(put('Gaps.pdf', await pdfOf([parties, '', null, null, ''])))).note).toBe('Pages 3 and 4 are pictures: their text cannot be read here. Pages 2 and 5 hold no text that can be read.')
  })

  it('with a password is refused, and so is a damaged one', async () => {
    const whole = await pdfOf([parties])
    expect(await sentenceOf(put('Locked.pdf', withPassword(whole)))).toBe('Locked.pdf has a password, so its text cannot be read.')
    expect(await sentenceOf(put('Half.pdf', whole.subarray(0, 300)))).toContain('Half.pdf is damaged')
    expect(await sentenceOf(put('Fake.pdf', '%PDF-1.7\nnothing of the sort'))).toContain('Fake.pdf is damaged')
  })
})

describe('a Word file', () => {
  it('gives its paragraphs, and says what is not part of them', async () => {
    const read = await readDocument(put('Agreement.docx', docxOf(['Purpose', 'To treat patients & their families.'])))
    expect(read).toMatchObject({ kind: 'docx', scanned: false, pages: [{ number: 1, text: 'Purpose\n\nTo treat patients & their families.', picture: false }] })
    expect(read.note).toContain('A Word file has no fixed pages')
  })

  it('is read past pictures, and cut where it is too long', async () => {
    expect((await readDocument(put('Pictures.docx', docxOf([parties], { 'word/media/image1.png': new Uint8Array(1000) })))).pages[0]?.text).toBe(parties)
    const long = await readDocument(put('Long.docx', docxOf(Array.from({ length: 10_000 }, (_, index) => `${index} ${'a word '.repeat(150)}`))))
    expect(long.pages[0]?.text).toHaveLength(400_000)
    expect(long.note).toContain('only its first 400,000 characters are shown')
  }, 60_000)

  it('that is damaged, or old, or locked, is refused', async () => {
    const whole = docxOf([parties])
    expect(await sentenceOf(put('Half.docx', whole.subarray(0, 200)))).toContain('Half.docx is damaged')
    expect(await sentenceOf(put('NoXml.docx', docxOf([], { 'word/document.xml': new Uint8Array([60, 60, 60]) })))).toContain('NoXml.docx is damaged')
    expect(await sentenceOf(put('Old.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])))).toContain('an old Word file, or one that is locked')
    expect(await sentenceOf(put('Large.docx', docxOf([], { 'word/document.xml': new Uint8Array(65 * 1024 * 1024) })))).toContain('more text than an agreement can have')
  })
})

it('that is something else, empty, too large or gone is refused in words', async () => {
  expect(await sentenceOf(put('Notes.pdf', 'Just text'))).toBe('Notes.pdf is neither a PDF nor a Word file, whatever its name says.')
  expect(await sentenceOf(put('Sheet.docx', docxOf([]).map((byte, index) => (index < 4 ? byte : 0))))).toContain('Sheet.docx is damaged')
  expect(await sentenceOf(put('Empty.pdf', ''))).toBe('Empty.pdf is empty.')
  expect(await sentenceOf(put('Huge.pdf', Buffer.alloc(25 * 1024 * 1024 + 1)))).toBe('Huge.pdf is larger than 25 MB.')
  expect(await sentenceOf(path.join(tempFolder(), 'gone.pdf'))).toBe('gone.pdf could not be opened.')
})

describe('a clause from a file', () => {
  let office: TestOffice
  beforeEach(async () => { office = await openOffice() })
  afterEach(() => office.close())

  it('is shown with the part most like a purpose clause, and keeps nothing', async () => {
    const before = (await office.events()).length
    office.dialogs.push(put('Agreement.pdf', await pdfOf([parties, purposes])))
    const read = await office.call('clause.from-file', {})
    expect(read?.pages.map((page) => page.purposes > 0)).toEqual([false, true])
    const { page, start, end } = read?.likely ?? { page: 0, start: 0, end: 0 }
    expect(page).toBe(2)
    const text = read?.pages[1]?.text.slice(start, end) ?? ''
    expect(text).toMatch(/^3\.1 The data are shared/)
    expect(text).toMatch(/for the population\.$/)
    expect((await office.events()).length).toBe(before)
    expect(await office.call('clause.from-file', {})).toBeNull()
  })

  it('is kept with the file’s name, page and hash, and refused where it holds an NHS number', async () => {
    const place = { document: 'Agreement.pdf', page: 2, clause: null, sha256: 'a'.repeat(64) }
    const { id } = await office.call('entry.add', secondaryAgreement({ clause: { text: 'The data are shared to plan.', place, ruleSet: null }, purposes: [] }))
    expect((await office.call('entry.get', { id })).entry.clauses[0]?.place).toEqual(place)
    expect(await office.differing()).toEqual([])
    expect((await office.refused('entry.add', secondaryAgreement({ clause: { text: 'About 943 476 5919.', place, ruleSet: null }, purposes: [] }))).code).toBe('nhs-number')
  })
})

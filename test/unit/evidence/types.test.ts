import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readEvidence } from '../../../src/main/exchange/evidence-file.ts'
import { Refused } from '../../../src/shared/contract/refused.ts'
import { largestEvidence } from '../../../src/shared/domain/evidence.ts'
import { fileWith, smallPdf } from '../../fixtures/evidence.ts'
import { compoundOf } from '../../fixtures/compound.ts'
import { docxOf } from '../../fixtures/documents.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'

const refusal = async (file: string): Promise<Refused['refusal']> => {
  const error: unknown = await readEvidence(file).then(() => null, (thrown: unknown) => thrown)
  if (!(error instanceof Refused)) throw new Error('It was taken')
  return error.refusal
}
const office = 'application/vnd.openxmlformats-officedocument.'
const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from([...numbers, ...Array.from({ length: 600 }, () => 0)])
const contentTypes = (part: string, type: string): Record<string, Uint8Array> => ({ '[Content_Types].xml': strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/${type}.main+xml"/></Types>`) })
const ooxml = (part: string, type: string, more: Record<string, Uint8Array> = {}) => zipSync({ ...contentTypes(part, type), [part]: strToU8('<x/>'), ...more }, { level: 0 })
const odf = (type: string, more: Record<string, Uint8Array> = {}) => zipSync({ mimetype: strToU8(`application/vnd.oasis.opendocument.${type}`), 'content.xml': strToU8('<x/>'), ...more }, { level: 0 })
const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54)
const mail = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: The DPIA\r\nDate: Mon, 2 Nov 2026 09:00:00 +0000\r\n\r\nIt is attached.\r\n'

describe('a file is taken by its content', () => {
  it.each([
    ['a PDF', 'a.pdf', smallPdf(), 'application/pdf'],
    ['a PDF with another name', 'a.docx', smallPdf(), 'application/pdf'],
    ['a PNG', 'a.png', png, 'image/png'],
    ['a JPEG', 'a.jpg', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0), 'image/jpeg'],
    ['a TIFF', 'a.tif', bytes(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0), 'image/tiff'],
    ['a Word file', 'a.docx', docxOf(['An agreement']), `${office}wordprocessingml.document`],
    ['an Excel file', 'a.xlsx', ooxml('xl/workbook.xml', 'vnd.openxmlformats-officedocument.spreadsheetml.sheet'), `${office}spreadsheetml.sheet`],
    ['a PowerPoint file', 'a.pptx', ooxml('ppt/presentation.xml', 'vnd.openxmlformats-officedocument.presentationml.presentation'), `${office}presentationml.presentation`],
    ['an OpenDocument text', 'a.odt', odf('text'), 'application/vnd.oasis.opendocument.text'],
    ['an OpenDocument sheet', 'a.ods', odf('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['an e-mail', 'a.eml', strToU8(mail), 'message/rfc822'],
    ['an Outlook message', 'a.msg', compoundOf(['Root Entry', '__properties_version1.0', '__substg1.0_0037001F']), 'application/vnd.ms-outlook'],
    ['a text', 'a.txt', strToU8('Told on the telephone on 2 November – “no objection”.'), 'text/plain'],
    ['a text in Windows-1252', 'a.txt', Uint8Array.from([0x93, 0x6e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0xa3, 0x35]), 'text/plain'],
    ['a table', 'a.csv', strToU8('\ufeffDay,Messages\r\n2026-11-02,12\r\n'), 'text/csv'],
  ])('%s', async (_, name, content, mediaType) => {
    expect(await readEvidence(fileWith(content, name))).toMatchObject({ fileName: name, mediaType, bytes: content.byteLength, locked: false })
  })

  it.each([
    ['a PDF', 'a.pdf', Buffer.from(Buffer.from(smallPdf()).toString().replace('/Root', '/Encrypt 2 0 R /Root'))],
    ['a Word file', 'a.docx', compoundOf(['Root Entry', 'EncryptedPackage', 'EncryptionInfo'])],
    ['an OpenDocument text', 'a.odt', odf('text', { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') })],
  ])('%s with a password is taken and noted', async (_, name, content) => {
    expect(await readEvidence(fileWith(content, name))).toMatchObject({ locked: true })
  })

  it('up to 25 MB and not a byte more', async () => {
    const file = fileWith(smallPdf(), 'large.pdf')
    truncateSync(file, largestEvidence)
    expect((await readEvidence(file)).bytes).toBe(25 * 1024 * 1024)
    truncateSync(file, largestEvidence + 1)
    expect((await refusal(file)).happened).toBe('large.pdf is larger than 25 MB.')
  })
})

const program = 'is a program, whatever its name says.'
const parcel = 'is a package of several files. What is in it cannot be seen from outside.'
const script = 'is a web page or a script, which acts when it is opened.'
const macros = 'holds macros: small programs that run when it is opened.'
const unnamed = 'is a text whose name does not end in .txt or .csv. It could be a script.'

describe('a file is turned away', () => {
  it.each([
    ['a Windows program', 'letter.pdf', bytes(0x4d, 0x5a, 0x90, 0), program],
    ['a Linux program', 'letter.pdf', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), program],
    ['a macOS program', 'letter.pdf', bytes(0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1), program],
    ['a shortcut', 'letter.pdf', bytes(0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46), program],
    ['a package', 'letters.zip', zipSync({ 'letter.txt': strToU8('Dear') }), parcel],
    ['a package named as Word', 'letters.docx', zipSync({ 'letter.exe': strToU8('MZ') }), parcel],
    ['a 7z package', 'letters.7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), parcel],
    ['a gzip package', 'letters.gz', bytes(0x1f, 0x8b, 8, 0), parcel],
    ['a Word file with macros', 'a.docm', ooxml('word/document.xml', 'vnd.ms-word.document.macroEnabled'), macros],
    ['macros under the name and type of a plain Word file', 'a.docx', docxOf(['Dear'], { 'word/vbaProject.bin': strToU8('x') }), macros],
    ['an OpenDocument text with macros', 'a.odt', odf('text', { 'Basic/Standard/Module1.xml': strToU8('x') }), macros],
    ['an old Word file', 'a.doc', compoundOf(['Root Entry', 'WordDocument']), 'is an old office file (.doc, .xls or .ppt), which may hold macros.'],
    ['an installer', 'a.msi', compoundOf(['Root Entry', 'Something']), 'is a file that programs keep for themselves, which is not taken.'],
    ['a web page', 'a.txt', strToU8('  <!DOCTYPE html><p>Dear</p>'), script],
    ['a web page by another name', 'a.eml', strToU8('<html><body>Dear</body></html>'), script],
    ['a drawing that can hold a script', 'a.txt', strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'), script],
    ['a shell script', 'a.txt', strToU8('#!/bin/sh\necho Dear\n'), /program|script/],
    ['a batch file', 'a.bat', strToU8('@echo off\r\ndel *.*\r\n'), unnamed],
    ['a PowerShell script', 'a.ps1', strToU8('Remove-Item x'), unnamed],
    ['a video', 'a.mp4', bytes(0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d), 'is a file of the type mp4, which is not taken.'],
    ['rich text', 'a.rtf', strToU8('{\\rtf1 Dear}'), 'is a file of the type rtf, which is not taken.'],
    ['bytes that are nothing', 'a.txt', bytes(1, 2, 3), 'is a file of an unknown type.'],
    ['an empty file', 'a.pdf', new Uint8Array(), 'is empty.'],
  ])('%s', async (_, name, content, why) => {
    const { code, happened, safe } = await refusal(fileWith(content, name))
    expect([code, safe]).toEqual(['could-not-read', 'Nothing was attached.'])
    if (typeof why === 'string') expect(happened).toBe(`${name} ${why}`)
    else expect(happened).toMatch(why)
  })

  it('that is a folder, a link, or not there', async () => {
    const folder = tempFolder()
    mkdirSync(path.join(folder, 'letters.pdf'))
    symlinkSync(fileWith(smallPdf(), 'a.pdf'), path.join(folder, 'link.pdf'))
    expect((await refusal(path.join(folder, 'letters.pdf'))).happened).toBe('letters.pdf is a folder, not a file.')
    expect((await refusal(path.join(folder, 'link.pdf'))).happened).toBe('link.pdf is a link to another place, not a file.')
    expect((await refusal(path.join(folder, 'gone.pdf'))).happened).toBe('gone.pdf could not be opened.')
  })

  it.each([
    ['in its name', 'Letter 943 476 5919.pdf', smallPdf()],
    ['in a table', 'patients.csv', strToU8('Number,Day\n943 476 5919,2026-11-02\n')],
  ])('that has an NHS number %s', async (_, name, content) => {
    const { code, happened } = await refusal(fileWith(content, name))
    expect(code).toBe('nhs-number')
    expect(happened).not.toContain('5919')
  })
})

import { hash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkReport, writeReport } from '../../../src/main/reports/write-report.ts'
import { Refused } from '../../../src/shared/contract/refused.ts'
import { canonical } from '../../../src/shared/trail/canonical.ts'
import { openBook } from './demo-trail.ts'
import { makePdf } from './make-audit-trail.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-write-'))
const book = openBook()
book.addPerson({ id: 'system', name: 'Practice Sharing Register', role: 'system' }, 'Data protection lead', 'data-protection-lead')
const trail = book.trail()
const attachment = { name: 'trail.json', bytes: new TextEncoder().encode(canonical(trail)) }
let pdf: Uint8Array
beforeAll(async () => { pdf = await makePdf(trail) }, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function refusalOf(act: Promise<unknown>) {
  const error: unknown = await act.then(() => null, (reason: unknown) => reason)
  if (!(error instanceof Refused)) throw new Error('It was not refused in words')
  return error.refusal
}

describe('writing a report', () => {
  it('puts the whole file in its place and tells its hash, size and pages', async () => {
    const target = path.join(folder, 'audit-trail.pdf')
    const written = await writeReport(target, pdf, attachment)
    expect(written).toMatchObject({ sha256: hash('sha256', pdf, 'hex'), bytes: pdf.length })
    expect(written.pages).toBeGreaterThan(3)
    expect(Buffer.compare(readFileSync(target), pdf)).toBe(0)
    expect(readdirSync(folder)).toEqual(['audit-trail.pdf'])
  })

  it('keeps the file that was there, and leaves nothing behind, when the new one does not check', async () => {
    const target = path.join(folder, 'audit-trail.pdf')
    writeFileSync(target, 'the old one')
    const other = { name: 'trail.json', bytes: new TextEncoder().encode('{}') }
    const table = Buffer.from(pdf).toString('latin1').lastIndexOf('xref\n0 ')
    const moved = Buffer.from(pdf)
    moved.write('9999999999', table + 40, 'latin1')
    for (const [bytes, wanted] of [[pdf.subarray(0, pdf.length - 10), attachment], [new Uint8Array(), attachment], [pdf, other], [moved, attachment], [Buffer.from('hello'), null]] as const) {
      expect((await refusalOf(writeReport(target, bytes, wanted))).code).toBe('export-failed')
      expect(readFileSync(target, 'utf8')).toBe('the old one')
      expect(readdirSync(folder)).toEqual(['audit-trail.pdf'])
    }
  })

  it('says so in words where the folder is missing or the name is taken by a folder', async () => {
    const missing = await refusalOf(writeReport(path.join(folder, 'nowhere', 'a.pdf'), pdf, attachment))
    expect(missing).toMatchObject({ code: 'export-failed', happened: 'a.pdf cannot be written into that folder.' })
    mkdirSync(path.join(folder, 'taken.pdf'))
    expect((await refusalOf(writeReport(path.join(folder, 'taken.pdf'), pdf, attachment))).code).toBe('export-failed')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('accepts a document that carries nothing but itself', async () => {
    const target = path.join(folder, 'letter.pdf')
    await writeReport(target, pdf, null)
    expect(existsSync(target)).toBe(true)
    expect(checkReport(pdf, null)).toBeGreaterThan(3)
  })
})

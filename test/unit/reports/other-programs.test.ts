import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoStory } from './demo-story.ts'
import { openBook } from './demo-trail.ts'
import { makePdf } from './make-audit-trail.ts'
import { hasTool } from './outside-tools.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-programs-'))
const file = path.join(folder, 'audit-trail.pdf')
const run = (tool: string, ...options: string[]): string => execFileSync(tool, options, { encoding: 'utf8' })
beforeAll(async () => writeFileSync(file, await makePdf(demoStory().trail())), 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.runIf(hasTool('qpdf'))('qpdf', () => {
  it('finds no error of syntax or packing', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  })
})

describe.runIf(hasTool('pdffonts'))('poppler', () => {
  it('sees every font embedded, in part, and with its letters named', () => {
    const [, , ...fonts] = run('pdffonts', file).trim().split('\n')
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of fonts) expect(font).toMatch(/\+(LiberationSans|LiberationSans-Bold|LiberationMono|DejaVuSans)\s+CID TrueType\s+Identity-H\s+yes yes yes/)
  })

  it('reads the tags as a reader for the blind would', async () => {
    // A small register: poppler searches every page anew for each tag.
    const book = openBook()
    const lead = book.addPerson({ id: 'system', name: 'Practice Sharing Register', role: 'system' }, 'Data protection lead', 'data-protection-lead')
    book.addEntry(lead, 'sharing-agreement', 'Local shared care record', 'signed')
    writeFileSync(`${file}.small.pdf`, await makePdf(book.trail()))
    const tree = run('pdfinfo', '-struct-text', `${file}.small.pdf`)
    expect(tree).toMatch(/H1 \(block\)\s+"Audit trail "/)
    expect(tree).toMatch(/TH[^\n]*\n[^"]*"DSA-0001 "/)
    expect(tree).toContain('"Local shared care record "')
  })

  it('finds the attachment by its name', () => {
    expect(run('pdfdetach', '-list', file)).toContain('trail.json')
  })
})

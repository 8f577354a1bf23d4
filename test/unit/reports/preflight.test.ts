import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { preflightArgs, preflightPackages } from '../../ensure-packages.ts'
import type { TrailJson } from '../../../src/shared/trail/trail-json.ts'
import { openBook } from './demo-trail.ts'
import { documentsOfTheDemo } from './every-document.ts'
import { makePdf } from './make-audit-trail.ts'

/**
 * PDFBox knows the rules of PDF/A-1b only. That form is made of the very same pages: only the name the file gives itself
 * is another, and the attachment is left out, which came with PDF/A-3.
 */
vi.mock('pdfkit', async (original) => {
  const { default: PdfKit } = await original<{ default: new (options: object) => object }>()
  return { default: class extends PdfKit {
    constructor(options: object) { super({ ...options, subset: 'PDF/A-1b', pdfVersion: '1.4' }) }
    file() {}
  } }
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-preflight-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Names that need the second font, run from right to left, or stand by their code points. */
function inManyScripts(): TrailJson {
  const book = openBook()
  const lead = book.addPerson({ id: 'system', name: 'Practice Sharing Register', role: 'system' }, 'Łucja Ωmega', 'data-protection-lead')
  book.addEntry(lead, 'sharing-agreement', 'שרה לוי and فاطمة ✓ 王小明', 'signed')
  return book.trail()
}

it('PDFBox finds nothing against PDF/A-1b in any kind of document', async () => {
  const documents = path.join(folder, 'documents')
  mkdirSync(documents)
  const made = [...await documentsOfTheDemo(), ['other-scripts', await makePdf(inManyScripts())] as const]
  for (const [name, bytes] of made) writeFileSync(path.join(documents, `${name}.pdf`), bytes)
  const { stderr, error } = spawnSync('java', [...preflightArgs, 'xml', 'group', documents], { encoding: 'utf8' })
  const answer = `${documents}.preflight.xml`
  // Java or the library missing is a fault of the machine's set-up, and says so; it is never taken for a pass.
  expect(existsSync(answer), `PDFBox could not be run; this test needs the Debian packages ${preflightPackages.join(', ')}. ${error?.message ?? stderr}`).toBe(true)
  const said = readFileSync(answer, 'utf8')
  const found = new Map([...said.matchAll(/<preflight name="(.+?)\.pdf">.*?<isValid type="PDF\/A1-b">(.+?)<\/isValid>(.*?)<\/preflight>/gs)]
    .map(([, name = '', valid, rest = '']) => [name, { valid, details: [...rest.matchAll(/<details>(.*?)<\/details>/gs)].map(([, text]) => text) }]))
  expect(found.size).toBe(made.length)
  for (const [name] of made) expect(found.get(name), name).toEqual({ valid: 'true', details: [] })
}, 120_000)

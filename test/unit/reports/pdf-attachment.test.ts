import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAttachment } from '../../../src/shared/pdf/pdf-attachment.ts'
import { openPdf } from '../../../src/shared/pdf/pdf-objects.ts'
import { Refused } from '../../../src/shared/contract/refused.ts'
import { canonical } from '../../../src/shared/trail/canonical.ts'
import { demoStory } from './demo-story.ts'
import { makePdf } from './make-audit-trail.ts'
import { hasTool } from './outside-tools.ts'

const trail = demoStory().trail()
const text = canonical(trail)
const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-attachment-'))
let pdf: Uint8Array
beforeAll(async () => { pdf = await makePdf(trail) }, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const textOf = (bytes: Uint8Array | null): string | null => (bytes ? Buffer.from(bytes).toString('utf8') : null)
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const replaced = (from: string | RegExp, to: string): Uint8Array => Buffer.from(latin(pdf).replace(from, to), 'latin1')

/** The smallest PDF with one attachment, written out by hand. */
function handMade(name: string, stream: Buffer, filter = '/Filter /FlateDecode'): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Kids [6 0 R] >> >> >>',
    '<< /Type /Pages /Count 0 /Kids [] >>',
    `<< /Type /Filespec /F ${name} /EF << /F 4 0 R >> >>`,
    `<< /Type /EmbeddedFile ${filter} /Length 5 0 R >>\nstream\r\n${stream.toString('latin1')}\nendstream`,
    String(stream.length),
    `<< /Limits [${name} ${name}] /Names [${name} 3 0 R] >> % a comment`,
  ]
  let out = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = out.length
    out += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(`${out}xref\n0 7\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`, 'latin1')
}

describe('taking an attachment out of a PDF', () => {
  it('gives back exactly what was put in', () => {
    expect(textOf(readAttachment(pdf, 'trail.json'))).toBe(text)
    expect(readAttachment(pdf, 'other.json')).toBeNull()
  })

  it('reads names as bytes, as hex and in two-byte letters, and streams packed or not', () => {
    const packed = deflateSync(Buffer.from('hello'))
    expect(textOf(readAttachment(handMade('(trail.json)', packed), 'trail.json'))).toBe('hello')
    expect(textOf(readAttachment(handMade('(tr\\141il\\056json)', packed), 'trail.json'))).toBe('hello')
    expect(textOf(readAttachment(handMade(`<${Buffer.from('trail.json').toString('hex')}>`, packed), 'trail.json'))).toBe('hello')
    expect(textOf(readAttachment(handMade('<FEFF0061002E006A>', packed), 'a.j'))).toBe('hello')
    expect(textOf(readAttachment(handMade('(trail.json)', Buffer.from('as it is'), ''), 'trail.json'))).toBe('as it is')
  })

  it('finds it although the table of the file is damaged, the end is cut off, or something was put before or after it', () => {
    expect(textOf(readAttachment(replaced(/startxref\s+\d+/, 'startxref 7'), 'trail.json'))).toBe(text)
    expect(textOf(readAttachment(pdf.subarray(0, latin(pdf).lastIndexOf('xref\n0 ')), 'trail.json'))).toBe(text)
    expect(textOf(readAttachment(Buffer.concat([pdf, Buffer.from('\n\n')]), 'trail.json'))).toBe(text)
    expect(textOf(readAttachment(Buffer.concat([Buffer.from('mail header\n'), pdf]), 'trail.json'))).toBe(text)
  })

  it('refuses in words an attachment that is damaged or packed in a way it does not know', () => {
    const packed = deflateSync(Buffer.from('hello '.repeat(100)))
    packed.fill(0, 10, 20)
    for (const damaged of [handMade('(trail.json)', packed), handMade('(trail.json)', packed, '/Filter /LZWDecode')]) {
      expect(() => readAttachment(damaged, 'trail.json')).toThrow(Refused)
    }
  })

  it('says that there is none in other files, and never runs away on nonsense', () => {
    const nonsense = ['', '%PDF-1.7', '%PDF-1.7\n1 0 obj << /Type /EmbeddedFile /Length 1 0 R >> stream', `%PDF-1.7\n1 0 obj ${'['.repeat(5000)}`, '%PDF-1.4 xref startxref 9 %%EOF', '1 0 obj (((( 2 0 obj << /A 3 0 R /EF 1 0 R']
    for (const source of nonsense) expect(readAttachment(Buffer.from(source), 'trail.json')).toBeNull()
    const loop = '%PDF-1.7\n1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000030 00000 n \ntrailer << /Root 1 0 R /Prev 51 >>\nstartxref\n51\n%%EOF'
    expect(readAttachment(Buffer.from(loop), 'trail.json')).toBeNull()
  })

  it('reads every object of our own files where the table says it is', () => {
    const file = openPdf(pdf)
    const ids = [...file.ids()]
    expect(ids.length).toBeGreaterThan(1000)
    for (const id of ids) expect(file.resolve({ kind: 'ref', id })).toBeDefined()
  })
})

function savedByAnother(...options: string[]): Uint8Array {
  const [from, to] = [path.join(folder, 'from.pdf'), path.join(folder, 'to.pdf')]
  writeFileSync(from, pdf)
  execFileSync('qpdf', [...options, from, to])
  return readFileSync(to)
}

describe.runIf(hasTool('qpdf'))('copies that another program saved', () => {
  it('still give the trail when objects were packed together, put in another order, or unpacked', () => {
    for (const options of [['--object-streams=generate'], ['--linearize'], ['--stream-data=uncompress', '--object-streams=disable'], ['--recompress-flate', '--object-streams=generate']]) {
      expect(textOf(readAttachment(savedByAnother(...options), 'trail.json')), options.join(' ')).toBe(text)
    }
  })
})

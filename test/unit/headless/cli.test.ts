import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readAttachment } from '../../../src/shared/pdf/pdf-attachment.ts'
import { trailJson } from '../../../src/shared/trail/trail-json.ts'

const cli = path.resolve(import.meta.dirname, '../../../src/main/cli.ts')
const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-cli-'))
const inFolder = (name: string): string => path.join(folder, name)

/** As IT support runs it: another process, its two outputs apart, and the exit code. */
function run(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

function lines(name: string, ...values: readonly unknown[]): string {
  writeFileSync(inFolder(name), values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n'))
  return inFolder(name)
}

const answers = (out: string): Record<string, unknown>[] => out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)

// Each command is a process of its own, and some tests start six of them.
vi.setConfig({ testTimeout: 120_000 })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a command that is called wrongly', () => {
  it.each([
    [[], 2, 'Name a command'],
    [['frobnicate'], 2, 'There is no command frobnicate'],
    [['classify'], 1, 'Usage: classify'],
    [['classify', 'one', 'two'], 1, 'Usage: classify'],
    [['gate', '--unknown-option', 'x'], 1, 'Usage: gate'],
    [['gate', inFolder('not-there.jsonl')], 1, 'could not be read'],
    [['verify'], 3, 'Usage: verify'],
    [['export', inFolder('not-there.psr')], 1, 'Usage: export'],
    [['demo'], 1, 'Usage: demo'],
  ])('%j says what is wrong and ends with %i', (args, code, says) => {
    const result = run(...args)
    expect(result).toMatchObject({ code, out: '' })
    expect(result.err).toContain(says)
  })
})

describe('classify', () => {
  it('answers each line in order, also beside a bad one', () => {
    const file = lines('flows.jsonl',
      { purposeText: 'Doctors who treat the patient in hospital may open the practice record.' },
      'not json',
      { title: 'No purpose text' },
      { purposeText: 'Pseudonymised records are provided to a university for research into heart disease.', kind: 'sharing-agreement' })
    const { code, out, err } = run('classify', file, '--text-only')
    expect(code).toBe(1)
    expect(err).toContain('2 of 4')
    const [care, bad, missing, research] = answers(out)
    expect(care).toMatchObject({ class: 'direct-care', ruleSet: expect.any(String), questions: expect.any(Array) })
    expect(bad).toHaveProperty('error')
    expect(missing).toHaveProperty('error')
    expect(research).toMatchObject({ class: 'secondary-use', purposes: [{ class: 'secondary-use', text: expect.any(String), category: expect.any(String), evidence: expect.any(Array), reason: expect.any(String) }] })
  })

  it('ends with 0 when every line could be read', () => {
    expect(run('classify', lines('good.jsonl', { purposeText: 'Staff refer the patient to the clinic.' })).code).toBe(0)
  })
})

describe('gate', () => {
  const agreement = { kind: 'sharing-agreement', class: 'secondary-use', legalForce: 'voluntary', state: 'active', noticePeriod: 'P3M' }

  it('answers with reasons, requirements, offers and the position on the day', () => {
    const file = lines('gate.jsonl',
      { entry: agreement, verb: 'withdraw', effectiveDate: '2024-09-01' },
      { entry: { kind: 'gp-connect-setting', class: 'direct-care', legalForce: 'core-contract', state: 'active', mechanism: 'update-record' }, verb: 'switch-off', effectiveDate: '2026-09-01' },
      { entry: { ...agreement, class: 'mixed' }, verb: 'withdraw', effectiveDate: '2026-09-01' },
      { entry: agreement, verb: 'fly', effectiveDate: '2026-09-01' })
    const { code, out } = run('gate', file)
    const [open, override, mixed, bad] = answers(out)
    expect(code).toBe(1)
    expect(open).toMatchObject({ answer: 'open', requires: [], position: { code: 'permitted' } })
    expect(override).toMatchObject({ answer: 'needs-override', requires: expect.arrayContaining(['override-reason', 'second-partner', 'clinical-safety-note']), offers: expect.arrayContaining(['keep-with-controls', 'keep-under-protest']) })
    expect(mixed).toMatchObject({ answer: 'not-available', offers: expect.arrayContaining(['restrict', 'split']) })
    expect(bad).toHaveProperty('error')
  })
})

describe('demo, export and verify', () => {
  let demo: ReturnType<typeof run>
  const register = inFolder('demo/demo.psr')
  const pdf = inFolder('demo/audit-trail.pdf')
  beforeAll(() => { demo = run('demo', inFolder('demo')) }, 120_000)

  it('makes a register and its document, and says how to sign in', () => {
    expect(demo.code).toBe(0)
    expect(demo.out).toMatch(/passphrase: .{12,}/)
    expect(existsSync(register)).toBe(true)
    const attached = readAttachment(new Uint8Array(readFileSync(pdf)), 'trail.json')
    const trail = trailJson.parse(JSON.parse(Buffer.from(attached ?? []).toString('utf8')))
    expect(trail.hashes.length).toBe(trail.head.seq)
  })

  it('does not write over a demo that is there', () => {
    expect(run('demo', inFolder('demo'))).toMatchObject({ code: 1, err: expect.stringContaining('already') })
  })

  it('makes a document that other programs find whole, tagged and with its fonts embedded', () => {
    expect(spawnSync('qpdf', ['--check', pdf]).status).toBe(0)
    expect(spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout).toMatch(/Tagged:\s+yes/)
    const fonts = spawnSync('pdffonts', [pdf], { encoding: 'utf8' }).stdout.trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/yes yes yes/)
  })

  it('gives the four verdicts their exit codes', () => {
    expect(run('verify', register, '--against', pdf)).toMatchObject({ code: 0, out: expect.stringContaining('Matches') })
    const json = run('verify', pdf, '--json')
    expect(JSON.parse(json.out)).toMatchObject({ verdict: 'matches' })
    const { checked } = JSON.parse(json.out) as { checked: { head: { seq: number; hash: string } } }
    const head = `${checked.head.seq}:${checked.head.hash.slice(0, 16)}`
    expect(run('verify', register, '--against', head).code).toBe(0)
    expect(run('verify', register, '--against', `${checked.head.seq}:0000000000000000`)).toMatchObject({ code: 1, out: expect.stringContaining('Changed') })
    expect(run('verify', register, '--against', `${checked.head.seq + 1000}:0000000000000000`)).toMatchObject({ code: 2, out: expect.stringContaining('Cut short') })
    expect(run('verify', cli)).toMatchObject({ code: 3, out: expect.stringContaining('Could not check') })
    expect(run('verify', inFolder('not-there.pdf')).code).toBe(3)
  })

  it('exports one entry, and says when there is no such entry', () => {
    const out = inFolder('one.pdf')
    const made = run('export', register, '--report', 'trail', '--entry', 'DSA-0001', '--out', out, '--json')
    expect(made.code).toBe(0)
    expect(JSON.parse(made.out)).toMatchObject({ fileName: 'one.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(run('verify', out).code).toBe(0)
    expect(run('export', register, '--report', 'trail', '--entry', 'DSA-9999', '--out', inFolder('none.pdf'))).toMatchObject({ code: 1, err: expect.stringContaining('DSA-9999') })
    expect(existsSync(inFolder('none.pdf'))).toBe(false)
  })
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { verify } from '../../../src/main/headless/verify.ts'
import { verifyFile } from '../../../src/main/register/verify-file.ts'
import { runThrough, trailJsonSteps } from '../../../src/shared/trail/check-trail.ts'
import { largestFile } from '../../../src/shared/trail/read-document.ts'
import { checkFiles, type Earlier, type NamedFile } from '../../../src/verifier/check-files.ts'
import { inSlices } from '../../../src/verifier/in-slices.ts'
import { pageCrypto } from '../../../src/verifier/page-crypto.ts'
import { readFile } from '../../../src/verifier/read-file.ts'
import { answerText } from '../../../src/verifier/save-answer.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'
import { typedOf } from '../../fixtures/typed-head.ts'
import { pdfCases, vectorCases, vectorFolder, type Case } from '../../fixtures/verifier-cases.ts'

const read = (file: string): NamedFile => ({ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) })

function earlierOf(against: string | null): Earlier | null {
  return typedOf(against) ?? (against === null ? null : read(against))
}
const asked = (one: Pick<Case, 'file' | 'against'>) => runThrough(checkFiles(read(one.file), earlierOf(one.against)))

async function commandLine({ file, against }: Case): Promise<unknown> {
  let said = ''
  await verify([file, '--json', ...(against === null ? [] : ['--against', against])], { out: (text) => { said += text }, err: (text) => { said += text } })
  return JSON.parse(said)
}

/** The three have to give the same answer to the last word: verdict, sentence, findings, counts. */
async function expectAgreed(one: Case): Promise<void> {
  const page = asked(one).file.check.verdict
  expect({ verdict: page.verdict, at: page.at }, page.summary).toEqual({ verdict: one.verdict, at: one.at })
  expect((await verifyFile(one.file, one.against)).verdict).toEqual(page)
  expect(await commandLine(one)).toEqual(page)
}

describe('app, checking page and command line agree', () => {
  it.each(vectorCases())('on $what ($against)', expectAgreed)

  it('on PDFs, whole and damaged', async () => {
    const cases = await pdfCases(tempFolder())
    expect(cases.length).toBeGreaterThan(12)
    for (const one of cases) await expectAgreed(one)
  }, 120_000)
})

describe('a line out of minutes', () => {
  const file = path.join(vectorFolder, 'whole.json')
  it.each([['event 20, ', 'matches'], ['Head 20\n', 'matches'], ['20:', 'matches'], ['event 21, ', 'changed'], ['event 1,293, ', 'cut-short']])('is taken by app and command line: “%s…”', async (number, verdict) => {
    const { hashes } = JSON.parse(readFileSync(file, 'utf8')) as { hashes: string[] }
    const against = number + (hashes[19]?.slice(0, 16).match(/.{4}/g)?.join(' ') ?? '')
    expect((await verifyFile(file, against)).verdict.verdict).toBe(verdict)
    expect(await commandLine({ what: '', file, against, verdict, at: null })).toMatchObject({ verdict })
  })
})

const text = (file: string, against: string | null): string => answerText(asked({ file, against }), '2026-11-24T10:00:00.000Z', '1.0.0')

describe('the answer of the checking page', () => {
  const whole = path.join(vectorFolder, 'whole.json')

  it('tells what was checked, what was not, and who signed what', () => {
    expect(text(whole, null)).toMatch(/^Matches\. 31 events are whole/)
    expect(text(whole, null)).toContain('Each event: 31 of 31 match their hash')
    expect(text(whole, null)).toContain('Whether newer events were cut off')
    expect(text(whole, null)).toContain('Partner B, Disagree')
    expect(text(whole, path.join(vectorFolder, 'cut-tail.json'))).not.toContain('Whether newer events were cut off')
  })

  it('puts what an earlier file says beside what this one says', () => {
    const said = text(path.join(vectorFolder, 'answer-turned.json'), whole)
    expect(said).toMatch(/What differs in event 21\n- Answer: Agree → Disagree\n- Signature check: Valid → Not valid for this text\n- Hash: /)
    expect(said).toContain('Partner A, Disagree, 6 April 2026, 08:21 UTC, event 21, not good')
  })

  it('tells answers on paper from signed ones, counts what was carried out, and says what no computation can check', () => {
    const said = text(path.join(vectorFolder, 'carried-out.json'), null)
    expect(said).toContain('Signatures: 4 of 4 valid')
    expect(said).toContain('Answers on paper: 1 of 1 to the statement that stood')
    expect(said).toContain('Who could decide: 3 of 3 by the policy of the day')
    expect(said).toContain('Carrying out: 2 of 2 checks and closings by the policy of the day')
    expect(said).toContain('1 answer on paper, signed in ink. Whose hand it was cannot be checked by computation')
    expect(said).toContain('3 files of evidence are named by their hashes.')
    expect(text(path.join(vectorFolder, 'step-left-out.json'), null)).toContain('3 files of evidence: this file holds only their hashes')
    expect(said).toMatch(/Partner B, Agree, .* event 38, in ink, not checked here/)
    expect(text(path.join(vectorFolder, 'checked-by-doer.json'), null)).toMatch(/Carrying out: 1 of 2 checks and closings by the policy of the day \(Event \d+\)/)
    expect(text(path.join(vectorFolder, 'page-without-scan.json'), null)).toMatch(/Answers on paper: 0 of 1 .*\n(.*\n)*.*event 38, not good/)
  })

  it('says of a part how much of the register it holds', () => {
    const said = text(path.join(vectorFolder, 'entry.json'), null)
    expect(said).toMatch(/The other \d+ events? of the register: this file holds only their hashes/)
    expect(said).toContain('Whether the answers were enough for each decision')
  })

  it('says of a register file what to do instead', () => {
    const sqlite: NamedFile = { name: 'register.psr', bytes: Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096)]) }
    const { verdict } = runThrough(checkFiles(sqlite, null)).file.check
    expect(verdict).toMatchObject({ verdict: 'could-not-check', summary: expect.stringContaining('register file') })
  })
})

/** Six steps that keep the page busy for a while each. */
function* slow(): Generator<number, string> {
  for (let step = 0; step < 6; step += 1) {
    const until = performance.now() + 25
    while (performance.now() < until) Math.sqrt(step)
    yield step / 6
  }
  return 'done'
}

const chosen = (size: number, arrayBuffer: () => Promise<ArrayBuffer>) => readFile({ name: 'far.pdf', size, arrayBuffer })

describe('a file that the browser does not read', () => {
  it('is the fourth verdict, with the reason', async () => {
    const gone = await chosen(10, () => Promise.reject(new DOMException('gone', 'NotFoundError')))
    const huge = await chosen(largestFile + 1, () => Promise.reject(new Error('It must not be read')))
    for (const [file, why] of [[gone, 'could not read the file'], [huge, 'larger than any']] as const) {
      const answer = runThrough(checkFiles(file, null))
      expect(answer.file.check.verdict).toMatchObject({ verdict: 'could-not-check', summary: expect.stringContaining(why) })
      expect(answerText(answer, '2026-11-24T10:00:00.000Z', '1.0.0')).toContain('File: far.pdf, not read')
    }
  })

  it('cannot be compared with either', async () => {
    const gone = await chosen(10, () => Promise.reject(new DOMException('gone', 'NotFoundError')))
    expect(runThrough(checkFiles(read(path.join(vectorFolder, 'whole.json')), gone)).file.check.verdict).toMatchObject({ verdict: 'could-not-check', summary: expect.stringContaining('far.pdf') })
  })
})

describe('a long check', () => {
  const value: unknown = JSON.parse(readFileSync(path.join(vectorFolder, 'whole.json'), 'utf8'))

  it('tells how far it is, from 0 up, event by event', () => {
    const shares = [...trailJsonSteps(value, pageCrypto)]
    expect(shares).toHaveLength(31)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBeLessThan(1)
  })

  it('lets the page draw in between and stops when it is given up', async () => {
    const told: number[] = []
    expect(await inSlices(slow(), (share) => told.push(share), () => false)).toBe('done')
    expect(told.length).toBeGreaterThan(1)
    expect(await inSlices(slow(), () => {}, () => true)).toBeNull()
  })
})

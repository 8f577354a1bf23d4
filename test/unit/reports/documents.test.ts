import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionRecordPdf } from '../../../src/main/reports/decision-record/decision-record.ts'
import { registerSchedulePdf } from '../../../src/main/reports/schedule/schedule.ts'
import type { EntryRecord } from '../../../src/shared/domain/entry-record.ts'
import type { Statement } from '../../../src/shared/domain/statement.ts'
import { canonical } from '../../../src/shared/trail/canonical.ts'
import { selectEvents } from '../../../src/shared/trail/select-events.ts'
import type { TrailScope } from '../../../src/shared/trail/trail-json.ts'
import { demoStory } from './demo-story.ts'
import { inputOf } from './make-audit-trail.ts'
import { readPdf, rolesOf, squeezed, type ReadPdf } from './read-pdf.ts'
import { textsIn } from './texts-in.ts'

const book = demoStory()
const register = book.register()
const nothing = { ref: null, id: null, from: null, to: null }
const whole: TrailScope = { ...nothing, kind: 'whole' }
function trailOf(scope: TrailScope) {
  const kept = new Set(selectEvents(book.events, scope))
  return book.trail(scope, (event) => kept.has(event))
}
const decisionScope = (ref: string): TrailScope => ({ ...nothing, kind: 'decision', ref, id: [...register.decisions.values()].find((one) => one.ref === ref)?.id ?? null })
const folder = mkdtempSync(path.join(os.tmpdir(), 'psr-documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function seemsRight(made: ReadPdf, scope: TrailScope, name: string) {
  expect(made.body).not.toMatch(/undefined|NaN|\[object|null /)
  expect(made.body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4/)
  expect(Object.keys(made.attachments)).toEqual(['trail.json'])
  expect(Buffer.from(made.attachments['trail.json'] ?? []).toString('utf8')).toBe(canonical(trailOf(scope)))
  expect(made.info['Title']).toContain(`${name}, Demo Surgery (A99999)`)
  for (const page of made.pages) expect(page.replaceAll(/\s+/g, ' ')).toContain('Confidential: practice business. No patient data.')
  const roles = made.trees.flatMap(rolesOf)
  for (const role of ['H1', 'H2', 'P', 'L', 'Table', 'TH', 'TD', 'TOC', 'TOCI', 'Link']) expect(roles).toContain(role)
}

describe('the register schedule', () => {
  let bytes: Uint8Array
  let made: ReadPdf
  beforeAll(async () => {
    bytes = await registerSchedulePdf(inputOf(trailOf(whole)))
    made = await readPdf(bytes)
  }, 60_000)

  it('is a document that stands alone', () => seemsRight(made, whole, 'Register schedule'))

  it('prints every field of every entry, its purposes, its force and its gaps', () => {
    const printed = squeezed(made.body)
    for (const entry of register.entries.values()) {
      const { purposes, clauses: _, tags, ...rest } = entry satisfies EntryRecord
      for (const text of [...textsIn(rest.fields), entry.title, entry.summary, ...tags, entry.force?.reference ?? '', ...purposes.map(({ text }) => text), ...purposes.map(({ proposal }) => proposal?.reason ?? '')]) expect(printed, `${entry.ref} ${text}`).toContain(squeezed(text))
    }
  })

  it('counts by kind, class, force and state', () => {
    const cover = made.bodies[0]?.replaceAll(/\s+/g, ' ') ?? ''
    expect(cover).toContain('By kind Sharing agreement 6 Record setting 1 Medicines tool 1 Declaration 1 In all 9')
    expect(cover).toContain('By state Offered 2 Active 7 In all 9')
    expect(cover).toContain('Voluntary 3')
    expect(made.trees.flatMap(rolesOf)).toContain('Figure')
  })

  it('has a bookmark for each kind, and under it one for each entry', () => {
    const agreements = made.outline?.find(({ title }) => title === 'Sharing agreements')?.items as { title: string }[] | undefined
    expect(agreements?.map(({ title }) => title.slice(0, 8))).toEqual(['DSA-0001', 'DSA-0002', 'DSA-0003', 'DSA-0004', 'DSA-0005', 'DSA-0006'])
  })

  it('is the same bytes for the same register and time', async () => {
    expect(Buffer.compare(await registerSchedulePdf(inputOf(trailOf(whole))), bytes)).toBe(0)
  })

  it('tells a past day as it was then', async () => {
    const then = await readPdf(await registerSchedulePdf(inputOf(trailOf({ ...whole, asAt: '2026-05-31' }))))
    expect(then.pages[0]?.replaceAll(/\s+/g, ' ')).toContain('This is the register as it was at the end of 31 May 2026.')
    expect(then.body).toContain('Research database')
    expect(then.body).not.toContain('all studies')
    expect(then.body).not.toContain('Made 3 November 2026')
  })

  it('has no error of syntax', () => {
    const file = path.join(folder, 'schedule.pdf')
    writeFileSync(file, bytes)
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors found')
  })
})

describe('the decision record', () => {
  const scope = decisionScope('D-0001')
  let bytes: Uint8Array
  let made: ReadPdf
  let text = ''
  beforeAll(async () => {
    bytes = await decisionRecordPdf(inputOf(trailOf(scope)))
    made = await readPdf(bytes)
    text = made.body.replaceAll(/\s+/g, ' ')
  }, 60_000)

  it('is a document that stands alone', () => seemsRight(made, scope, 'Decision record'))

  it('prints every value of the statement, word for word', () => {
    const statement = register.decisions.get(scope.id ?? '')?.statements.at(-1)?.statement
    if (!statement) throw new Error('The story has changed')
    const { format: _, ...said } = statement satisfies Statement
    const printed = squeezed(made.body)
    const texts = textsIn(said)
    expect(texts.length).toBeGreaterThan(40)
    for (const value of texts) expect(printed, value).toContain(squeezed(value))
    expect(printed).toContain(register.decisions.get(scope.id ?? '')?.statements.at(-1)?.hash)
  })

  it('tells who answered, with keys, and what was voided with both values', () => {
    expect(text).toContain('2 of 3 partners in office agreed: Partner A, Partner B.')
    expect(text.match(/Signature valid/g)).toHaveLength(3)
    expect(text).toContain('“Ask again for the DPIA in the letter.”')
    expect(text).toContain('Notice received on 2 December 2026 3 December 2026')
    expect(text).toContain('“The notice date is wrong.”')
    expect(text).toContain('No step is recorded yet.')
    expect(squeezed(text)).toContain(register.decisions.get(scope.id ?? '')?.statements[0]?.statement.evidence[0]?.sha256)
  })

  it('prints dissent by itself, and says that a refused decision is not carried out', async () => {
    const refused = (await readPdf(await decisionRecordPdf(inputOf(trailOf(decisionScope('D-0002')))))).body.replaceAll(/\s+/g, ' ')
    expect(refused).toContain('Partner B disagreed: “We should ask first.”')
    expect(refused).toContain('Not made on 3 November 2026.')
    expect(refused).toContain('There is nothing to carry out: the decision was not made.')
  })

  it('tells a draft and a cancelled decision too', async () => {
    const draft = (await readPdf(await decisionRecordPdf(inputOf(trailOf(decisionScope('D-0004')))))).body
    expect(draft).toContain('It puts savings before care.')
    expect(draft).toContain('The draft, which is not fixed')
    const dropped = (await readPdf(await decisionRecordPdf(inputOf(trailOf(decisionScope('D-0005')))))).body
    expect(dropped).toContain('Drawn up twice by mistake.')
  })

  it('is the same bytes twice, and has no error of syntax', async () => {
    expect(Buffer.compare(await decisionRecordPdf(inputOf(trailOf(scope))), bytes)).toBe(0)
    const file = path.join(folder, 'record.pdf')
    writeFileSync(file, bytes)
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors found')
  })
})

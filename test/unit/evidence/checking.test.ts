import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { verifyFile } from '../../../src/main/register/verify-file.ts'
import { attach, smallPdf } from '../../fixtures/evidence.ts'
import { fixedWithdrawal } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'
import { tampered } from '../../fixtures/tamper.ts'

let office: TestOffice
let [onEntry, onDecision, removed] = ['', '', '']
beforeAll(async () => {
  office = await openOffice()
  const { entry, id } = await fixedWithdrawal(office)
  onEntry = (await attach(office, { kind: 'entry', id: entry }, { content: smallPdf('Version 4'), name: 'Agreement.pdf' })).sha256
  onDecision = (await attach(office, { kind: 'decision', id }, { content: smallPdf('Minutes'), name: 'Minutes.pdf' })).sha256
  const wrong = await attach(office, { kind: 'entry', id: entry }, { content: smallPdf('Wrong'), name: 'Wrong.pdf' })
  removed = wrong.sha256
  await office.call('evidence.set-aside', { subject: { kind: 'entry', id: entry }, evidence: wrong.id, kind: 'removed', patientData: false, nameToo: false, reason: 'The wrong file.' })
})
afterAll(() => office.close())

const verdictOf = async (act: (sqlite: Database.Database) => void) => (await verifyFile(tampered(office.file, act), null)).verdict
const put = (content: Uint8Array, as?: string) => (sqlite: Database.Database) => {
  const sha256 = as ?? createHash('sha256').update(content).digest('hex')
  sqlite.prepare('insert or replace into evidence_file (sha256, bytes, content) values (?, ?, ?)').run(sha256, content.byteLength, content)
}

describe('the full check of a register with evidence', () => {
  it('reads every file, and counts those that are as attached', async () => {
    const { verdict } = await office.call('trail.check', {})
    expect([verdict.verdict, verdict.summary.endsWith('2 files of evidence are as attached.')]).toEqual(['matches', true])
    expect((await verdictOf(() => {})).summary).toBe(verdict.summary)
  })

  it.each([
    ['one byte was changed', (sqlite: Database.Database) => put(Buffer.from(smallPdf('Version 5')), onEntry)(sqlite), 'The file of evidence Agreement.pdf (DSA-0001) is not what was attached: its bytes do not fit its hash.'],
    ['a file was deleted', (sqlite: Database.Database) => { sqlite.prepare('delete from evidence_file where sha256 = ?').run(onDecision) }, 'The file of evidence Minutes.pdf (D-0001) is missing from the register.'],
    ['a removed file was put back', put(Buffer.from(smallPdf('Wrong'))), 'that no evidence names.'],
    ['a file was put in that nobody attached', put(Buffer.from(smallPdf('Planted'))), 'that no evidence names.'],
  ])('says so where %s', async (_, act, text) => {
    const { verdict, summary } = await verdictOf(act)
    expect([verdict, summary.endsWith(text) || summary]).toEqual(['changed', true])
  })

  it('cannot check files that cannot be read, which is not the same as changed ones', async () => {
    const { verdict, findings } = await verdictOf((sqlite) => { sqlite.exec('alter table evidence_file rename column content to other') })
    // The guards of a table that is another one are not what they were either, so the whole is changed; this says why no file was read.
    expect(findings.at(-1)?.text).toContain('could not all be read')
    expect(verdict).not.toBe('matches')
  })

  it('does not hold removed files against anybody', async () => {
    expect(removed).not.toBe('')
    const { findings } = await verdictOf(() => {})
    expect(findings).toEqual([])
  })
})

describe('a document of a register with evidence', () => {
  it('matches, and says that the files themselves were not checked', async () => {
    const pdf = path.join(office.folder, 'trail.pdf')
    office.dialogs.push(pdf)
    await office.call('report.export', { report: 'trail', scope: { kind: 'whole' } })
    const { verdict, findings } = (await verifyFile(pdf, null)).verdict
    expect([verdict, findings.map(({ text }) => text)]).toEqual(['matches', ['2 files of evidence are named by their hashes. The files themselves are in the register only, so they were not checked here.']])
  })
})

describe('the table of files, from outside the app', () => {
  it.each([
    ['update evidence_file set content = zeroblob(bytes)', 'never changes'],
    ['update evidence_file set sha256 = lower(hex(randomblob(32)))', 'never changes'],
    ['delete from evidence_file', 'stays until it is removed'],
    ['insert or replace into evidence_file (sha256, bytes, content) select sha256, 1, x\'00\' from evidence_file limit 1', 'stays until it is removed'],
    ['insert into evidence_file (sha256, bytes, content) values (\'00\', 2, x\'00\')', 'CHECK constraint'],
  ])('refuses %s', async (sql, why) => {
    await office.look(({ sqlite }) => {
      sqlite.pragma('recursive_triggers = on')
      const before = sqlite.prepare('select * from evidence_file').all()
      expect(before).toHaveLength(2)
      expect(() => sqlite.exec(sql)).toThrow(why)
      expect(sqlite.prepare('select * from evidence_file').all()).toEqual(before)
    })
  })
})

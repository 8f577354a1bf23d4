import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attach, smallPdf, type Subject } from '../../fixtures/evidence.ts'
import { createClock } from '../../fixtures/clock.ts'
import { secondaryAgreement } from '../../fixtures/forms.ts'
import { officeIn, openOffice, passphraseOf, type TestOffice } from '../../fixtures/office.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'

let office: TestOffice
let opened: string[] = []
let entry: Subject
beforeEach(async () => {
  const first = await openOffice()
  await first.close()
  opened = []
  office = officeIn(first.folder, first.clock, { openOutside: async (file) => { opened.push(file); return !file.includes('Unreadable') } })
  await office.call('session.sign-in', { person: await office.id('Data protection lead'), passphrase: passphraseOf('Data protection lead') })
  entry = { kind: 'entry', id: (await office.call('entry.add', secondaryAgreement())).id }
})
afterEach(() => office.close())

const copies = () => readdirSync(office.folder).filter((name) => name.startsWith('psr-evidence-'))

describe('opening evidence', () => {
  it('hands a copy that can only be read to another program, and takes it away when the app closes', async () => {
    const { id } = await attach(office, entry, { name: 'Agreement v4.pdf' })
    await office.call('evidence.open', { subject: entry, evidence: id })
    await office.call('evidence.open', { subject: entry, evidence: id })
    expect(opened.map((file) => path.basename(file))).toEqual(['Agreement v4.pdf', 'Agreement v4.pdf'])
    const [file = ''] = opened
    expect(readFileSync(file)).toEqual(smallPdf())
    expect(statSync(file).mode & 0o777).toBe(0o400)
    expect(statSync(path.dirname(path.dirname(file))).mode & 0o777).toBe(0o700)
    await office.close()
    expect(opened.map((one) => existsSync(one))).toEqual([false, false])
    expect(copies()).toEqual([])
  })

  it('takes away what an earlier day left, and nothing of today', async () => {
    const { id } = await attach(office, entry)
    const [old, young] = [path.join(office.folder, 'psr-evidence-old'), path.join(office.folder, 'psr-evidence-new')]
    for (const folder of [old, young]) {
      mkdirSync(folder)
      writeFileSync(path.join(folder, 'Letter.pdf'), 'x', { mode: 0o400 })
    }
    const now = Date.parse(office.clock.now()) / 1000
    utimesSync(old, now - 90_000, now - 90_000)
    utimesSync(young, now - 3600, now - 3600)
    await office.call('evidence.open', { subject: entry, evidence: id })
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  })

  it('never lets a name choose the program', async () => {
    const { id } = await attach(office, entry, { fileName: 'Letter: pay now.exe' })
    await office.call('evidence.open', { subject: entry, evidence: id })
    expect(path.basename(opened[0] ?? '')).toBe('Letter_ pay now.exe.pdf')
  })

  it('says so where no program opens it', async () => {
    const { id } = await attach(office, entry, { fileName: 'Unreadable.pdf' })
    expect((await office.refused('evidence.open', { subject: entry, evidence: id })).happened).toBe('No program on this computer opened Unreadable.pdf.')
  })

  it('is refused for evidence of something else, and for a file that is no longer what was attached', async () => {
    const { id, sha256 } = await attach(office, entry)
    const other = (await office.call('entry.add', secondaryAgreement())).id
    expect((await office.refused('evidence.open', { subject: { kind: 'entry', id: other }, evidence: id })).code).toBe('not-found')
    await office.close()
    const { default: Database } = await import('better-sqlite3')
    const sqlite = new Database(office.file)
    sqlite.exec('drop trigger evidence_file_no_update')
    sqlite.prepare(`update evidence_file set content = ? where sha256 = ?`).run(Buffer.from(Buffer.from(smallPdf()).toString().replace('Signed', 'Forged')), sha256)
    sqlite.close()
    const again = officeIn(office.folder, createClock('2026-11-25T09:00:00.000Z'))
    await again.call('session.sign-in', { person: await again.id('Data protection lead'), passphrase: passphraseOf('Data protection lead') })
    const { code, happened } = await again.refused('evidence.open', { subject: entry, evidence: id })
    expect([code, happened]).toEqual(['register-damaged', 'Letter from the ICB.pdf is not in the register as it was attached: its bytes were changed.'])
    await again.close()
  })
})

describe('saving a copy', () => {
  it('writes the very bytes to the chosen place', async () => {
    const { id } = await attach(office, entry, { fileName: 'Letter' })
    const place = path.join(tempFolder(), 'Copy.pdf')
    office.dialogs.push(place)
    expect(await office.call('evidence.save-copy', { subject: entry, evidence: id })).toEqual({ fileName: 'Copy.pdf' })
    expect(readFileSync(place)).toEqual(smallPdf())
    expect(await office.call('evidence.save-copy', { subject: entry, evidence: id })).toBeNull()
  })

  it('never writes over the register', async () => {
    const { id } = await attach(office, entry)
    office.dialogs.push(office.file)
    expect((await office.refused('evidence.save-copy', { subject: entry, evidence: id })).code).toBe('export-failed')
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })
})

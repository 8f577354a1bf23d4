import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyFile } from '../../../src/main/register/verify-file.ts'
import { startReport } from '../../../src/main/reports/worker/start-report.ts'
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { createTrailTable } from '../../../src/main/store/trail-table.ts'
import { secondaryAgreement } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

const partsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.part'))
const wholeTrail = { report: 'trail', scope: { kind: 'whole' } } as const

async function addAgreements(office: TestOffice, count: number) {
  const added: { id: string; ref: string }[] = []
  for (let index = 0; index < count; index += 1) {
    added.push(await office.call('entry.add', secondaryAgreement({ title: `Agreement ${index + 1}` })))
  }
  return added
}

async function exported(office: TestOffice, choice: Parameters<typeof office.call<'report.export'>>[1], name: string) {
  const file = path.join(office.folder, name)
  office.dialogs.push(file)
  const made = await office.call('report.export', choice)
  return { made, file }
}

describe('making documents', () => {
  it('makes each of them in a thread of its own, and each checks', async () => {
    const office = await openOffice()
    const [entry] = await addAgreements(office, 2)
    const decision = await office.call('decision.draft', { entry: entry?.id ?? '', verb: 'continue', replaces: null })
    const choices = [
      wholeTrail, { report: 'trail', scope: { kind: 'entry', id: entry?.id ?? '' } }, { report: 'trail', scope: { kind: 'decision', id: decision.id } },
      { report: 'trail', scope: { kind: 'period', from: '2020-01-01', to: null } }, { report: 'schedule', scope: { kind: 'whole' } }, { report: 'decision', scope: { kind: 'decision', id: decision.id } },
    ] as const
    for (const [index, choice] of choices.entries()) {
      const { made, file } = await exported(office, choice, `document-${index}.pdf`)
      expect(made?.pages).toBeGreaterThan(1)
      expect((await verifyFile(file, null)).verdict).toMatchObject({ verdict: 'matches' })
      const event = (await office.events()).at(-1)
      expect(event).toMatchObject({ type: 'export.made', data: { report: choice.report, scope: { kind: choice.scope.kind }, sha256: made?.sha256, fileName: `document-${index}.pdf` } })
    }
    expect(await office.call('report.progress', {})).toBeNull()
    expect(partsIn(office.folder)).toEqual([])
    await office.close()
  }, 120_000)

  it('refuses a document that does not go with its scope, a day to come, and a period that ends before it begins', async () => {
    const office = await openOffice()
    const [entry] = await addAgreements(office, 1)
    expect((await office.refused('report.export', { report: 'schedule', scope: { kind: 'entry', id: entry?.id } })).code).toBe('invalid-input')
    expect((await office.refused('report.export', { report: 'decision', scope: { kind: 'whole' } })).code).toBe('invalid-input')
    expect((await office.refused('report.export', { ...wholeTrail, asAt: '2999-01-01' })).fields).toHaveProperty('asAt')
    expect((await office.refused('report.export', { report: 'trail', scope: { kind: 'period', from: '2026-02-01', to: '2026-01-01' } })).fields).toHaveProperty('to')
    await office.close()
  })

  it('records with which day a document ends, and takes today for now', async () => {
    const office = await openOffice({ at: '2026-11-24T09:00:00.000Z' })
    await addAgreements(office, 1)
    office.clock.pass(3 * 86_400_000)
    await office.seat('Data protection lead')
    await exported(office, { ...wholeTrail, asAt: '2026-11-25' }, 'then.pdf')
    expect((await office.events()).at(-1)).toMatchObject({ data: { scope: { kind: 'whole', asAt: '2026-11-25' } } })
    await exported(office, { ...wholeTrail, asAt: '2026-11-27' }, 'now.pdf')
    expect((await office.events()).at(-1)?.data).not.toHaveProperty('scope.asAt')
    await office.close()
  }, 60_000)

  it('says how far it is, answers meanwhile, and when stopped leaves the old file and no event', async () => {
    const office = await openOffice()
    await addAgreements(office, 60)
    const file = path.join(office.folder, 'trail.pdf')
    writeFileSync(file, 'the old one')
    office.dialogs.push(file)
    const before = (await office.events()).length
    const making = office.app.dispatch('report.export', wholeTrail)
    await expect.poll(async () => (await office.call('report.progress', {}))?.title).toBe('Audit trail')
    expect((await office.call('trail.list', { words: '', types: [], people: [], from: null, to: null, offset: 0, limit: 5 })).total).toBe(before)
    office.dialogs.push(path.join(office.folder, 'second.pdf'))
    expect((await office.refused('report.export', wholeTrail)).code).toBe('not-in-this-state')
    await office.call('report.cancel', {})
    expect(await making).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await office.call('report.progress', {})).toBeNull()
    expect(readFileSync(file, 'utf8')).toBe('the old one')
    expect(partsIn(office.folder)).toEqual([])
    expect((await office.events()).filter(({ type }) => type === 'export.made')).toEqual([])
    expect((await office.events()).length).toBe(before)
    expect((await exported(office, wholeTrail, 'after.pdf')).made?.pages).toBeGreaterThan(3)
    await office.close()
  }, 120_000)

  it('leaves nothing where it cannot be written', async () => {
    const office = await openOffice()
    office.dialogs.push(path.join(office.folder, 'nowhere', 'trail.pdf'))
    expect((await office.refused('report.export', wholeTrail)).code).toBe('export-failed')
    expect((await office.events()).some(({ type }) => type === 'export.made')).toBe(false)
    await office.close()
  }, 60_000)
})

async function commissionOf(office: TestOffice, target: string) {
  const rows = await office.look(({ sqlite }) => [...createTrailTable(sqlite, { register: () => '', app: '', crypto: nodeCrypto }).rows()])
  return {
    target,
    order: {
      report: 'trail', scope: { kind: 'whole', ref: null, id: null, from: null, to: null }, rows,
      register: { id: (JSON.parse(rows[0]?.body ?? '{}') as { register: string }).register, practice: 'Demo Surgery', ods: 'A99999' },
      generated: { at: '2026-12-01T09:00:00.000Z', by: 'Test', app: '1.0.0', rules: '2026-11' }, fileFindings: [],
    },
  } as const
}

describe('a document in a thread', () => {
  it('is the same document as without one, and goes on here where no thread can be started', async () => {
    const office = await openOffice()
    const shares: number[] = []
    const own = await startReport(await commissionOf(office, path.join(office.folder, 'own.pdf')), (share) => shares.push(share)).staged
    expect(shares.length).toBeGreaterThan(5)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    const here = await startReport(await commissionOf(office, path.join(office.folder, 'here.pdf')), () => {}, null).staged
    const missing = await startReport(await commissionOf(office, path.join(office.folder, 'missing.pdf')), () => {}, path.join(office.folder, 'no-worker.js')).staged
    expect([here.sha256, missing.sha256]).toEqual([own.sha256, own.sha256])
    await office.close()
  }, 60_000)

  it('takes away what it had written when it is stopped at any moment', async () => {
    const office = await openOffice()
    await addAgreements(office, 20)
    for (const percent of [0, 10, 50, 95]) {
      const target = path.join(office.folder, `stopped-${percent}.pdf`)
      const running = startReport(await commissionOf(office, target), (share) => { if (share * 100 >= percent) running.cancel() })
      await expect(running.staged, String(percent)).rejects.toMatchObject({ refusal: { code: 'cancelled' } })
      expect(existsSync(target)).toBe(false)
      expect(partsIn(office.folder)).toEqual([])
    }
    await office.close()
  }, 120_000)

  it('says when the trail cannot be read', async () => {
    const office = await openOffice()
    const { order, target } = await commissionOf(office, path.join(office.folder, 'damaged.pdf'))
    const rows = order.rows.map((row, index) => (index === 1 ? { ...row, body: row.body.slice(0, 30) } : row))
    await expect(startReport({ order: { ...order, rows }, target }).staged).rejects.toMatchObject({ refusal: { code: 'register-damaged' } })
    await office.close()
  }, 60_000)
})

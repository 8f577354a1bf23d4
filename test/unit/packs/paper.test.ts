import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '../../../src/shared/contract/contract.ts'
import { days } from '../../fixtures/clock.ts'
import { fileWith, smallPdf } from '../../fixtures/evidence.ts'
import { answer, draftedDecision, fix, fixedWithdrawal, secondaryAgreement, wholeDraft } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'
import { rule } from '../../fixtures/practice.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'
import { readPdf, rolesOf, squeezed } from '../reports/read-pdf.ts'

let office: TestOffice
let decision: Awaited<ReturnType<typeof fixedWithdrawal>>
const day = '2026-11-23'

beforeEach(async () => {
  office = await openOffice({ policy: rule('number', 2) })
  decision = await fixedWithdrawal(office)
})
afterEach(() => office.close())

const types = async (after: number): Promise<string[]> => (await office.events()).slice(after).map(({ type }) => type)
const length = async (): Promise<number> => (await office.call('app.status', {})).seq
/** Whoever is signed in chooses a scan. @returns what stands for it */
async function scan(content = smallPdf('Signed page of Partner B')): Promise<string> {
  office.dialogs.push(fileWith(content, 'Scan of 23 November.pdf'))
  return (await office.call('evidence.choose', {}))?.token ?? ''
}
async function page(more: Partial<CallInput<'paper.record'>> = {}): Promise<CallInput<'paper.record'>> {
  return { decision: decision.id, statementHash: decision.hash, signatory: await office.id('Partner B'), answer: 'agree', comment: null, signedOn: day, code: decision.hash.slice(0, 16), ...more, token: more.token ?? await scan() }
}

const print = async (signatory: string | null) => {
  const file = path.join(tempFolder(), 'to sign.pdf')
  office.dialogs.push(file)
  const made = await office.call('paper.print', { decision: decision.id, signatory })
  return { made, read: await readPdf(new Uint8Array(readFileSync(file))) }
}

describe('printing pages to sign', () => {
  it('gives the statement in full, and for each partner who is asked a page with the code, the boxes and room to sign', async () => {
    const before = await length()
    const { made, read } = await print(null)
    expect(made).toMatchObject({ fileName: 'to sign.pdf', pages: read.pages.length })
    const body = squeezed(read.body)
    const { statements } = (await office.call('decision.get', { id: decision.id })).decision
    const { statement } = statements[0] ?? { statement: null }
    if (!statement) throw new Error('No statement')
    for (const words of [statement.title, statement.summary, statement.reason, statement.staysTheSame, ...statement.whatChanges, ...statement.dates.map(({ working }) => working), ...statement.grounds.purposes.map(({ text }) => text)]) expect(body, words).toContain(squeezed(words))
    const groups = decision.hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
    const mine = read.pages.filter((text) => squeezed(text).includes(squeezed('Put a cross in one box')))
    expect(mine).toHaveLength(3)
    for (const [index, name] of ['Partner A', 'Partner B', 'Partner C'].entries()) {
      const text = squeezed(mine[index] ?? '')
      for (const words of [`Answer of ${name}`, groups, decision.hash, 'Agree', 'Disagree', 'Stand aside', 'Comment', 'Day signed', 'Signature', 'The extract stops.']) expect(text, `${name}: ${words}`).toContain(squeezed(words))
    }
    for (const text of read.pages) expect(squeezed(text)).toContain(squeezed(groups))
    const roles = read.trees.flatMap(rolesOf)
    for (const role of ['Document', 'H1', 'H2', 'P', 'Table']) expect(roles).toContain(role)
    expect(read.info).toMatchObject({ Title: 'Statement D-0001 for signing on paper', Language: 'en-GB' })
    expect(read.attachments).toEqual({})
    expect((await office.events()).slice(before)).toMatchObject([{ type: 'export.made', data: { report: 'signing-page', scope: { kind: 'decision', ref: 'D-0001' } } }])
  })

  it('can be for one partner, and only for one who is asked', async () => {
    const { read } = await print(await office.id('Partner C'))
    expect(squeezed(read.body)).toContain(squeezed('Answer of Partner C'))
    expect(squeezed(read.body)).not.toContain(squeezed('Answer of Partner B'))
    expect((await office.refused('paper.print', { decision: decision.id, signatory: await office.id('DPO') })).happened).toContain('not asked')
    await office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: 'Another reason.' }) })
    expect((await office.refused('paper.print', { decision: decision.id, signatory: null })).happened).toContain('no statement')
  })
})

describe('recording a signed page', () => {
  it('keeps the scan, counts the answer, settles the decision, and says that it was on paper', async () => {
    await answer(office, 'Partner A', decision, 'agree')
    await office.seat('Practice manager')
    const before = await length()
    const spaced = decision.hash.slice(0, 16).toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')
    await office.call('paper.record', await page({ code: ` ${spaced} `, comment: 'As we said.' }))
    expect(await types(before)).toEqual(['evidence.attached', 'decision.answered-on-paper', 'decision.made', 'decision.planned'])
    const [attached, answered] = (await office.events()).slice(before)
    if (attached?.type !== 'evidence.attached' || answered?.type !== 'decision.answered-on-paper') throw new Error('Other events')
    expect(attached.data).toMatchObject({ category: 'signed-page', evidenceOn: day, evidence: answered.data.evidence, sha256: answered.data.sha256 })
    expect(answered).toMatchObject({ actor: { name: 'Practice manager' }, data: { signedOn: day, code: decision.hash.slice(0, 16), comment: 'As we said.' } })
    const detail = await office.call('decision.get', { id: decision.id })
    expect(detail.decision.status).toBe('made')
    expect(detail.answers.find(({ name }) => name === 'Partner B')).toMatchObject({ how: 'paper', signedOn: day, recordedBy: 'Practice manager' })
    expect((await office.call('trail.check', {})).verdict).toMatchObject({ verdict: 'matches' })
    expect(await office.differing()).toEqual([])
  })

  it('is printed as paper with its scan, and never as a signature that was checked', async () => {
    await office.call('paper.record', await page())
    await answer(office, 'Partner A', decision, 'agree')
    await office.seat('Auditor')
    const file = path.join(tempFolder(), 'record.pdf')
    for (const report of ['decision', 'trail'] as const) {
      office.dialogs.push(file)
      await office.call('report.export', { report, scope: report === 'trail' ? { kind: 'whole' } : { kind: 'decision', id: decision.id } })
      const body = squeezed((await readPdf(new Uint8Array(readFileSync(file)))).body)
      const [attached] = (await office.events()).flatMap((event) => (event.type === 'evidence.attached' ? [event.data] : []))
      for (const words of ['On paper, 23 November 2026', 'Signed in ink. Scan, SHA-256:', attached?.sha256 ?? 'none', 'Recorded by Data protection lead']) expect(body, words).toContain(squeezed(words))
      expect(body.split(squeezed('Signature valid'))).toHaveLength(2)
    }
  }, 60_000)

  it('changes no statement: the page answers it and is not what it rests on', async () => {
    await office.call('paper.record', await page())
    const { decision: before } = await office.call('decision.get', { id: decision.id })
    expect(before.status).toBe('fixed')
    // A change that touches no word of the statement still leaves it standing, though its scan is evidence by now.
    const { entry } = await office.call('entry.get', { id: decision.entry })
    if (entry.kind !== 'sharing-agreement') throw new Error('Another kind')
    await office.call('entry.change', { id: entry.id, seen: entry.changedAt, title: entry.title, summary: 'Only the summary.', owner: entry.owner, tags: entry.tags, what: { kind: entry.kind, fields: entry.fields } })
    expect((await office.call('decision.get', { id: decision.id })).decision.status).toBe('fixed')
    const [evidence] = before.evidence
    if (!evidence) throw new Error('No evidence')
    const aside = { subject: { kind: 'decision', id: decision.id }, evidence: evidence.id, kind: 'removed', patientData: false, nameToo: false, reason: 'Tidying up.' } as const
    expect((await office.refused('evidence.set-aside', aside)).happened).toContain('signed on this page')
    expect(await office.differing()).toEqual([])
  })

  it('refuses a code of another text, and says whose it is where that is known', async () => {
    const { id: entry } = await office.call('entry.add', secondaryAgreement({ title: 'Another flow' }))
    const other = await draftedDecision(office, entry, 'withdraw', wholeDraft())
    const otherHash = await fix(office, other)
    await office.call('decision.change', { id: decision.id, draft: wholeDraft({ reason: 'Another reason.' }) })
    const now = await fix(office, decision.id)
    const before = await length()
    const refused = async (more: Partial<CallInput<'paper.record'>>) => office.refused('paper.record', await page({ statementHash: now, ...more }))
    expect(await refused({ code: '0123 4567 89ab cdef' })).toMatchObject({ code: 'invalid-input', happened: 'This page belongs to another text.', fields: { code: [expect.stringContaining('This page belongs to another text')] } })
    expect((await refused({ code: otherHash.slice(0, 16) })).fields?.['code']?.[0]).toContain('that of D-0002')
    expect((await refused({ code: decision.hash.slice(0, 16) })).fields?.['code']?.[0]).toContain('an earlier text of D-0001')
    expect((await refused({ code: now.slice(0, 15) })).fields).toHaveProperty('code')
    expect((await refused({ code: now.slice(0, 16), statementHash: decision.hash })).code).toBe('stale')
    expect(await length()).toBe(before)
  })

  it('is somebody else’s to record, for a partner in office who has not answered, on a day that can be', async () => {
    await office.call('people.add', { name: 'Partner D', role: 'partner', startedOn: '2026-11-25' })
    const refused = async (more: Partial<CallInput<'paper.record'>>) => office.refused('paper.record', await page(more))
    expect((await refused({ signedOn: '2026-11-24' })).fields?.['signedOn']?.[0]).toContain('future')
    expect((await refused({ signedOn: '2026-11-22' })).fields?.['signedOn']?.[0]).toContain('when the statement was fixed')
    expect((await refused({ signatory: await office.id('DPO') })).fields).toHaveProperty('signatory')
    expect((await refused({ answer: 'disagree', comment: '  ' })).fields).toHaveProperty('comment')
    office.clock.pass(days(3))
    await office.seat('Data protection lead')
    expect((await refused({ signatory: await office.id('Partner D'), signedOn: '2026-11-24' })).fields?.['signedOn']?.[0]).toContain('not in office on that day')
    await office.seat('Partner B')
    expect((await refused({})).happened).toContain('Somebody else records your page')
    await answer(office, 'Partner B', decision, 'stand-aside')
    await office.seat('Data protection lead')
    expect((await refused({})).code).toBe('already-answered')
    expect((await office.refused('paper.record', await page({ token: decision.id }))).code).toBe('stale')
  })

  it('takes one scan that holds the pages of two partners, and no file that the statement may rest on', async () => {
    const content = smallPdf('Both pages')
    await office.call('paper.record', await page({ token: await scan(content) }))
    const before = await length()
    await office.call('paper.record', await page({ token: await scan(content), signatory: await office.id('Partner C'), answer: 'disagree', comment: 'No.' }))
    expect(await types(before)).toEqual(['decision.answered-on-paper'])
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
    const { id: entry } = await office.call('entry.add', secondaryAgreement({ title: 'Another flow' }))
    const other = await draftedDecision(office, entry, 'withdraw', wholeDraft())
    office.dialogs.push(fileWith(smallPdf('Letter'), 'Letter.pdf'))
    const chosen = await office.call('evidence.choose', {})
    await office.call('evidence.attach', { subject: { kind: 'decision', id: other }, token: chosen?.token ?? '', fileName: 'Letter.pdf', category: 'correspondence', note: 'What they wrote.', evidenceOn: '2026-11-02', expiresOn: null })
    const hash = await fix(office, other)
    expect((await office.refused('paper.record', await page({ decision: other, statementHash: hash, code: hash.slice(0, 16), token: await scan(smallPdf('Letter')) }))).happened).toContain('attached to the decision already')
  })
})

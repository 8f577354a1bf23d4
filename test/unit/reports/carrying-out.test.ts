import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days } from '../../fixtures/clock.ts'
import { attach } from '../../fixtures/evidence.ts'
import { answer, fixedWithdrawal } from '../../fixtures/forms.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'
import { readPdf } from './read-pdf.ts'

let office: TestOffice
let sha256 = ''
let onEntry = ''
const texts = { trail: '', record: '', closed: '' }

/** A withdrawal: sent, confirmed with a letter as proof, one step left out, the stop itself late. */
beforeAll(async () => {
  office = await openOffice()
  const decision = await fixedWithdrawal(office)
  const { id } = decision
  for (const name of ['Partner A', 'Partner B']) await answer(office, name, decision, 'agree')
  office.clock.pass(days(17))
  await office.seat('Data protection lead')
  const step = { id, evidence: [] as string[], receivedOn: null }
  await office.call('decision.record-step', { ...step, step: 'instructed', on: '2026-12-01', how: 'By signed-for post.' })
  const letter = await attach(office, { kind: 'decision', id }, { fileName: 'Receipt.pdf', category: 'acknowledgement' })
  const agreement = await attach(office, { kind: 'entry', id: decision.entry }, { content: Buffer.from('Dear practice'), name: 'Letter.txt', fileName: 'Their letter.txt' })
  ;({ sha256 } = letter)
  onEntry = agreement.sha256
  await office.call('decision.record-step', { ...step, step: 'acknowledged', on: '2026-12-08', how: 'They wrote back.', evidence: [letter.id, agreement.id], receivedOn: '2026-12-04' })
  await office.call('decision.step-not-needed', { id, step: 'data-ended', reason: 'They never held a copy.' })
  office.clock.pass(days(120))
  await office.seat('Data protection lead')
  texts.trail = await printed('trail', { kind: 'whole' })
  texts.record = await printed('decision', { kind: 'decision', id })
  await office.call('decision.record-step', { ...step, step: 'carried-out', on: '2027-04-01', how: 'The feed is gone.' })
  await office.seat('DPO')
  await office.call('decision.check', { id, on: '2027-04-02', how: 'Saw the list of feeds.', evidence: [] })
  texts.closed = await printed('decision', { kind: 'decision', id })
}, 120_000)
afterAll(() => office.close())

async function printed(report: 'trail' | 'decision', scope: { kind: 'whole' } | { kind: 'decision'; id: string }): Promise<string> {
  const file = path.join(office.folder, `${report}-${office.clock.now().replaceAll(':', '')}.pdf`)
  office.dialogs.push(file)
  await office.call('report.export', { report, scope })
  return (await readPdf(new Uint8Array(readFileSync(file)))).body.replaceAll(/\s+/g, ' ')
}

const grouped = (hash: string): string => hash.match(/.{4}/g)?.join(' ') ?? ''

describe('carrying a decision out, on paper', () => {
  it.each(['trail', 'record'] as const)('says in the %s where it stands and what comes next', (which) => {
    expect(texts[which]).toContain('A signed decision is not yet a stopped flow. 3 of 5 steps are recorded. Next: see that the sharing stops, Data protection lead, by 4 March 2027.')
  })

  it.each(['trail', 'record'] as const)('prints in the %s each step with its day, who, and what happened', (which) => {
    const text = texts[which]
    for (const words of ['The notice was sent Done 1 December 2026 Data protection lead By signed-for post.', 'They wrote back. Received by them on 4 December 2026', 'Proof: Receipt.pdf', 'Not needed', 'They never held a copy.', 'See that the sharing stops Open, late Due 4 March 2027']) expect(text).toContain(words)
  })

  it('names each proof by its whole hash, that of the entry too', () => {
    expect(texts.trail).toContain(grouped(sha256))
    expect(texts.trail).toContain(`Proof: Their letter.txt ${grouped(onEntry)}`)
    expect(texts.record).toContain(grouped(sha256))
  })

  it('tells of a closed one who checked, and that it was somebody else', () => {
    expect(texts.closed).toContain('Closed on 9 April 2027: 5 of 5 steps are recorded. Somebody who did none of them checked.')
    expect(texts.closed).toContain('Somebody else checked it Done 2 April 2027 DPO Saw the list of feeds.')
    expect(texts.closed).toMatch(/How it stands Made 23 November 2026, closed/)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import type { CallOutput } from '../../../src/shared/contract/contract.ts'
import { stageOf } from '../../../src/shared/domain/decision-stage.ts'
import { days } from '../../fixtures/clock.ts'
import { answer, draftedDecision, fix, fixedWithdrawal, secondaryAgreement, updateRecord, wholeDraft } from '../../fixtures/forms.ts'
import { openOffice, type OfficeOptions, type TestOffice } from '../../fixtures/office.ts'
import { rule } from '../../fixtures/practice.ts'

let office: TestOffice
afterEach(() => office.close())
const start = async (more: OfficeOptions = {}) => { office = await openOffice({ policy: rule('majority'), ...more }) }

type Detail = CallOutput<'decision.get'>
const tasks = ({ decision }: Detail) => decision.followThrough?.tasks ?? []
const due = (detail: Detail, step: string) => tasks(detail).find((task) => task.step === step)?.due
const done = (step: 'instructed' | 'acknowledged' | 'carried-out' | 'data-ended', id: string, more: Partial<{ on: string; receivedOn: string | null; evidence: string[] }> = {}) =>
  ({ id, step, on: '2026-12-10', how: 'By email.', evidence: [], receivedOn: null, ...more })
const today = async (): Promise<string> => (await office.call('follow-through.board', {})).today

async function madeWithdrawal(): Promise<{ entry: string; id: string }> {
  const decision = await fixedWithdrawal(office)
  await answer(office, 'Partner A', decision, 'agree')
  await answer(office, 'Partner B', decision, 'agree')
  await office.seat('Data protection lead')
  return decision
}

async function madeFreeze(): Promise<{ entry: string; id: string }> {
  await office.seat('Data protection lead')
  const added = await office.call('entry.add', secondaryAgreement({ standing: { standing: 'offered', on: '2026-11-01', note: null } }))
  const id = await draftedDecision(office, added.id, 'freeze', wholeDraft({ noticeSentOn: null, noticeReceivedOn: null, dataEnding: null, dataEndingBy: null, effectiveOn: '2026-11-24', endsOn: '2027-05-31', exitCondition: 'The ICB has answered the questions about processors.' }))
  const hash = await fix(office, id)
  for (const partner of ['Partner A', 'Partner B']) await answer(office, partner, { id, hash }, 'agree')
  await office.seat('Data protection lead')
  return { entry: added.id, id }
}

describe('a made decision', () => {
  it('comes with a plan that follows from its own dates', async () => {
    await start()
    const { id } = await madeWithdrawal()
    const detail = await office.call('decision.get', { id })
    expect(tasks(detail).map(({ step, due: day }) => [step, day])).toEqual([
      ['instructed', '2026-12-01'], ['acknowledged', '2026-12-15'], ['carried-out', '2027-03-03'], ['data-ended', '2027-04-30'], ['checked', '2027-05-14'],
    ])
    expect(tasks(detail).map(({ owner }) => owner)).toEqual(Array.from({ length: 5 }, () => detail.decision.drawnUp.id))
    expect(stageOf(detail.decision)).toBe('under-way')
  })

  it('is a stopped flow only once each step is done and somebody else has checked', async () => {
    await start()
    const { entry, id } = await madeWithdrawal()
    const state = async () => (await office.call('entry.get', { id: entry })).entry.state
    office.clock.pass(days(17))
    await office.seat('Data protection lead')
    expect(await state()).toBe('active')
    expect((await office.refused('decision.record-step', done('acknowledged', id))).happened).toContain('Something comes first: send the notice')
    await office.call('decision.record-step', done('instructed', id, { on: '2026-12-01' }))
    expect(await state()).toBe('notice-given')
    const told = await office.call('decision.record-step', done('acknowledged', id, { on: '2026-12-08', receivedOn: '2026-12-04' }))
    // Received a day later than reckoned with: what runs from it moves by a day, the day of destruction stays.
    expect([due(told, 'carried-out'), due(told, 'data-ended')]).toEqual(['2027-03-04', '2027-04-30'])
    office.clock.pass(days(120))
    await office.seat('Data protection lead')
    await office.call('decision.record-step', done('carried-out', id, { on: '2027-03-04' }))
    expect(await state()).toBe('withdrawn')
    expect((await office.refused('decision.check', { id, on: await today(), how: 'Looked.', evidence: [] })).happened).toContain('get the data returned or destroyed')
    await office.call('decision.step-not-needed', { id, step: 'data-ended', reason: 'They held no copy.' })
    expect((await office.refused('decision.check', { id, on: await today(), how: 'Looked.', evidence: [] })).code).toBe('not-permitted')
    await office.seat('Practice manager')
    const closed = await office.call('decision.check', { id, on: await today(), how: 'Asked the supplier for the extract log: empty since March.', evidence: [] })
    expect(stageOf(closed.decision)).toBe('closed')
    expect(closed.decision.followThrough?.closed?.name).toBe('Practice manager')
    const board = await office.call('follow-through.board', {})
    expect([board.rows, board.closed]).toEqual([[], 1])
    expect((await office.refused('decision.record-step', done('instructed', id))).happened).toContain('is closed')
    expect(await office.differing()).toEqual([])
    await office.seat('Auditor')
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })

  it('refuses days that cannot be, and says which', async () => {
    await start()
    const { id } = await madeWithdrawal()
    const field = async (input: unknown) => (await office.refused('decision.record-step', input)).fields?.['on']?.[0]
    expect(await field(done('instructed', id, { on: '2026-11-22' }))).toContain('23 November 2026')
    expect(await field(done('instructed', id, { on: '2027-01-01' }))).toContain('future')
    office.clock.pass(days(30))
    await office.seat('Data protection lead')
    await office.call('decision.record-step', done('instructed', id, { on: '2026-12-10' }))
    expect(await field(done('acknowledged', id, { on: '2026-12-01' }))).toContain('10 December 2026')
    const late = await office.refused('decision.record-step', done('acknowledged', id, { on: '2026-12-12', receivedOn: '2026-12-09' }))
    expect(late.fields?.['receivedOn']?.[0]).toContain('10 December 2026')
    expect((await office.refused('decision.record-step', done('carried-out', id, { on: '2026-12-12', receivedOn: '2026-12-12' }))).fields).toHaveProperty('receivedOn')
    expect((await office.refused('decision.record-step', done('carried-out', id, { on: '2026-12-12', evidence: [id] }))).fields).toHaveProperty('evidence')
  })

  it('opens a step again that was recorded by mistake, and the entry stands as before', async () => {
    await start()
    const { entry, id } = await madeWithdrawal()
    office.clock.pass(days(20))
    await office.seat('Data protection lead')
    await office.call('decision.record-step', done('instructed', id))
    const again = await office.call('decision.reopen-step', { id, step: 'instructed', reason: 'It was another agreement’s letter.' })
    expect(tasks(again)[0]?.done).toBeNull()
    expect((await office.call('entry.get', { id: entry })).entry.state).toBe('active')
    expect((await office.refused('decision.reopen-step', { id, step: 'instructed', reason: 'x' })).happened).toContain('is open')
    // Nothing of it is lost: the trail has both.
    const events = await office.events()
    expect(events.filter(({ type }) => type === 'decision.step-done' || type === 'decision.step-reopened').map(({ type }) => type)).toEqual(['decision.step-done', 'decision.step-reopened'])
  })

  it('is reopened when a checked decision turns out not to be carried out', async () => {
    await start()
    await office.seat('Data protection lead')
    const added = await office.call('entry.add', updateRecord('voluntary'))
    const id = await draftedDecision(office, added.id, 'switch-off', wholeDraft({ noticeSentOn: null, noticeReceivedOn: null, dataEnding: null, dataEndingBy: null, effectiveOn: '2026-11-24', clinicalSafetyNote: 'By letter; reception watches.', overrideReason: 'As the partners agreed.', secondPartner: await office.id('Partner B') }))
    const hash = await fix(office, id)
    for (const partner of ['Partner A', 'Partner B']) await answer(office, partner, { id, hash }, 'agree')
    await office.seat('Data protection lead')
    for (const step of ['instructed', 'acknowledged'] as const) await office.call('decision.step-not-needed', { id, step, reason: 'We change the setting ourselves.' })
    await office.call('decision.record-step', done('carried-out', id, { on: '2026-11-23' }))
    await office.seat('Partner C')
    await office.call('decision.check', { id, on: '2026-11-23', how: 'Saw the setting.', evidence: [] })
    expect((await office.call('entry.get', { id: added.id })).entry.state).toBe('off')
    const open = await office.call('decision.reopen-step', { id, step: 'carried-out', reason: 'It was on again after the update.' })
    expect([stageOf(open.decision), (await office.call('entry.get', { id: added.id })).entry.state]).toEqual(['under-way', 'active'])
    expect(tasks(open).find(({ step }) => step === 'checked')?.done).toBeNull()
  })

  it('lets a small practice check its own steps with the policy’s reason, which is recorded', async () => {
    await start({ policy: { ...rule('majority'), ownCheckReason: 'One data protection lead and nobody else who knows the settings.' } })
    const { id } = await madeWithdrawal()
    office.clock.pass(days(200))
    await office.seat('Data protection lead')
    for (const step of ['instructed', 'acknowledged', 'carried-out', 'data-ended'] as const) await office.call('decision.record-step', done(step, id, { on: '2027-04-01' }))
    const { decision } = await office.call('decision.check', { id, on: '2027-04-02', how: 'Looked again.', evidence: [] })
    expect(decision.followThrough?.tasks.at(-1)?.done?.ownCheckReason).toContain('nobody else')
  })

  it('moves an open step to another day or person, with a reason where it takes longer', async () => {
    await start()
    const { id } = await madeWithdrawal()
    const other = await office.id('Practice manager')
    expect((await office.refused('decision.plan-step', { id, step: 'instructed', owner: other, due: '2026-12-09', reason: null })).fields).toHaveProperty('reason')
    const detail = await office.call('decision.plan-step', { id, step: 'instructed', owner: other, due: '2026-12-09', reason: 'The letter waits for the solicitor.' })
    expect(tasks(detail)[0]).toMatchObject({ owner: other, due: '2026-12-09' })
    const [first] = (await office.call('follow-through.board', {})).rows
    expect(first).toMatchObject({ what: 'instructed', task: 'Send the notice', owner: { name: 'Practice manager' }, late: false })
  })

  it('gives its place to a change of mind, which is a decision of its own', async () => {
    await start()
    const { entry, id } = await madeWithdrawal()
    office.clock.pass(days(15))
    await office.seat('Data protection lead')
    await office.call('decision.record-step', done('instructed', id, { on: '2026-12-05' }))
    const back = await draftedDecision(office, entry, 'resume', wholeDraft({ noticeSentOn: null, noticeReceivedOn: null, dataEnding: null, dataEndingBy: null, effectiveOn: '2026-12-20' }))
    expect((await office.call('decision.get', { id: back })).decision.replaces).toBe(id)
    const hash = await fix(office, back)
    for (const partner of ['Partner A', 'Partner B']) await answer(office, partner, { id: back, hash }, 'agree')
    await office.seat('Data protection lead')
    const old = await office.call('decision.get', { id })
    expect([stageOf(old.decision), old.decision.followThrough?.replacedBy]).toEqual(['replaced', back])
    expect((await office.refused('decision.record-step', done('acknowledged', id))).happened).toContain('has taken the place')
    expect((await office.call('follow-through.board', {})).rows.every(({ decision }) => decision === back)).toBe(true)
    expect(await office.differing()).toEqual([])
  })
})

describe('a freeze', () => {
  it('is watched until its condition is met, and closed once that is checked', async () => {
    await start()
    const { entry, id } = await madeFreeze()
    const row = async (what: string) => (await office.call('follow-through.board', {})).rows.find((one) => one.what === what)
    expect((await office.call('entry.get', { id: entry })).entry.state).toBe('frozen')
    expect([(await row('condition'))?.due, (await row('ends'))?.due]).toEqual(['2026-12-23', '2027-05-31'])
    await office.call('decision.record-step', done('instructed', id, { on: '2026-11-23' }))
    await office.call('decision.step-not-needed', { id, step: 'acknowledged', reason: 'They answered by telephone.' })
    await office.seat('Practice manager')
    const checked = await office.call('decision.check', { id, on: '2026-11-23', how: 'No extract runs.', evidence: [] })
    expect([stageOf(checked.decision), checked.decision.followThrough?.closed]).toEqual(['on-hold', null])
    expect((await office.refused('decision.end', { id, on: '2026-11-23', because: 'end-date', note: '' })).happened).toContain('31 May 2027')
    expect((await office.refused('decision.end', { id, on: '2026-11-23', because: 'condition-met', note: '' })).happened).toContain('Nobody has recorded')
    expect((await office.refused('decision.watch', { id, on: '2026-11-23', met: false, note: '', nextOn: null })).fields).toHaveProperty('nextOn')
    await office.call('decision.watch', { id, on: '2026-11-23', met: false, note: '', nextOn: '2026-12-01' })
    expect((await row('condition'))?.due).toBe('2026-12-01')
    office.clock.pass(days(10))
    await office.seat('Practice manager')
    expect((await row('condition'))?.late).toBe(true)
    await office.call('decision.watch', { id, on: '2026-12-02', met: true, note: 'Their letter of 1 December names all processors.', nextOn: null })
    expect([await row('condition'), (await row('ends'))?.due]).toEqual([undefined, '2026-12-02'])
    const ended = await office.call('decision.end', { id, on: '2026-12-02', because: 'condition-met', note: '' })
    expect([stageOf(ended.decision), (await office.call('entry.get', { id: entry })).entry.state]).toEqual(['closed', 'offered'])
    expect(await office.differing()).toEqual([])
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })

  it('can be ended on its last day, not before', async () => {
    await start()
    const { entry, id } = await madeFreeze()
    office.clock.pass(days(200))
    await office.seat('Partner A')
    expect((await office.call('follow-through.board', {})).rows.filter(({ what }) => what === 'ends')).toMatchObject([{ due: '2027-05-31', late: true, task: 'The freeze ends: decide again' }])
    const ended = await office.call('decision.end', { id, on: '2027-05-31', because: 'end-date', note: 'No answer came.' })
    // Nobody has told them or checked, so it is not closed.
    expect([stageOf(ended.decision), (await office.call('entry.get', { id: entry })).entry.state]).toEqual(['under-way', 'offered'])
  })
})

describe('a statement the answers do not settle', () => {
  it('lapses once its day has passed, with every answer kept', async () => {
    await start({ policy: rule('all') })
    const decision = await fixedWithdrawal(office)
    await answer(office, 'Partner A', decision, 'agree')
    expect((await office.refused('decision.lapse', { id: decision.id, reason: 'Nobody answers.' })).happened).toContain('can still answer')
    office.clock.pass(days(61))
    await office.seat('Data protection lead')
    const lapsed = await office.call('decision.lapse', { id: decision.id, reason: 'Two partners did not answer.' })
    expect([lapsed.decision.status, lapsed.decision.outcome?.tally.agree.length, lapsed.answers.length]).toEqual(['lapsed', 1, 1])
    await office.seat('Partner B')
    expect((await office.refused('decision.answer', { id: decision.id, statementHash: decision.hash, answer: 'agree', comment: null, passphrase: 'x' })).happened).toContain('lapsed')
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })

  it('is settled when the partner it waited for leaves', async () => {
    await start({ policy: rule('all') })
    const decision = await fixedWithdrawal(office)
    await answer(office, 'Partner A', decision, 'agree')
    await answer(office, 'Partner B', decision, 'agree')
    await office.seat('Data protection lead')
    await office.call('people.leave', { person: await office.id('Partner C'), on: '2026-11-23', reason: 'Retired.' })
    const { decision: made } = await office.call('decision.get', { id: decision.id })
    expect([made.status, made.outcome?.tally.inOffice.map(({ name }) => name)]).toEqual(['made', ['Partner A', 'Partner B']])
    expect(made.followThrough?.tasks).toHaveLength(5)
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })

  it('is settled at the next sign-in where the last day of that partner came meanwhile', async () => {
    await start({ policy: rule('all') })
    const decision = await fixedWithdrawal(office)
    await answer(office, 'Partner A', decision, 'agree')
    await answer(office, 'Partner B', decision, 'agree')
    await office.seat('Data protection lead')
    await office.call('people.leave', { person: await office.id('Partner C'), on: '2026-11-30', reason: null })
    expect((await office.call('decision.get', { id: decision.id })).decision.status).toBe('fixed')
    office.clock.pass(days(8))
    await office.seat('Data protection lead')
    expect((await office.call('decision.get', { id: decision.id })).decision.status).toBe('made')
    expect((await office.call('trail.check', {})).verdict.verdict).toBe('matches')
  })
})

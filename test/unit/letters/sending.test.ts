import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { days } from '../../fixtures/clock.ts'
import { secondaryAgreement, updateRecord } from '../../fixtures/forms.ts'
import { agreementWith, exportedLetter, madeWithdrawal, sentLetter } from '../../fixtures/letters.ts'
import { openOffice, type TestOffice } from '../../fixtures/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const home = async (group: string) => (await office.call('home.get', {})).groups.find((one) => one.group === group)?.lines ?? []

describe('writing a letter', () => {
  it('drafts the notice of a made decision, names what is missing, and remembers the sender for the next', async () => {
    const { id } = await madeWithdrawal(office)
    const about = { kind: 'decision', id } as const
    const sheet = await office.call('letter.draft', { about })
    expect(sheet).toMatchObject({ kind: 'withdraw', recipient: 'Demo ICB', decision: { ref: 'D-0001', step: 'The notice was sent' }, usuallyAsked: ['receipt', 'dpia', 'lawful-basis', 'stopping', 'destruction'] })
    expect(sheet.letter.addressee).toEqual(['The Information Governance Lead', 'Demo ICB'])
    expect(sheet.letter).toMatchObject({ on: '2026-11-23', sender: { address: null, contact: null }, copies: ['data protection officer'], signedBy: { name: 'Partner A', capacity: 'for the partners of Demo Surgery' } })
    expect(sheet.missing).toEqual(['The day the agreement was signed is not recorded (DSA-0001).', 'The decision names no day of the last extract.'])
    const { file, sha256 } = await exportedLetter(office, about, (letter) => ({ ...letter, sender: { address: '1 Example Street', contact: 'Reception' }, blocks: letter.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, text: `${block.text} Changed.` } : block)) }))
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(sha256)
    expect((await office.call('letter.draft', { about })).letter.sender).toEqual({ address: '1 Example Street', contact: 'Reception' })
    expect((await office.events()).at(-1)).toMatchObject({ type: 'export.made', data: { report: 'letter', sha256, scope: { kind: 'decision', ref: 'D-0001' } } })
  })

  it('asks about one entry, or about all that are open with one recipient, whatever the case it is written in', async () => {
    const one = await office.call('entry.add', agreementWith('Demo Trust', 'First'))
    await office.call('entry.add', agreementWith('Demo Trust', 'Second'))
    await office.call('entry.add', agreementWith('Demo Trust North', 'Another trust'))
    await office.call('entry.add', updateRecord())
    const closed = await office.call('entry.add', agreementWith('Demo Trust', 'Over'))
    await office.call('entry.record-standing', { id: closed.id, standing: { standing: 'ended', on: '2026-11-20', note: null } })
    expect(await office.call('letter.draft', { about: { kind: 'entry', id: one.id } })).toMatchObject({ kind: 'request', alsoWith: 1, entries: [{ ref: 'DSA-0001' }], decision: null })
    const all = await office.call('letter.draft', { about: { kind: 'recipient', name: 'demo trust' } })
    expect(all.entries.map(({ title }) => title)).toEqual(['First', 'Second'])
    expect(all.letter.addressee[0]).toBe('The Chief Clinical Information Officer')
    expect((await office.call('letter.list', {})).recipients).toEqual([{ name: 'Demo Trust', entries: 2 }, { name: 'Demo Trust North', entries: 1 }])
    expect(await office.refused('letter.draft', { about: { kind: 'recipient', name: 'Nobody' } })).toMatchObject({ code: 'not-found' })
    expect(await office.refused('letter.draft', { about: { kind: 'decision', id: one.id } })).toMatchObject({ code: 'not-found' })
  })

  it('records nothing when nobody chose a place, and refuses a place that is the register', async () => {
    const { id } = await office.call('entry.add', secondaryAgreement())
    const about = { kind: 'entry', id } as const
    const { letter } = await office.call('letter.draft', { about })
    const before = (await office.events()).length
    expect(await office.call('letter.export', { about, letter })).toBeNull()
    office.dialogs.push(office.file)
    expect(await office.refused('letter.export', { about, letter })).toMatchObject({ code: 'export-failed' })
    expect((await office.events()).length).toBe(before)
    await office.seat('Auditor')
    expect(await office.refused('letter.export', { about, letter })).toMatchObject({ code: 'not-permitted' })
  })
})

describe('the sent log', () => {
  it('records a notice and the decision’s step in one act, the letter named in it', async () => {
    const { id, entry } = await madeWithdrawal(office)
    const sent = await sentLetter(office, { kind: 'decision', id }, { how: ['email', 'post'], step: true })
    const events = (await office.events()).slice(-2)
    expect(events.map(({ type }) => type)).toEqual(['letter.sent', 'decision.step-done'])
    expect(events[0]?.at).toBe(events[1]?.at)
    expect(events[1]).toMatchObject({ data: { step: 'instructed', how: 'Letter L-0001 to Demo ICB by email and post: “Notice to end our part in Risk scoring for planning”' } })
    expect(events[0]).toMatchObject({ data: { ref: 'L-0001', kind: 'notice', decision: id, sha256: sent.sha256, entries: [{ id: entry, ref: 'DSA-0001', title: 'Risk scoring for planning' }], replyDueOn: '2026-12-21' } })
    // What a withdrawal asks for later is not late before its own days.
    expect(events[0]).toMatchObject({ data: { asked: [{ what: 'receipt', dueOn: '2026-12-21' }, { what: 'dpia', dueOn: '2026-12-21' }, { what: 'lawful-basis', dueOn: '2026-12-21' }, { what: 'stopping', dueOn: '2027-03-03' }, { what: 'destruction', dueOn: '2027-04-30' }] } })
    expect((await office.call('entry.get', { id: entry })).entry.state).toBe('notice-given')
    expect((await office.call('letter.draft', { about: { kind: 'decision', id } })).decision?.step).toBeNull()
    expect(await office.differing()).toEqual([])
  })

  it('takes no letter that was not saved here, none twice, and no day that cannot be', async () => {
    const { id } = await office.call('entry.add', secondaryAgreement())
    const about = { kind: 'entry', id } as const
    const { sha256 } = await exportedLetter(office, about)
    const good = { about, entries: [id], sha256, recipient: 'Demo ICB', subject: 'Request', how: ['post'], on: '2026-11-23', asked: ['dpia'], replyDueOn: '2026-12-21', step: false } as const
    const refused = async (more: object) => (await office.refused('letter.record-sent', { ...good, ...more })).fields
    expect(await refused({ sha256: 'b'.repeat(64) })).toEqual({ sha256: ['Save the letter as a PDF first'] })
    expect(await refused({ on: '2026-11-24' })).toHaveProperty('on')
    expect(await refused({ replyDueOn: '2026-11-23' })).toHaveProperty('replyDueOn')
    expect(await refused({ replyDueOn: null })).toHaveProperty('replyDueOn')
    expect(await refused({ how: [] })).toHaveProperty('how')
    await office.call('letter.record-sent', { ...good, how: ['post'], asked: ['dpia'], entries: [id] })
    expect(await office.refused('letter.record-sent', good)).toMatchObject({ code: 'not-in-this-state' })
    expect((await office.call('letter.list', {})).rows).toHaveLength(1)
  })

  it('does not settle a step twice: the letter then goes on the log without it', async () => {
    const { id } = await madeWithdrawal(office)
    await sentLetter(office, { kind: 'decision', id }, { step: true })
    office.clock.pass(days(1))
    await office.seat('Data protection lead')
    await expect(sentLetter(office, { kind: 'decision', id }, { step: true })).rejects.toThrow('recorded already')
    expect((await sentLetter(office, { kind: 'decision', id }, { on: '2026-11-23' })).ref).toBe('L-0002')
  })
})

async function start() {
  await office.call('entry.add', agreementWith('Demo Trust', 'First'))
  await office.call('entry.add', agreementWith('Demo Trust', 'Second'))
  return sentLetter(office, { kind: 'recipient', name: 'Demo Trust' })
}

describe('replies', () => {
  it('are recorded entry by entry, and what did not come by the day is listed', async () => {
    const { id } = await start()
    expect(await home('letters')).toEqual([])
    office.clock.pass(days(20))
    await office.seat('Data protection lead')
    expect(await home('letters')).toMatchObject([{ title: 'Reply due from Demo Trust', urgency: 'soon' }])
    office.clock.pass(days(9))
    await office.seat('Data protection lead')
    expect(await home('letters')).toMatchObject([{ title: 'No reply from Demo Trust since 23 November 2026', urgency: 'late', on: '2026-12-21', who: 'Data protection lead', link: `/letter/${id}` }])
    const first = ['agreement-copy', 'dpia', 'lawful-basis', 'processors'].map((what) => ({ ref: 'DSA-0001', what, outcome: 'came' }))
    await office.call('letter.record-reply', { id, on: '2026-12-22', items: [...first, { ref: 'DSA-0002', what: 'dpia', outcome: 'not-held' }, { ref: 'DSA-0002', what: 'processors', outcome: 'did-not-come' }] as never, note: 'By email.', evidence: [] })
    const { items, late } = await office.call('letter.get', { id })
    expect(items.filter(({ outcome }) => outcome === null || outcome === 'did-not-come').map(({ ref, what }) => `${ref} ${what}`)).toEqual(['DSA-0002 agreement-copy', 'DSA-0002 lawful-basis', 'DSA-0002 processors'])
    expect(late).toBe(3)
    expect(await home('letters')).toMatchObject([{ title: 'Not everything came from Demo Trust since 23 November 2026', about: 'L-0001: copy of the agreement, lawful basis, names of the processors, 2 entries' }])
    await office.call('letter.record-reply', { id, on: '2026-12-22', items: ['agreement-copy', 'lawful-basis', 'processors'].map((what) => ({ ref: 'DSA-0002', what, outcome: 'came' })) as never, note: '', evidence: [] })
    expect(await home('letters')).toEqual([])
    expect((await office.call('letter.get', { id })).dueOn).toBeNull()
    expect(await office.differing()).toEqual([])
  })

  it('take only what was asked, once each, with proof that is attached there', async () => {
    const { id } = await start()
    const good = { id, on: '2026-11-23', items: [{ ref: 'DSA-0001', what: 'dpia', outcome: 'came' }], note: '', evidence: [] }
    const refused = async (more: object) => (await office.refused('letter.record-reply', { ...good, ...more })).fields
    expect(await refused({ items: [{ ref: 'DSA-0009', what: 'dpia', outcome: 'came' }] })).toHaveProperty('items')
    expect(await refused({ items: [{ ref: 'DSA-0001', what: 'receipt', outcome: 'came' }] })).toHaveProperty('items')
    expect(await refused({ items: [...good.items, ...good.items] })).toHaveProperty('items')
    expect(await refused({ evidence: [id] })).toHaveProperty('evidence')
    expect(await refused({ on: '2026-11-22' })).toHaveProperty('on')
    expect(await refused({ on: '2026-11-24' })).toHaveProperty('on')
    expect((await office.call('letter.get', { id })).letter.replies).toEqual([])
  })

  it('are waited for longer after a reminder, which asks again for what has not come', async () => {
    const { id } = await start()
    office.clock.pass(days(30))
    await office.seat('Data protection lead')
    await office.call('letter.record-reply', { id, on: '2026-12-23', items: [{ ref: 'DSA-0001', what: 'dpia', outcome: 'came' }], note: '', evidence: [] })
    const about = { kind: 'reminder', id } as const
    const { letter } = await office.call('letter.draft', { about })
    expect(letter.subject).toBe('Reminder: our letter of 23 November 2026')
    const text = JSON.stringify(letter.blocks)
    expect(text).toContain('We wrote to you on 23 November 2026 (our reference L-0001)')
    expect(text).toContain('First (our reference DSA-0001): Copy of the agreement; Lawful basis; Names of the processors')
    expect(text).toContain('Second (our reference DSA-0002): Copy of the agreement; DPIA; Lawful basis; Names of the processors')
    const reminder = await sentLetter(office, about)
    expect((await office.call('letter.get', { id })).letter.reminders).toMatchObject([{ ref: 'L-0002', sentOn: '2026-12-23', replyDueOn: '2027-01-06' }])
    expect(await office.call('letter.get', { id })).toMatchObject({ late: 0, dueOn: '2027-01-06' })
    expect(await office.refused('letter.record-reply', { id: reminder.id, on: '2026-12-23', items: [{ ref: 'DSA-0001', what: 'dpia', outcome: 'came' }], note: '', evidence: [] })).toMatchObject({ code: 'not-in-this-state' })
    office.clock.pass(days(15))
    await office.seat('Data protection lead')
    expect(await home('letters')).toMatchObject([{ title: 'Not everything came from Demo Trust since 23 November 2026', on: '2027-01-06' }])
    expect(await office.differing()).toEqual([])
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passphraseOf } from '../fixtures/office.ts'
import { rule } from '../fixtures/practice.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { ask, expectAccessible } from './in-the-app.ts'
import { focusedOn, walkTo } from './keys.ts'
import { answeredDecision, changeSeats, comeToThePc, dayFromNow, fixedDecision, pastOffice } from './past-office.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-outcomes-'))
let app: AppDriver
let page: Page
let twice: { id: string }
let refused: { id: string; entry: string }
const sitting: string[] = []

/** A withdrawal from a voluntary agreement, whose notice goes out in some weeks. */
const drawn = (title: string, sent = 20) =>
  ({ entry: { title }, verb: 'withdraw', draft: { reason: 'The practice shares for care only.', noticeSentOn: dayFromNow(sent), noticeReceivedOn: dayFromNow(sent + 2), dataEnding: 'keep-as-agreed' } } as const)

/** A practice in which all three partners have to agree, with what was drawn up over the last weeks. */
beforeAll(async () => {
  const office = await pastOffice(90, rule('all'))
  const waits = await fixedDecision(office, drawn('Old extract', -85))
  sitting.push(waits.id)
  office.on(9)
  twice = await answeredDecision(office, drawn('Benchmarking extract'), { 'Partner A': 'agree', 'Partner C': 'agree' })
  refused = await answeredDecision(office, drawn('Diabetes reports'), { 'Partner A': 'agree', 'Partner C': 'disagree' })
  office.on(3)
  for (let number = 1; number <= 10; number += 1) sitting.push((await fixedDecision(office, drawn(`Data set ${String.fromCodePoint(64 + number)}`))).id)
  // Both have chosen a passphrase before.
  await office.seat('Partner B')
  await office.seat('DPO')
  await office.close()
  app = await launch({ userData, register: office.file, viewport: { width: 1280, height: 800 } })
  ;({ page } = app)
}, 120_000)
afterAll(async () => {
  await (app as AppDriver | undefined)?.kill()
  rmSync(userData, { recursive: true, force: true })
})

const title = () => page.getByRole('heading', { level: 1 }).filter({ visible: true }).textContent()
const detail = (id: string) => ask(page, 'decision.get', { id })

describe('a change after two signatures', () => {
  it('is told what it costs, voids both, and says which field and both values', async () => {
    await comeToThePc(app, 'Data protection lead')
    const before = await detail(twice.id)
    expect(before).toMatchObject({ answersGiven: 2, decision: { status: 'fixed' } })
    await app.open(`/decision/${twice.id}`)
    await page.getByRole('button', { name: 'Change it' }).click()
    const warning = page.getByRole('alertdialog', { name: 'Changing it takes the statement back' })
    await warning.getByText('2 answers already given will no longer count.').waitFor()
    await warning.getByRole('button', { name: 'Change it all the same' }).click()
    await page.getByLabel('Why the practice decides this').fill('The agreement is out of date, and the practice shares for care only.')
    await expect.poll(async () => (await detail(twice.id)).decision.status).toBe('draft')
    const { decision } = await detail(twice.id)
    expect(decision.statements).toHaveLength(1)
    expect(decision.statements[0]?.answers.map(({ answer }) => answer)).toEqual(['agree', 'agree'])
    expect(decision.statements[0]?.voided?.changes).toEqual([{ field: 'reason', from: 'The practice shares for care only.', to: 'The agreement is out of date, and the practice shares for care only.' }])
    // Somebody who may not change it reads what became of it.
    await changeSeats(app, 'DPO')
    await app.open(`/decision/${twice.id}`)
    await page.getByRole('heading', { name: 'Taken back' }).waitFor()
    await page.getByText('2 answers were voided.').waitFor()
    expect(await page.locator('.psr-changes').textContent()).toContain('was The practice shares for care only. → became  The agreement is out of date, and the practice shares for care only.')
    await expectAccessible(page)
  })
})

describe('a refusal', () => {
  it('stays a refusal: nobody answers it any more, and there is nothing to carry out', async () => {
    await changeSeats(app, 'Partner B')
    await app.open(`/decision/${refused.id}`)
    await page.getByText('Decision not made').waitFor()
    await page.getByText('Patients would lose a clinic by it.').waitFor()
    expect(await page.getByRole('heading', { name: 'Carrying it out' }).count()).toBe(0)
    const { statementHash, stage, decision } = await detail(refused.id)
    expect([stage, decision.followThrough]).toEqual(['refused', null])
    await expect(ask(page, 'decision.answer', { id: refused.id, statementHash: statementHash ?? '', answer: 'agree', comment: null, passphrase: passphraseOf('Partner B') })).rejects.toThrow('not-in-this-state')
    await expect(ask(page, 'decision.record-step', { id: refused.id, step: 'instructed', on: dayFromNow(0), how: 'Sent.', evidence: [], receivedOn: null })).rejects.toThrow('The partners have not made this decision')
    expect((await ask(page, 'follow-through.board', {})).rows).toEqual([])
    expect(await page.getByRole('link', { name: 'Draw up another' }).getAttribute('href')).toBe(`/entry/${refused.entry}/decide`)
    await expectAccessible(page)
  })
})

describe('a statement whose day has passed without enough answers', () => {
  it('heads the home page, and lapses only when a person says so, with the reason', async () => {
    const [id = ''] = sitting
    await app.open('/')
    await page.getByRole('link', { name: /Ask again, or say that it lapsed/ }).click()
    await page.getByRole('button', { name: 'It lapsed' }).click()
    const form = page.getByRole('dialog', { name: /lapsed$/ })
    await form.getByRole('button', { name: 'It lapsed' }).click()
    await form.getByRole('alert').getByText('Enter the reason').waitFor()
    await expectAccessible(page)
    await form.getByLabel('Why it lapsed').fill('Nobody found the time before the notice had to go.')
    await form.getByRole('button', { name: 'It lapsed' }).click()
    await page.getByText(/Partner B said on .* that it lapsed: Nobody found the time/).waitFor()
    expect((await detail(id)).stage).toBe('lapsed')
    sitting.shift()
  })
})

describe('ten statements in one sitting', () => {
  it('are signed with the keyboard alone, each by itself, and asked for none twice', async () => {
    expect(sitting).toHaveLength(10)
    await walkTo(page, /^Sign-off/)
    await page.keyboard.press('Enter')
    for (let number = 1; number <= 10; number += 1) {
      await expect.poll(title).toBe(`Sign-off, ${number} of 10`)
      await expect.poll(() => focusedOn(page)).toMatch(/^Sign-off/)
      await walkTo(page, /^Agree/)
      await page.keyboard.press('Space')
      await walkTo(page, /^Your passphrase/)
      await page.keyboard.type(passphraseOf('Partner B'))
      await page.keyboard.press('Enter')
    }
    await page.getByRole('heading', { name: 'All answered' }).waitFor()
    await page.getByText('You answered 10 statements today.').waitFor()
    const { items, answeredToday } = await ask(page, 'signoff.queue', {})
    expect(answeredToday).toBe(10)
    expect(items.filter(({ mine }) => mine === 'waiting')).toEqual([])
    const signed = await ask(page, 'trail.list', { words: '', types: ['decision.answered'], people: [], from: dayFromNow(0), to: null, offset: 0, limit: 50 })
    expect(signed.found).toBe(10)
  })
})

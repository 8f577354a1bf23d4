import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { agreementFields, purpose, secondaryAgreement, wholeDraft } from '../fixtures/forms.ts'
import { passphrases, switchTo } from './acts.ts'
import { ask, createRegister, expectAccessible, expectNoSidewaysScroll } from './in-the-app.ts'

/** A mixed agreement cannot be withdrawn from as a whole: it is split, and its secondary half is withdrawn. */

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-split-'))
const faults: string[] = []
let app: AppDriver
let page: Page
let whole: string
let half: string

beforeAll(async () => {
  app = await launch({ userData, viewport: { width: 1280, height: 800 } })
  page = app.page
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  await createRegister(page)
  whole = (await ask(page, 'entry.add', secondaryAgreement({
    title: 'Shared care record', standing: { standing: 'signed', on: '2026-01-05', note: null }, what: agreementFields({ signedOn: '2026-01-05' }),
    purposes: [
      purpose('So that clinicians can treat the patient they are seeing.', 'direct-care'),
      purpose('So that the board can plan and commission services for the population.', 'secondary-use'),
      purpose('So that activity can be paid for.', 'secondary-use'),
    ],
  }))).id
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

const box = (name: RegExp): Locator => page.getByRole('checkbox', { name })
const split = (): Locator => page.getByRole('button', { name: 'Split the entry' })
const preview = (): Locator => page.getByRole('complementary', { name: 'What each entry will be' })
const main = (): Promise<string | null> => page.getByRole('main').textContent()

it('is offered where the gate refuses to withdraw, and on the entry’s page', async () => {
  await app.open(`/entry/${whole}`)
  await page.getByRole('link', { name: 'Split into two entries' }).waitFor()
  await app.open(`/entry/${whole}/decide`)
  const card = page.getByRole('listitem').filter({ hasText: 'Only exclusively secondary sharing can be withdrawn as a whole.' })
  await expect.poll(() => card.textContent()).toContain('Not available')
  await card.getByRole('link', { name: 'split it into two entries' }).click()
  await page.getByRole('heading', { level: 1, name: 'Split into two entries' }).waitFor()
})

it('says what is wrong beside it: nothing ticked, all ticked, no reason', async () => {
  await split().click()
  await page.getByRole('link', { name: 'Tick the purposes that move' }).waitFor()
  await expectAccessible(page)
  for (const name of [/treat the patient/, /plan and commission/, /paid for/]) await box(name).check()
  expect(await preview().textContent()).toContain('Nothing would stay')
  await split().click()
  await page.getByRole('link', { name: 'Leave at least one purpose where it is' }).waitFor()
  await page.getByRole('link', { name: 'Enter why the entry is split' }).waitFor()
  await expectAccessible(page)
})

it('shows what each entry will be as purposes are ticked, with the keyboard alone', async () => {
  await box(/treat the patient/).focus()
  await page.keyboard.press('Space')
  await expect.poll(() => preview().textContent()).toMatch(/DSA-0001 Shared care recordDirect care1 purpose.*Shared care record: .*Secondary use.*2 purposes/)
  expect(await page.getByLabel('Title of the new entry').inputValue()).toMatch(/^Shared care record: ./)
  await page.getByRole('button', { name: 'Tick 2 secondary uses' }).focus()
  await page.keyboard.press('Enter')
  expect(await Promise.all([box(/treat/), box(/plan/), box(/paid/)].map((one) => one.isChecked()))).toEqual([false, true, true])
  await page.getByLabel('Title of the new entry').fill('Shared care record: planning and payment')
  await page.getByLabel('Why it is split').fill('The partners want to decide about planning and payment alone.')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.setViewportSize({ width: 640, height: 400 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 800 })
})

it('keeps what was typed when somebody else has changed the entry meanwhile', async () => {
  const { entry } = await ask(page, 'entry.get', { id: whole })
  await ask(page, 'entry.change', { id: whole, seen: entry.changedAt, title: entry.title, summary: 'Read again.', owner: null, tags: [], what: agreementFields({ signedOn: '2026-01-05' }) })
  await split().click()
  await page.getByRole('alertdialog', { name: 'Somebody changed this while you had it open.' }).waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText(/Kept as a draft, \d\d:\d\d/).waitFor()
  await page.reload()
  await expect.poll(() => page.getByLabel('Title of the new entry').inputValue()).toBe('Shared care record: planning and payment')
  expect(await page.getByLabel('Why it is split').inputValue()).toContain('alone')
})

it('makes two entries that lead to each other, each judged by its own class', async () => {
  await split().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Shared care record: planning and payment' }).waitFor()
  await expect.poll(main).toContain('2 purposes came from DSA-0001 Shared care record (direct care now)')
  expect(await main()).toContain('The same agreement stands behind both entries')
  expect(await main()).toContain('Confirmed by Data protection lead')
  await expectAccessible(page)
  half = page.url().split('/').at(-1) ?? ''
  await page.getByRole('main').getByRole('link', { name: 'DSA-0001 Shared care record' }).click()
  await page.getByRole('heading', { level: 1, name: 'Shared care record', exact: true }).waitFor()
  await expect.poll(main).toContain('2 purposes went to DSA-0002 Shared care record: planning and payment')
  expect(await main()).toContain('Every purpose is the care of individual patients.')
  const withdraw = async (id: string) => (await ask(page, 'entry.get', { id })).judged.find(({ verb }) => verb === 'withdraw')?.result
  expect((await withdraw(whole))?.requires).toContain('clinical-safety-note')
  expect((await withdraw(half))?.answer).not.toBe('not-available')
})

it('lets the secondary half be withdrawn from: drawn up, fixed, signed by the quorum, made', async () => {
  await app.open(`/entry/${half}/decide`)
  await page.getByRole('radio', { name: 'Withdraw' }).check()
  await page.getByRole('button', { name: 'Draw up: withdraw' }).click()
  await page.getByRole('button', { name: 'Fix and ask partners' }).waitFor()
  const decision = page.url().split('/').at(-1) ?? ''
  const year = new Date().getUTCFullYear() + 1
  await ask(page, 'decision.change', { id: decision, draft: wholeDraft({ reason: 'Planning and payment help no named patient.', noticeSentOn: `${year}-01-11`, noticeReceivedOn: `${year}-01-13`, dataEndingBy: `${year}-12-31` }) })
  await page.reload()
  await page.getByRole('button', { name: 'Fix and ask partners' }).click()
  await expect.poll(main).toContain('Partner B')
  for (const partner of ['Partner A', 'Partner B']) {
    await switchTo(page, partner)
    await app.open(`/sign-off/${decision}`)
    await page.getByRole('radio', { name: /^Agree/ }).check()
    await page.getByLabel('Your passphrase', { exact: true }).fill(passphrases[partner] ?? '')
    const before = (await ask(page, 'app.status', {})).seq
    await page.getByRole('button', { name: /^Sign/ }).last().click()
    await expect.poll(async () => (await ask(page, 'app.status', {})).seq, { timeout: 15_000 }).toBeGreaterThan(before ?? 0)
  }
  expect((await ask(page, 'decision.get', { id: decision })).decision.status).toBe('made')
  await app.open(`/entry/${whole}`)
  await expect.poll(main).toContain('2 purposes went to DSA-0002')
  expect((await ask(page, 'entry.get', { id: whole })).decisions).toEqual([])
  expect((await ask(page, 'trail.check', {})).verdict.verdict).toBe('matches')
})

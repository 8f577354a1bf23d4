import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { emptyDraft } from '../../src/shared/domain/decision-draft.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import type { Page } from 'playwright-core'
import { fillDate } from './acts.ts'
import { addAgreement, ask, createRegister, expectAccessible, expectNoSidewaysScroll, passphrase } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-positions-'))
const faults: string[] = []
let app: AppDriver
let page: Page
let entry: string
let decision: string

beforeAll(async () => {
  app = await launch({ userData, viewport: { width: 1280, height: 800 } })
  page = app.page
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  await createRegister(page)
  ;({ id: entry } = await addAgreement(page, { title: 'Research database', party: 'Demo University', purpose: 'secondary-use', force: 'voluntary' }))
  ;({ id: decision } = await ask(page, 'decision.draft', { entry, verb: 'withdraw', replaces: null }))
  await ask(page, 'decision.change', { id: decision, draft: {
    ...emptyDraft, reason: 'The practice shares for care only.', effects: { service: 'None.', money: 'None.', patients: 'None.', contract: 'None.' },
    whatChanges: ['The extract stops.'], effectiveOn: await daysFromNow(120), noticePeriodWording: 'Three months',
  } })
  await ask(page, 'decision.fix', { id: decision })
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

async function daysFromNow(days: number): Promise<string> {
  return page.evaluate((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), days)
}
const heading = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })
const article = (name: RegExp): Locator => page.getByRole('article', { name })
const withdrawal = async () => (await ask(page, 'entry.get', { id: entry })).judged.find(({ verb }) => verb === 'withdraw')?.result
const inBothThemes = async (see: () => Promise<void>): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await see()
  }
}

describe('the positions', () => {
  it('are reached from the side, subject by subject, with what counts today', async () => {
    await app.open('/')
    await page.getByRole('link', { name: 'Positions', exact: true }).click()
    await heading('Positions').waitFor()
    await page.getByRole('link', { name: /Withdraw secondary-use sharing/ }).click()
    const row = article(/From 1 May 2026 on/)
    await row.getByText('Counts today').waitFor()
    await row.getByText('These sources do not agree with each other').waitFor()
    expect(await row.getByRole('listitem').count()).toBeGreaterThan(1)
    // An address is text: nothing leaves the app.
    expect(await page.locator('main a[href^="http"]').count()).toBe(0)
    await inBothThemes(() => expectAccessible(page))
    await expectNoSidewaysScroll(page)
  })

  it('are refused beside the field that is wrong, and nothing typed is lost', async () => {
    await page.getByRole('link', { name: 'Add a position' }).click()
    await heading('Add a position').waitFor()
    await fillDate(page.getByRole('group', { name: /Holds from/ }), [1, 6, 2026])
    await fillDate(page.getByRole('group', { name: /Holds until/ }), [1, 5, 2026])
    await page.getByLabel('In words').fill('It is asked for.')
    await page.getByRole('button', { name: 'Remove source 1' }).click()
    await page.getByRole('button', { name: 'Add the position' }).click()
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: /This is before the day it starts/ }).waitFor()
    await summary.getByRole('link', { name: /Add at least one source/ }).waitFor()
    await summary.getByRole('link', { name: 'Choose what holds' }).waitFor()
    await inBothThemes(() => expectAccessible(page))
    await fillDate(page.getByRole('group', { name: /Holds until/ }), [1, 7, 2026])
    await page.getByRole('button', { name: 'Add a source' }).click()
    await page.getByRole('textbox', { name: 'Who' }).fill('LMC')
    await page.getByLabel('What they say').fill('It is asked for.')
    await page.getByLabel('Where it can be read').fill('Letter of 2 June 2026')
    await page.getByRole('radio', { name: 'Required by contract' }).check()
    await page.getByLabel('Why it is added').fill('The letter came.')
    await page.getByRole('button', { name: 'Add the position' }).click()
    await summary.getByRole('link', { name: /This covers the same days as “Permitted, from 1 May 2026 on”/ }).waitFor()
    expect(await page.getByLabel('In words').inputValue()).toBe('It is asked for.')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await heading('Positions').waitFor()
  })

  it('change the gate’s answer when one is edited, and leave a fixed statement as it was', async () => {
    const before = await withdrawal()
    const quoted = (await ask(page, 'decision.get', { id: decision })).statement.grounds.position
    expect(quoted?.code).toBe('permitted')
    await page.goto(new URL('/positions?about=dsa-secondary-withdraw', page.url()).href)
    await article(/From 1 May 2026 on/).getByRole('link', { name: /Edit/ }).click()
    await heading('Edit a position').waitFor()
    await page.getByRole('radio', { name: 'Required by contract' }).check()
    await page.getByLabel('In words').fill('A variation of the contract asks for it.')
    await page.getByLabel('What they say').first().fill('The variation asks practices to take part.')
    await page.getByLabel('Why it changes').fill('The variation notice came.')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await heading('Positions').waitFor()
    const row = article(/From 1 May 2026 on/)
    await row.getByText('Required by contract').waitFor()
    await row.getByText('Edited here').waitFor()

    const after = await withdrawal()
    expect(after?.position?.text).toBe('A variation of the contract asks for it.')
    expect(after?.answer).toBe('needs-override')
    expect(after?.answer).not.toBe(before?.answer)
    expect(after?.position?.sources[0]?.says).toBe('The variation asks practices to take part.')
    await app.open(`/entry/${entry}`)
    await page.getByText('A variation of the contract asks for it.').first().waitFor()
    const { decision: record, statement } = await ask(page, 'decision.get', { id: decision })
    expect(record.status).toBe('fixed')
    expect(statement.grounds.position).toEqual(quoted)
  })

  it('tell in their history who changed what and why', async () => {
    await app.open('/positions?about=dsa-secondary-withdraw')
    const summary = page.getByText(/What was changed, by whom and why/)
    await summary.focus()
    await page.keyboard.press('Enter')
    await page.getByText('The variation notice came.').waitFor()
    await page.getByText('→ A variation of the contract asks for it.').waitFor()
    await expectAccessible(page)
  })

  it('are taken out with a reason, by keyboard, and the focus comes back', async () => {
    const row = article(/20 Mar 2025 to 30 Apr 2026/)
    const out = row.getByRole('button', { name: /Take out/ })
    await out.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Take out a position' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    expect(await out.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Why').fill('Said twice.')
    await page.getByRole('button', { name: 'Take it out' }).click()
    await row.waitFor({ state: 'detached' })
  })

  it('follow the practice’s own contract date', async () => {
    await app.open('/positions?about=update-record-off')
    await article(/From 1 Oct 2025 on/).getByText('Counts today').waitFor()
    await page.getByRole('button', { name: 'Change the contract date' }).click()
    await fillDate(page.getByRole('dialog'), [1, 1, 2090])
    await page.getByRole('dialog').getByLabel('Why it changes').fill('The variation notice says so.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save the date' }).click()
    await article(/28 Jun 2024 to 30 Sep 2025/).getByText('Counts today').waitFor()
    await page.getByText('bind this practice from').getByText('1 January 2090').waitFor()
  })

  it('the other pages are in order: a newer set, new rules', async () => {
    for (const [address, title] of [['/positions/newer', 'A newer set of positions'], ['/positions/rules', 'New rules']] as const) {
      await app.open(address)
      await heading(title).waitFor()
      await page.waitForFunction(() => document.querySelector('.psr-loading') === null)
      await inBothThemes(() => expectAccessible(page))
      await expectNoSidewaysScroll(page)
    }
  })
})

describe('taking an action', () => {
  it('is put to the partners from the home page and answered under sign-off', async () => {
    await app.open('/')
    await page.getByRole('button', { name: 'Freeze new agreements' }).click()
    const dialog = page.getByRole('dialog', { name: /Freeze new agreements/ })
    await dialog.getByRole('radio', { name: 'Taken', exact: true }).check()
    await dialog.getByLabel('Why').fill('The partners met on Monday.')
    await inBothThemes(() => expectAccessible(page))
    await dialog.getByRole('button', { name: 'Ask the partners' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/Asked: take from/).waitFor()
    const { actions } = await ask(page, 'home.get', {})
    const proposed = actions.find(({ action }) => action === 'dsa-freeze')?.proposed
    expect(actions.find(({ action }) => action === 'dsa-freeze')?.choice).toBe('not-taken')

    for (const name of ['Partner A', 'Partner B']) {
      await ask(page, 'session.lock', {})
      const person = (await ask(page, 'session.people', {})).find((one) => one.name === name)
      await ask(page, 'session.choose-passphrase', { person: person?.id ?? '', passphrase })
      await app.open(`/sign-off/${proposed?.id ?? ''}`)
      await heading(/Sign-off, \d of \d/).waitFor()
      await page.getByRole('heading', { name: 'Take action 7: Freeze new agreements' }).waitFor()
      await page.getByText('The partners met on Monday.').waitFor()
      await inBothThemes(() => expectAccessible(page))
      await page.getByRole('radio', { name: /^Agree/ }).check()
      await page.getByLabel('Your passphrase', { exact: true }).fill(passphrase)
      await page.getByRole('button', { name: /^Sign/ }).click()
      await page.getByText(/A-0001 signed: agreed/).waitFor()
    }
    await app.open('/')
    await page.getByRole('button', { name: 'Freeze new agreements' }).click()
    await page.getByRole('dialog').getByText(/^Taken/).first().waitFor()
    await page.getByText(/Earlier choices and answers/).click()
    await page.getByText(/as the partners decided/).waitFor()
    await expectAccessible(page)
    expect((await ask(page, 'trail.check', {})).verdict.verdict).toBe('matches')
  })
})

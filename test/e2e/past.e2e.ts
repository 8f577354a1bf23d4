import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { fillDate } from './acts.ts'
import { ask, expectAccessible, expectNoSidewaysScroll } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-past-'))
const faults: string[] = []
let app: AppDriver
let page: Page

beforeAll(async () => {
  app = await launch({ userData, viewport: { width: 1366, height: 768 } })
  page = app.page
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  // The demo has a past of many months.
  const { passphrase } = await ask(page, 'setup.explore-demo', {})
  const lead = (await ask(page, 'session.people', {})).find(({ role }) => role === 'data-protection-lead')
  await ask(page, 'session.sign-in', { person: lead?.id ?? '', passphrase })
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

const heading = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })
const partsOf = (on: string): [number, number, number] => { const [year = 0, month = 0, day = 0] = on.split('-').map(Number); return [day, month, year] }
const banner = (): Locator => page.getByText(/^As it was at the end of/)

/** A day on which the demo had some entries, and fewer than now. */
async function aPastDay(): Promise<{ on: string; entries: number }> {
  const { today, entries } = await ask(page, 'home.get', {})
  for (let back = 30; back < 400; back += 10) {
    const on = new Date(Date.parse(today) - back * 86_400_000).toISOString().slice(0, 10)
    const { total } = await ask(page, 'past.register', { on, search: '', offset: 0, limit: 1 })
    if (total < entries) return { on, entries: total }
  }
  throw new Error('The demo has no past')
}

describe('a past day', () => {
  it('is chosen, and shows the register as it was, from where every link stays on that day', async () => {
    const { on, entries } = await aPastDay()
    await app.open('/')
    await page.getByRole('link', { name: 'As it was on …' }).click()
    await heading('As it was on a past day').waitFor()
    await fillDate(page.getByRole('group', { name: 'Day' }), partsOf(on))
    await page.getByRole('button', { name: 'Show that day' }).click()
    await heading(/^The register on/).waitFor()
    await page.getByText(`${entries} of ${entries} entries`).waitFor()
    await banner().waitFor()
    await expectAccessible(page)
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await banner().waitFor()
    expect(page.url()).toContain(`/past/${on}/entry/`)
    // Nothing can be done to it.
    for (const act of ['Edit', 'Decide', 'Add purposes', 'Record what is so now', 'Confirm']) expect(await page.getByRole('main').getByText(act, { exact: true }).count(), act).toBe(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'See it today' }).click()
    await expect.poll(() => page.url()).not.toContain('/past/')
  })

  it('shows a decision as far as it had got, and offers the PDF of that day', async () => {
    const { on } = await aPastDay()
    const { decisions } = await ask(page, 'past.register', { on, search: '', offset: 0, limit: 1 })
    const first = decisions[0]
    if (!first) throw new Error('Nothing had been decided')
    await app.open(`/past/${on}/decision/${first.id}`)
    await banner().waitFor()
    expect(await page.getByRole('link', { name: 'Change of mind: decide anew' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Decision record' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('The end of a past day').isChecked()).toBe(true)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  })

  it('says so where there was no register yet, or the day has not come', async () => {
    await app.open('/past/2019-01-01')
    await page.getByText(/This register was started on/).waitFor()
    await app.open('/past/2999-01-01')
    await page.getByText('That day has not come yet.').waitFor()
    await app.open('/past/nonsense')
    await heading('As it was on a past day').waitFor()
  })

  it('reads in the dark and at 200 %', async () => {
    const { on } = await aPastDay()
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 683, height: 384 })
    await app.open(`/past/${on}`)
    await heading(/^The register on/).waitFor()
    await page.getByText('The trail then').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { addAgreement, ask, createRegister, expectAccessible, expectNoSidewaysScroll, passphrase } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-register-'))
const faults: string[] = []
let app: AppDriver
let page: Page

beforeAll(async () => {
  app = await launch({ userData, viewport: { width: 1280, height: 800 } })
  page = app.page
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

const heading = (name: string): Locator => page.getByRole('heading', { level: 1, name })
const rows = (): Locator => page.locator('tbody tr')
const titles = (): Promise<string[]> => page.locator('tbody th[scope=row] b').allTextContents()
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('an empty register', () => {
  beforeAll(async () => {
    await createRegister(page)
  })

  it('shows the ways to begin on the home page and in the register', async () => {
    await app.open('/')
    await page.getByRole('heading', { name: 'No entries yet' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Register', exact: true }).click()
    await heading('Register').waitFor()
    await page.getByRole('link', { name: /Paste a purpose clause/ }).waitFor()
    await expectAccessible(page)
  })
})

describe('with entries', () => {
  beforeAll(async () => {
    const { person } = await ask(page, 'app.status', {})
    const owner = person?.id
    await addAgreement(page, { title: 'Local shared care record', party: 'Demo Integrated Care Board', reviewOn: '2020-01-01', purpose: 'direct-care', force: 'voluntary', owner })
    await addAgreement(page, { title: 'Research database', party: 'Demo University', summary: 'Not used to provide care', reviewOn: '2090-01-01', purpose: 'secondary-use', force: 'voluntary' })
    await addAgreement(page, { title: 'Dashboards for planning', party: 'Demo Trust', purpose: 'secondary-use', force: 'law', owner })
    for (let number = 1; number <= 20; number += 1) await addAgreement(page, { title: `Smaller agreement ${String(number).padStart(2, '0')}` })
  })

  describe('the home page', () => {
    beforeEach(async () => {
      await app.open('/')
      await page.getByRole('heading', { name: 'The nine actions' }).waitFor()
    })

    it('says what is late, by how much, and leads there', async () => {
      const line = page.getByRole('link', { name: /Late: .*Local shared care record/ })
      expect(await line.textContent()).toMatch(/[\d,]+ days over/)
      await line.click()
      await heading('Local shared care record').waitFor()
    })

    it('fits its first screen and is accessible, light and dark, and at 200 % zoom', async () => {
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 640, height: 400 })
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.setViewportSize({ width: 1280, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(800)
    })

    it('tells the chart in words', async () => {
      expect(await page.getByRole('img', { name: /Direct care 1: Voluntary 1/ }).getAttribute('aria-label')).toContain('Secondary use 2: Law 1, Voluntary 1')
    })

    it('asks the partners to take an action, without a network', async () => {
      await app.context.setOffline(true)
      await page.getByRole('button', { name: 'Freeze new agreements' }).click()
      const dialog = page.getByRole('dialog')
      await expectAccessible(page)
      await dialog.getByLabel('Taken', { exact: true }).check()
      await dialog.getByRole('button', { name: 'Ask the partners' }).click()
      expect(await focused()).toContain('There is a problem')
      await dialog.getByRole('link', { name: 'Enter why' }).click()
      await page.keyboard.type('The partners agreed on Monday')
      await dialog.getByRole('button', { name: 'Ask the partners' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText(/Asked: take from \d+ \w{3} \d{4}/).waitFor()
      expect(await focused()).toBe('Freeze new agreements')
      await app.context.setOffline(false)
    })

    it('keeps an open dialog and what is typed in it through a lock', async () => {
      await page.getByRole('button', { name: 'Defer telephony data' }).click()
      await page.getByLabel('Why').fill('Half a sentence')
      await ask(page, 'session.lock', {})
      await page.getByRole('button', { name: 'Record the choice' }).click()
      await heading('Locked').waitFor()
      await expectAccessible(page)
      expect(await page.getByLabel('Why').isVisible()).toBe(false)
      await page.getByLabel('Your passphrase').fill(passphrase)
      await page.keyboard.press('Enter')
      await page.getByRole('alertdialog').waitFor()
      await page.getByRole('button', { name: 'Close' }).last().click()
      expect(await page.getByLabel('Why').inputValue()).toBe('Half a sentence')
    })

    it('checks the trail where it stands', async () => {
      await page.getByRole('button', { name: 'Check now' }).click()
      await page.getByText('Trail: matches.').waitFor()
    })
  })

  describe('the register', () => {
    beforeEach(async () => {
      await app.open('/register')
      await rows().first().waitFor()
    })

    it('lists what is due first, and says how late it is', async () => {
      expect((await titles())[0]).toBe('Local shared care record')
      expect(await rows().first().textContent()).toContain('days over')
      expect(await page.locator('th[aria-sort=ascending]').textContent()).toBe('Next date')
    })

    it('searches as one types, marks the words and says where they were found', async () => {
      await page.keyboard.press('/')
      await page.keyboard.type('care')
      await page.getByText('2 of 23 entries').waitFor()
      expect(await page.locator('tbody mark').allTextContents()).toEqual(expect.arrayContaining(['care', 'Care']))
      expect(await rows().filter({ hasText: 'Research database' }).textContent()).toContain('Summary: “Not used to provide care”')
      expect(page.url()).toContain('q=care')
      await expectAccessible(page)
    })

    it('is walked through by the keyboard', async () => {
      await page.keyboard.press('/')
      await page.keyboard.press('ArrowDown')
      expect(await focused()).toContain('Local shared care record')
      await page.keyboard.press('ArrowDown')
      expect(await focused()).toContain('Research database')
      await page.keyboard.press('ArrowUp')
      await expectAccessible(page)
      await page.keyboard.press('Enter')
      await heading('Local shared care record').waitFor()
      expect(await focused()).toBe('Local shared care record')
      await page.goBack()
      await rows().first().waitFor()
    })

    it('is sorted by its heads and turned over by its pages', async () => {
      await page.getByRole('button', { name: 'Entry', exact: true }).click()
      await page.locator('th[aria-sort=ascending]', { hasText: 'Entry' }).waitFor()
      await expect.poll(async () => (await titles())[0]).toBe('Dashboards for planning')
      const first = await titles()
      await page.getByRole('button', { name: 'Next page' }).click()
      await expect.poll(async () => (await titles())[0]).not.toBe(first[0])
      expect(page.url()).toContain('page=2')
    })

    it('is narrowed by chips, and says which words and filters found nothing', async () => {
      await page.getByRole('button', { name: 'Class: any' }).click()
      await expectAccessible(page)
      await page.getByLabel('Secondary use').check()
      await page.keyboard.press('Escape')
      expect(await focused()).toContain('Class: Secondary use')
      await page.getByText('2 of 23 entries').waitFor()
      await page.getByRole('searchbox', { name: 'Search in the register' }).fill('radiolgy')
      await page.getByText('No entry has “radiolgy”.').waitFor()
      await page.getByRole('button', { name: 'Clear all' }).last().click()
      await page.getByText('23 of 23 entries').waitFor()
    })

    it('keeps to the window at 200 % zoom and on a narrow one', async () => {
      for (const size of [{ width: 640, height: 400 }, { width: 320, height: 640 }]) {
        await page.setViewportSize(size)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
      await page.setViewportSize({ width: 1280, height: 800 })
    })
  })

  it('is searched from any screen', async () => {
    await app.open('/people')
    await heading('People and policy').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('dash')
    await page.getByRole('link', { name: /Dashboards for planning/ }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heading('Dashboards for planning').waitFor()
  })

  it('skips the navigation when asked', async () => {
    await app.open('/register')
    await rows().first().waitFor()
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })
})

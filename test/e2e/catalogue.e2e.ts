import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { docxOf, pdfOf, withPassword } from '../fixtures/documents.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { ask, createRegister, expectAccessible, expectNoSidewaysScroll } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-catalogue-'))
const faults: string[] = []
let app: AppDriver
let page: Page

beforeAll(async () => {
  app = await launch({ userData, viewport: { width: 1280, height: 800 } })
  page = app.page
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  await createRegister(page)
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

const heading = (name: string): Locator => page.getByRole('heading', { level: 1, name })
const take = (): Locator => page.getByRole('button', { name: 'Or take it from a PDF or Word file' })
const drafts = (): Locator => page.getByRole('navigation', { name: 'Drafts' }).getByRole('link')
const put = (name: string, bytes: Uint8Array): string => {
  const file = path.join(userData, name)
  writeFileSync(file, bytes)
  return file
}

describe('the catalogue', () => {
  it('is the first way to begin in an empty register, and on the screen for adding', async () => {
    const door = (): Locator => page.locator('.psr-doors a').first()
    for (const place of ['/', '/register', '/add']) {
      await app.open(place)
      await expect.poll(() => door().textContent()).toMatch(/^Pick from common flows\d\d drafts with their sources\. You confirm each one\.$/)
    }
    await expectAccessible(page)
    await door().click()
    await heading('Pick from common flows').waitFor()
    expect(await drafts().count()).toBeGreaterThanOrEqual(80)
    await expectAccessible(page)
  })

  it('is searched as one types, and says when nothing is found', async () => {
    await app.open('/add/catalogue')
    const search = page.getByRole('searchbox', { name: 'Search in the catalogue' })
    await search.fill('first databank')
    await page.getByText(/^4 of \d\d drafts$/).waitFor()
    expect(await drafts().first().textContent()).toContain('suggested, not confirmed')
    await search.fill('radiolgy')
    await page.getByText('No draft has “radiolgy”.').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await search.fill('connect update phar')
    await expect.poll(() => drafts().count()).toBeLessThan(10)
    await search.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add as a draft' }).waitFor()
  })

  it('shows one with its sources and when they were seen, light and dark and narrow', async () => {
    await app.open('/add/catalogue?item=gm-care-record')
    await page.getByRole('heading', { level: 2, name: 'Greater Manchester Care Record', exact: true }).waitFor()
    await page.getByText('Seen 1 November 2026.', { exact: false }).first().waitFor()
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 640, height: 400 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('asks how it stands, and adds it with nothing confirmed', async () => {
    await app.open('/add/catalogue?item=gm-care-record')
    await page.getByRole('button', { name: 'Add as a draft' }).click()
    await page.getByRole('link', { name: 'Choose how it stands at your practice' }).click()
    await expectAccessible(page)
    await page.getByLabel('Signed', { exact: true }).check()
    await page.getByRole('button', { name: 'Add as a draft' }).click()
    await heading('Greater Manchester Care Record').waitFor()
    await page.getByText('Catalogue suggests: voluntary.', { exact: false }).first().waitFor()
    const { rows } = await ask(page, 'entry.list', { filter: { view: 'all', search: '', kinds: [], classes: [], forces: [], states: [], owners: [], tags: [], closedToo: false }, sort: 'ref', descending: false, offset: 0, limit: 5 })
    expect(rows.map((row) => [row.ref, row.class, row.force, row.state])).toEqual([['DSA-0001', 'undetermined', 'unknown', 'active']])
    await expectAccessible(page)
  })
})

describe('a clause from a file', () => {
  beforeEach(async () => {
    await app.open('/add/paste')
    await take().waitFor()
  })

  const parties = 'This agreement is made between Demo Surgery and the Demo Integrated Care Board. The parties review it every year.'
  const purposes = '3. Purposes\n\n3.1 The data are shared so that clinicians can treat the patient they are seeing.\n\n3.2 The data are also used to plan and commission services for the population.\n\n4. Security\n\nThe parties keep the data safe.'

  it('is found on its page, taken with the keyboard, read, and kept with file, page and hash', async () => {
    await app.dialogs.answerOpen(put('Agreement.pdf', await pdfOf([parties, null, purposes])))
    await take().click()
    const dialog = page.getByRole('dialog', { name: 'Agreement.pdf' })
    await dialog.getByText('Page 2 is a picture: its text cannot be read here.').waitFor()
    await dialog.getByText('The part that looks most like a purpose clause is marked.', { exact: false }).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: /^Page 1/ }).click()
    await dialog.getByRole('button', { name: 'Take what is marked' }).click()
    await dialog.getByText('Nothing is marked yet.', { exact: false }).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: /^Page 3/ }).click()
    await dialog.getByRole('button', { name: 'Take what is marked' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.getByLabel('The clause that says what the data are used for').inputValue()).toMatch(/^3\.1 The data are shared[\s\S]*for the population\.$/)
    expect(await page.getByLabel('Page', { exact: false }).last().inputValue()).toBe('3')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText(/Page 3 of Agreement\.pdf, as written\. The file’s SHA-256 starts with [0-9a-f ]{19}\./).waitFor()
    expect(await page.locator('.psr-purpose').count()).toBeGreaterThanOrEqual(2)
  })

  it('comes out of a Word file whole', async () => {
    await app.dialogs.answerOpen(put('Letter.docx', docxOf(['Why we ask', 'The data are used to plan services.'])))
    await take().click()
    await page.getByText('A Word file has no fixed pages.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Take the whole text' }).click()
    expect(await page.getByLabel('The clause that says what the data are used for').inputValue()).toBe('Why we ask\n\nThe data are used to plan services.')
  })

  it('gives a draft of the catalogue the words of the practice’s own agreement', async () => {
    const { id } = await ask(page, 'catalogue.add', { item: 'qresearch', standing: 'in-use' })
    await app.open(`/entry/${id}/purposes`)
    await app.dialogs.answerOpen(put('Signed.pdf', await pdfOf([parties, purposes])))
    await take().click()
    await page.getByRole('button', { name: 'Take what is marked' }).click()
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('button', { name: /^Add to DSA-/ }).click()
    await heading('QResearch database').waitFor()
    const { entry } = await ask(page, 'entry.get', { id })
    expect(entry.clauses.map(({ place }) => [place.document, place.page, place.sha256?.length])).toEqual([['Catalogue of common flows, 2026-11', null, undefined], ['Signed.pdf', 2, 64]])
  })

  it('is refused in words where the file has a password, and told where it is a scan', async () => {
    await app.dialogs.answerOpen(put('Locked.pdf', withPassword(await pdfOf([parties]))))
    await take().click()
    await page.getByRole('alertdialog', { name: 'Locked.pdf has a password, so its text cannot be read.' }).waitFor()
    await expectAccessible(page)
    await app.dialogs.answerOpen(put('Scan.pdf', await pdfOf([null])))
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await page.getByText('This file is a picture: its text cannot be read here.', { exact: false }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close', exact: true }).last().click()
  })
  it('is refused in words where the file is empty or only called a document', async () => {
    await app.dialogs.answerOpen(put('Empty.pdf', new Uint8Array()))
    await take().click()
    await page.getByRole('alertdialog', { name: 'Empty.pdf is empty.' }).waitFor()
    await app.dialogs.answerOpen(put('Bytes.docx', new Uint8Array(4000).map((_, index) => (index * 197) % 251)))
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await page.getByRole('alertdialog', { name: 'Bytes.docx is neither a PDF nor a Word file, whatever its name says.' }).waitFor()
    await page.getByRole('button', { name: 'Close', exact: true }).last().click()
  })

  it('or pasted, is refused beside the field where it is far too long, and told where it is not English', async () => {
    const clause = page.getByLabel('The clause that says what the data are used for')
    await clause.evaluate((field: HTMLTextAreaElement, text) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text.repeat(200_000))
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, 'The data are used to plan services for the population. ')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('link', { name: 'Use 60,000 characters or fewer' }).waitFor()
    await clause.fill('Les données sont partagées entre le cabinet et le conseil régional afin de planifier les soins de la population, selon les règles que les parties ont fixées ensemble.')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText(/English/).first().waitFor()
    await expectAccessible(page)
  })
})

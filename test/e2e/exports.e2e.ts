import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyFile } from '../../src/main/register/verify-file.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { fillDate } from './acts.ts'
import { addAgreement, ask, createRegister, expectAccessible } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-exports-'))
const looks = path.resolve('scratch/looks')
let app: AppDriver
let page: Page
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const dialog = () => page.getByRole('dialog')
const picture = (name: string) => page.screenshot({ path: path.join(looks, `export-${name}.png`) })

beforeAll(async () => {
  mkdirSync(looks, { recursive: true })
  app = await launch({ userData, viewport: { width: 1280, height: 800 } })
  ;({ page } = app)
  page.setDefaultTimeout(45_000)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await createRegister(page)
  for (let number = 1; number <= 300; number += 1) await addAgreement(page, { title: `Agreement ${number}`, party: 'Demo ICB', summary: 'A flow among many, so that its document takes a while.', purpose: 'secondary-use', force: 'voluntary' })
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'What needs attention' }).waitFor()
}, 120_000)
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})

describe('documents', () => {
  it('asks which, and says what is missing before anything is made', async () => {
    await press('Export')
    await expect.poll(() => dialog().getByRole('heading').textContent()).toBe('Make a document')
    await expectAccessible(page)
    await picture('choice')
    await dialog().getByLabel('Audit trail of some days').check()
    await press('Make the PDF')
    await page.getByText('Enter the first day').first().waitFor()
    await dialog().getByLabel('Register schedule').check()
    await dialog().getByLabel('The end of a past day').check()
    await fillDate(dialog().getByRole('group', { name: 'Day' }), [31, 2, 2026])
    await press('Make the PDF')
    await page.getByText('Enter a date that exists in the calendar').first().waitFor()
    await expectAccessible(page)
    await picture('error')
  })

  it('makes the register schedule, shows how far it is, and the file checks', async () => {
    const file = path.join(userData, 'schedule.pdf')
    await app.dialogs.answerSave(file)
    await dialog().getByLabel('Now').check()
    await press('Make the PDF')
    await dialog().getByRole('progressbar').waitFor()
    await expect.poll(() => dialog().textContent()).toMatch(/Register schedule\d+ %/)
    await picture('progress')
    await page.getByRole('dialog', { name: 'The PDF is saved' }).waitFor({ timeout: 60_000 })
    await expectAccessible(page)
    await picture('saved')
    expect((await verifyFile(file, null)).verdict.verdict).toBe('matches')
    await press('Done')
  }, 90_000)

  it('goes on working meanwhile, and when stopped leaves neither a file nor an event', async () => {
    const file = path.join(userData, 'stopped.pdf')
    const { total } = await ask(page, 'trail.list', { words: '', types: [], people: [], from: null, to: null, offset: 0, limit: 1 })
    await app.dialogs.answerSave(file)
    await page.getByRole('link', { name: 'Trail' }).click()
    await press('Export audit trail')
    const panel = page.getByRole('region', { name: 'Making the PDF' })
    await expect.poll(() => panel.textContent()).toMatch(/Making the PDF\d+ %Audit trail\. You can go on working/)
    await picture('trail')
    // The page answers while the document is laid out.
    await page.getByLabel('Words in the trail').fill('Agreement 299')
    await panel.getByRole('button', { name: 'Cancel' }).click()
    await panel.waitFor({ state: 'detached' })
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(userData).filter((name) => name.endsWith('.part'))).toEqual([])
    expect((await ask(page, 'trail.list', { words: '', types: [], people: [], from: null, to: null, offset: 0, limit: 1 })).total).toBe(total)
  }, 90_000)

  it('makes the record of a decision from its page', async () => {
    const [entry] = (await ask(page, 'entry.list', { filter: { view: 'all', search: 'Agreement 299', kinds: [], classes: [], forces: [], states: [], owners: [], tags: [], closedToo: false }, sort: 'ref', descending: false, offset: 0, limit: 1 })).rows
    const { id } = await ask(page, 'decision.draft', { entry: entry?.id ?? '', verb: 'continue', replaces: null })
    await ask(page, 'decision.cancel', { id, reason: 'Only for this test.' })
    await page.getByRole('link', { name: 'Register' }).click()
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor()
    await page.getByRole('searchbox').last().fill('Agreement 299')
    await page.getByRole('link', { name: 'Agreement 299' }).first().click()
    await page.getByRole('link', { name: /D-0001/ }).first().click()
    const file = path.join(userData, 'record.pdf')
    await app.dialogs.answerSave(file)
    await press('Decision record')
    await expect.poll(() => dialog().getByLabel(/Decision record of D-0001/).isChecked()).toBe(true)
    await press('Make the PDF')
    await page.getByRole('dialog', { name: 'The PDF is saved' }).waitFor({ timeout: 60_000 })
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await verifyFile(file, null)).verdict.verdict).toBe('matches')
  }, 90_000)
})

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { emptyDraft } from '../../src/shared/domain/decision-draft.ts'
import { pdfOf } from '../fixtures/documents.ts'
import { launch, type AppDriver } from '../stand-in/launch.ts'
import { fillDate } from './acts.ts'
import { addAgreement, ask, createRegister, expectAccessible, expectNoSidewaysScroll } from './in-the-app.ts'

const userData = mkdtempSync(path.join(os.tmpdir(), 'psr-evidence-e2e-'))
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
  ;({ id: entry } = await addAgreement(page, { title: 'Local shared care record', party: 'Demo ICB', purpose: 'secondary-use', force: 'voluntary' }))
  ;({ id: decision } = await ask(page, 'decision.draft', { entry, verb: 'withdraw', replaces: null }))
  await ask(page, 'decision.change', { id: decision, draft: {
    ...emptyDraft, reason: 'The practice shares for care only.', effects: { service: 'None.', money: 'None.', patients: 'None.', contract: 'None.' },
    whatChanges: ['The extract stops.'], effectiveOn: await page.evaluate(() => new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10)), noticePeriodWording: 'Three months',
  } })
  await ask(page, 'decision.fix', { id: decision })
})
afterAll(async () => {
  await app.kill()
  rmSync(userData, { recursive: true, force: true })
})
afterEach(() => expect(faults.splice(0)).toEqual([]))

const section = (): Locator => page.getByRole('region', { name: 'Evidence' }).or(page.locator('#evidence'))
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }))
const inBothThemes = async (see: () => Promise<void>): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await see()
  }
}
async function fileOf(words: string, name: string): Promise<string> {
  const file = path.join(userData, name)
  writeFileSync(file, await pdfOf([words]))
  return file
}

describe('evidence on an entry', () => {
  it('is none at first, which the quality check leads to', async () => {
    await app.open(`/entry/${entry}`)
    await section().getByText('No file is attached.').waitFor()
    await page.getByRole('button', { name: /Show .* more gap/ }).click()
    await page.getByRole('button', { name: 'Attach the agreement itself.' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('evidence')
  })

  it('turns away what cannot be evidence, in words, and attaches nothing', async () => {
    const program = path.join(userData, 'Letter.pdf')
    writeFileSync(program, Buffer.concat([Buffer.from([0x4d, 0x5a, 0x90, 0]), Buffer.alloc(600)]))
    await app.dialogs.answerOpen(program)
    await page.getByRole('button', { name: 'Add evidence' }).click()
    const refused = dialog('Letter.pdf is a program, whatever its name says.')
    await refused.getByText('Nothing was attached.').waitFor()
    await inBothThemes(() => expectAccessible(page))
    await app.dialogs.answerOpen(null)
    await refused.getByRole('button', { name: 'Choose another file' }).click()
    await section().getByText('No file is attached.').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('is chosen, looked at, described and attached', async () => {
    await app.dialogs.answerOpen(await fileOf('Signed by all four parties', 'Shared care record agreement v4.pdf'))
    await page.getByRole('button', { name: 'Add evidence' }).click()
    const form = dialog('Attach a file as evidence')
    await form.getByText(/Shared care record agreement v4\.pdf, PDF/).waitFor()
    await form.getByRole('button', { name: 'Attach it' }).click()
    for (const problem of ['Choose the category', 'Enter what it shows', 'Enter the day the evidence is from']) await form.getByRole('alert').getByRole('link', { name: problem }).waitFor()
    await inBothThemes(() => expectAccessible(page))
    await form.getByLabel('Category').selectOption({ label: 'Signed copy' })
    await form.getByLabel('What it shows').fill('Signed by all four parties on page 12.')
    await fillDate(form.getByRole('group', { name: 'Evidence is from' }), [12, 3, 2025])
    await fillDate(form.getByRole('group', { name: /Runs out on/ }), [1, 3, 2026])
    await form.getByRole('button', { name: 'Attach it' }).click()
    const row = section().getByRole('row', { name: /Shared care record agreement v4\.pdf/ })
    await row.getByText('12 Mar 2025').waitFor()
    await row.getByText('by Data protection lead').waitFor()
    await row.getByText('has run out').waitFor()
    await inBothThemes(() => expectAccessible(page))
    await expectNoSidewaysScroll(page)
    await page.emulateMedia({ colorScheme: 'light' })
  })

  it('opens in another program only after a word of warning, as a copy of the very bytes', async () => {
    await section().getByRole('button', { name: 'Shared care record agreement v4.pdf' }).click()
    const facts = dialog('Shared care record agreement v4.pdf')
    await facts.getByText('12 March 2025').waitFor()
    await inBothThemes(() => expectAccessible(page))
    await facts.getByRole('button', { name: 'Open it' }).click()
    const warning = dialog('This opens in another program')
    await warning.getByText(/opens in whatever program this computer has for it/).waitFor()
    expect(await app.openedOutside()).toEqual([])
    await inBothThemes(() => expectAccessible(page))
    await warning.getByRole('button', { name: 'Open in another program' }).click()
    await warning.waitFor({ state: 'detached' })
    const [copy = ''] = await app.openedOutside()
    expect(path.basename(copy)).toBe('Shared care record agreement v4.pdf')
    expect(readFileSync(copy)).toEqual(readFileSync(path.join(userData, 'Shared care record agreement v4.pdf')))
  })

  it('is saved as a copy, and described anew', async () => {
    await section().getByRole('button', { name: 'Shared care record agreement v4.pdf' }).click()
    const place = path.join(userData, 'Copy.pdf')
    await app.dialogs.answerSave(place)
    await page.getByRole('button', { name: 'Save a copy' }).click()
    await page.getByText('Saved as Copy.pdf').waitFor()
    expect(readFileSync(place)).toEqual(readFileSync(path.join(userData, 'Shared care record agreement v4.pdf')))
    await page.getByRole('button', { name: 'Change what is said' }).click()
    const form = dialog(/^Change what is said about/)
    await form.getByLabel('What it shows').fill('Signed by all four parties.')
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await section().getByText('Signed by all four parties.').waitFor()
  })

  it('stands on the home page when it has run out', async () => {
    await app.open('/')
    await page.getByRole('link', { name: 'Evidence has run out: Shared care record agreement v4.pdf' }).click()
    await page.getByRole('heading', { level: 1, name: 'Local shared care record' }).waitFor()
  })

  it('is set aside with a reason and stays on the list; the file is deleted only when somebody says so', async () => {
    await section().getByRole('button', { name: 'Shared care record agreement v4.pdf' }).click()
    await page.getByRole('button', { name: 'Set aside' }).click()
    const form = dialog('Set aside Shared care record agreement v4.pdf')
    await form.getByRole('button', { name: 'Set it aside' }).click()
    await form.getByRole('alert').getByRole('link', { name: 'Choose what happens to the file' }).waitFor()
    await form.getByLabel('It no longer counts; keep the file').check()
    await form.getByLabel('Why').fill('Version 5 took its place.')
    await inBothThemes(() => expectAccessible(page))
    await form.getByRole('button', { name: 'Set it aside' }).click()
    await section().getByText('No file is attached that still counts.').waitFor()
    await section().getByText('1 file set aside or removed').click()
    await section().getByText(/Set aside, file kept by Data protection lead, .*: Version 5 took its place\./).waitFor()
    await section().getByRole('button', { name: 'Shared care record agreement v4.pdf' }).click()
    await page.getByRole('button', { name: 'Remove the file' }).click()
    const removal = dialog('Remove Shared care record agreement v4.pdf')
    await removal.getByLabel('It holds patient data; delete the file').check()
    await removal.getByLabel('The name of the file holds patient data too').check()
    await removal.getByLabel('Why').fill('A letter about a patient was scanned with it.')
    await inBothThemes(() => expectAccessible(page))
    await removal.getByRole('button', { name: 'Delete the file' }).click()
    await section().getByRole('button', { name: 'File whose name was taken out' }).click()
    expect(await page.getByRole('button', { name: 'Open it' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    expect((await ask(page, 'trail.check', {})).verdict.verdict).toBe('matches')
  })
})

describe('evidence on a decision', () => {
  it('says before it is attached to a fixed statement that it takes the statement back, and does', async () => {
    await app.open(`/decision/${decision}`)
    await section().getByText('No file is attached.').waitFor()
    await app.dialogs.answerOpen(await fileOf('Minutes of the partners', 'Minutes.pdf'))
    await page.getByRole('button', { name: 'Add evidence' }).click()
    const form = dialog('Attach a file as evidence')
    await form.getByText('The statement is fixed. A new file takes it back.').waitFor()
    await form.getByLabel('Category').selectOption({ label: 'Minutes' })
    await form.getByLabel('What it shows').fill('The partners talked about it.')
    await fillDate(form.getByRole('group', { name: 'Evidence is from' }), [2, 11, 2026])
    await inBothThemes(() => expectAccessible(page))
    await form.getByRole('button', { name: 'Attach it' }).click()
    await section().getByRole('row', { name: /Minutes\.pdf/ }).waitFor()
    const { decision: { status }, statement } = await ask(page, 'decision.get', { id: decision })
    expect([status, statement.evidence.map(({ name }) => name)]).toEqual(['draft', ['Minutes.pdf']])
    await inBothThemes(() => expectAccessible(page))
  })
})

describe('when the app closes', () => {
  it('takes the copies away that other programs were given', async () => {
    const [copy = ''] = await app.openedOutside()
    expect(existsSync(copy)).toBe(true)
    await app.close()
    expect(existsSync(copy)).toBe(false)
  })
})
